import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useTimes } from '../../../ui/time.ts'
import { useFetched } from '../../../ui/use-fetched.ts'

/** What a year usually has: a person ticks what the unit keeps, and only that is added. */
export function UsualDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t, i18n } = useTranslation(['schedule', 'settings'])
  const { civilDate } = useTimes()
  const { value, problem: failed } = useFetched(() => api().calendar.suggestHolidays({ year }), `${year}`)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<Refused | null>(null)
  const free = value?.suggestions.filter(({ taken }) => taken === null) ?? []
  const chosen = free.filter(({ date }) => !left.has(date))
  const toggle = (date: string): void => {
    const next = new Set(left)
    if (!next.delete(date)) next.add(date)
    setLeft(next)
  }
  const add = async (): Promise<void> => {
    const result = await api().calendar.addHolidays({ holidays: chosen.map(({ date, name, nameFr, province }) => ({ date, name, nameFr: nameFr === name ? null : nameFr, province })) })
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  return (
    <Dialog
      title={t('holidays.usual', { year })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={chosen.length === 0} onPress={() => void add()}>
            {t('holidays.addChosen', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="grid gap-2.5 text-ink">
        <p className="text-ink-muted">{t('holidays.usualText')}</p>
        <Refusal of={problem ?? failed} />
        {value === null ? (
          <p role="status">{t('loading')}</p>
        ) : (
          <ul className="max-h-[380px] overflow-y-auto rounded-lg border border-line">
            {value.suggestions.map(({ date, name, nameFr, province, taken }) => (
              <li key={date} className="border-b border-line last:border-b-0">
                <label className={`flex min-h-[35px] items-center gap-2.5 px-2.5 ${taken === null ? 'cursor-pointer hover:bg-chip' : 'text-ink-muted'}`}>
                  <input type="checkbox" disabled={taken !== null} checked={taken === null && !left.has(date)} onChange={() => toggle(date)} className="size-4 accent-(--out)" />
                  <span className="w-28 flex-none">{civilDate(date)}</span>
                  <span className="flex-1 font-medium">{i18n.language === 'fr' ? nameFr : name}</span>
                  <span className="text-xs text-ink-muted">{taken !== null ? t('holidays.there') : province === null ? t('holidays.federal') : t(`settings:province.${province}`)}</span>
                </label>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
