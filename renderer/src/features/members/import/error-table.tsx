import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { VirtualTable, type VirtualColumn } from '../../../ui/virtual-table.tsx'
import { LeaveOut } from './leave-out.tsx'
import type { Preview } from './choices.ts'
import { problemWords } from './problem-words.ts'
import { setChoices, useWizard } from './wizard-store.ts'

type RowError = Preview['errors'][number]

/** Each error with its row as the spreadsheet numbers it, and a tick to leave that row out. */
export function ErrorTable({ errors }: { errors: Preview['errors'] }) {
  const { t } = useTranslation('roll')
  const excluded = useWizard((state) => state.choices.excludeRows)
  const rows = useMemo(() => [...new Set(errors.map(({ row }) => row))], [errors])
  // A row with several errors has its tick at the first of them.
  const firsts = useMemo(() => new Set(new Map(errors.toReversed().map((error) => [error.row, error])).values()), [errors])
  const all = rows.every((row) => excluded.has(row))
  const columns: VirtualColumn<RowError>[] = [
    { key: 'row', title: t('row'), width: '56px', renderCell: ({ row }) => <b className="font-semibold">{row}</b> },
    { key: 'column', title: t('column'), width: 'minmax(90px,160px)', renderCell: ({ column }) => column },
    { key: 'value', title: t('value'), width: 'minmax(80px,200px)', renderCell: ({ value }) => value ?? '' },
    {
      key: 'problem',
      title: t('problem'),
      width: 'minmax(0,1fr)',
      renderCell: (error) => {
        const { message, howToFix } = problemWords(error)
        return (
          <>
            <span className={excluded.has(error.row) ? '' : 'text-refused'}>{message}</span> {howToFix}
          </>
        )
      },
    },
    { key: 'leaveOut', title: t('leaveOut'), width: '90px', renderCell: (error) => (firsts.has(error) ? <LeaveOut row={error.row} /> : null) },
  ]
  return (
    <>
      {rows.length > 1 ? (
        <label className="flex items-center justify-end gap-2 border-b border-line px-3 py-1.5">
          {t('leaveOutAll')}
          <input type="checkbox" checked={all} onChange={(event) => setChoices({ excludeRows: event.target.checked ? new Set([...excluded, ...rows]) : new Set([...excluded].filter((row) => !rows.includes(row))) })} />
        </label>
      ) : null}
      <VirtualTable label={t('part.errors')} columns={columns} rows={errors} rowKey={({ row, code, field }) => `${row} ${code} ${field}`} muted={({ row }) => excluded.has(row)} />
    </>
  )
}
