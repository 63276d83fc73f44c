import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { api } from '../../../api.ts'
import { useMay } from '../../../stores/session.ts'
import { useTraining } from '../../../stores/training.ts'
import { leave } from '../../../stores/unsaved.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { useTimes } from '../../../ui/time.ts'
import { useFetched } from '../../../ui/use-fetched.ts'
import type { TrainingYear } from '../calendar/exceptions.ts'
import { AddYearDialog } from './add-year-dialog.tsx'
import { YearEditor } from './year-editor.tsx'
import { YearFacts } from './year-facts.tsx'

/** Which year is open: kept while a person looks into another room. */
const useOpenYear = create<{ id: string | null }>(() => ({ id: null }))

/** The training years of the unit, the latest first; an administrator changes them (domain.md 4.18). */
export function YearsSection() {
  const { t } = useTranslation('training')
  const may = useMay('admin')
  const fetched = useFetched(() => api().training.years({}), '', [useTraining((state) => state.changes)])
  const [adding, setAdding] = useState(false)
  const chosen = useOpenYear((state) => state.id)
  return (
    <Loaded fetched={fetched}>
      {({ years }) => {
        const open = years.find(({ id }) => id === chosen) ?? years.find(({ isCurrent }) => isCurrent) ?? years[0]
        const add = (
          <Button variant={open === undefined ? 'primary' : 'plain'} onPress={() => leave(() => setAdding(true))}>
            <Plus aria-hidden size={15} />
            {t('years.add')}
          </Button>
        )
        return (
          <>
            {open === undefined ? (
              <EmptyState title={t('years.empty')} text={t('years.emptyText')} action={may ? add : undefined} />
            ) : (
              <div className="grid min-h-0 flex-1 grid-cols-[232px_minmax(0,1fr)]">
                <nav aria-label={t('years.list')} className="flex min-h-0 flex-col gap-1 overflow-y-auto border-r border-line p-2">
                  {years.map((year) => (
                    <YearButton key={year.id} year={year} isOpen={year.id === open.id} onOpen={() => leave(() => useOpenYear.setState({ id: year.id }))} />
                  ))}
                  {may ? <div className="pt-1">{add}</div> : null}
                </nav>
                {may ? <YearEditor key={open.id} year={open} years={years} /> : <YearFacts year={open} />}
              </div>
            )}
            {adding ? <AddYearDialog years={years} onAdded={(id) => useOpenYear.setState({ id })} onClose={() => setAdding(false)} /> : null}
          </>
        )
      }}
    </Loaded>
  )
}

function YearButton({ year: { name, startDate, endDate, isCurrent, holidayExclusions, dayExceptions }, isOpen, onOpen }: { year: TrainingYear; isOpen: boolean; onOpen: () => void }) {
  const { t } = useTranslation('training')
  const { yearDate } = useTimes()
  return (
    <button type="button" aria-current={isOpen ? 'true' : undefined} onClick={() => (isOpen ? undefined : onOpen())} className={`grid cursor-pointer gap-0.5 rounded-lg px-2.5 py-1.5 text-left -outline-offset-2! ${isOpen ? 'bg-out-soft' : 'hover:bg-chip'}`}>
      <span className="flex min-w-0 items-center gap-2">
        <b className="min-w-0 wrap-break-word">{name}</b>
        {isCurrent ? <Chip tone="in">{t('years.current')}</Chip> : null}
      </span>
      <span className="text-xs text-ink-muted">
        {yearDate(startDate)} – {yearDate(endDate)}
      </span>
      <span className="text-xs text-ink-muted">
        {t('years.count.standDowns', { count: holidayExclusions.length })}, {t('years.count.exceptions', { count: dayExceptions.length })}
      </span>
    </button>
  )
}
