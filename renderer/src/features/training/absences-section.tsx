import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useTraining } from '../../stores/training.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useFetched } from '../../ui/use-fetched.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { PersonField, type Person } from '../accounts/person-field.tsx'
import { AbsenceActs } from './absences/absence-acts.tsx'
import { AbsenceDialog } from './absences/absence-dialog.tsx'
import { useAbsenceDays } from './absences/use-absence-days.ts'

const firstRows = 100
const mostRows = 500
const tableId = 'absence-table'

/** Who need not have come, and why (domain.md 4.19 ▶). */
export function AbsencesSection() {
  const { t } = useTranslation('attendance')
  const days = useAbsenceDays()
  const changes = useTraining((state) => state.changes)
  const [person, setPerson] = useState<Person | null>(null)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [limit, setLimit] = useState(firstRows)
  const [isAdding, setAdding] = useState(false)
  /** Empties the field of the person, which keeps its own words. */
  const [round, setRound] = useState(0)
  const addButton = useRef<HTMLDivElement>(null)
  const asked = { memberId: person?.id ?? null, from: from === '' ? null : from, to: to === '' ? null : to, limit }
  const fetched = useFetched(() => api().training.absences(asked), JSON.stringify(asked), [changes])
  const isNarrowed = person !== null || from !== '' || to !== ''
  const showAll = (): void => {
    setPerson(null)
    setFrom('')
    setTo('')
    setRound(round + 1)
  }
  const add = (
    <Button variant="primary" onPress={() => setAdding(true)}>
      {t('absences.add')}
    </Button>
  )
  // The row that had the focus is gone.
  const goOn = (): void => void setTimeout(() => addButton.current?.querySelector('button')?.focus(), 50)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2 border-b border-line px-3 py-2">
        <div className="w-72">
          <PersonField key={round} label={t('absences.only')} hint={t('absences.memberHint')} onChange={setPerson} />
        </div>
        {([['from', from, setFrom], ['to', to, setTo]] as const).map(([end, value, put]) => (
          <label key={end} className="grid gap-1 text-sm font-medium">
            {t(end)}
            <input type="date" value={value} onChange={(event) => put(event.target.value)} className="h-[38px] rounded-lg border border-line bg-panel px-2 font-normal text-ink" />
          </label>
        ))}
        {isNarrowed ? <Button onPress={showAll}>{t('absences.showAll')}</Button> : null}
        <span className="flex-1" />
        <div ref={addButton}>{add}</div>
      </div>
      <Loaded fetched={fetched}>
        {({ absences, total }) =>
          absences.length === 0 ? (
            isNarrowed ? (
              <EmptyState title={t('absences.noMatch')} text={t('absences.noMatchText')} action={<Button onPress={showAll}>{t('absences.showAll')}</Button>} />
            ) : (
              <EmptyState title={t('absences.empty')} text={t('absences.emptyText')} />
            )
          ) : (
            <>
              <VirtualTable
                id={tableId}
                label={t('absences.label')}
                rows={absences}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'member', title: t('absences.column.member'), width: 'minmax(150px, 1fr)', renderCell: ({ member }) => <b className="font-semibold">{member.displayName}</b> },
                  { key: 'days', title: t('absences.column.days'), width: 'minmax(120px, 0.9fr)', renderCell: (absence) => days(absence) },
                  { key: 'kind', title: t('absences.column.kind'), width: 'minmax(110px, 0.8fr)', renderCell: ({ kind }) => t(`absences.kinds.${kind}`) },
                  { key: 'note', title: t('absences.column.note'), width: 'minmax(120px, 1.2fr)', renderCell: ({ note }) => <span className="text-ink-muted">{note ?? ''}</span> },
                  { key: 'by', title: t('absences.column.by'), width: 'minmax(110px, 0.8fr)', renderCell: ({ createdBy }) => <span className="text-ink-muted">{createdBy}</span> },
                  { key: 'actions', title: t('absences.column.actions'), renderTitle: () => <span className="sr-only">{t('absences.column.actions')}</span>, width: '70px', renderCell: (absence) => <AbsenceActs absence={absence} onRemoved={goOn} /> },
                ]}
              />
              <p className="flex items-center gap-3 border-t border-line px-3 py-1.5 text-xs text-ink-muted">
                <span role="status" className="flex-1">
                  {t('absences.shown', { shown: absences.length, total })}
                </span>
                {total > absences.length && limit < mostRows ? (
                  <Button size="sm" onPress={() => setLimit(mostRows)}>
                    {t('absences.more')}
                  </Button>
                ) : null}
              </p>
            </>
          )
        }
      </Loaded>
      {isAdding ? <AbsenceDialog absence={null} {...(person !== null && { member: person })} onClose={() => setAdding(false)} /> : null}
    </div>
  )
}
