import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { VirtualTable, type VirtualColumn } from '../../../ui/virtual-table.tsx'
import { toggled, type Preview } from './choices.ts'
import { fieldWords, problemWords } from './problem-words.ts'

type RowError = Preview['errors'][number]
interface Props {
  readonly errors: Preview['errors']
  readonly excluded: ReadonlySet<number>
  readonly onExclude: (rows: ReadonlySet<number>) => void
}

/** Each error with its row as the spreadsheet numbers it, and a tick to leave that row out. */
export function ErrorTable({ errors, excluded, onExclude }: Props) {
  const { t } = useTranslation('members')
  const rows = useMemo(() => [...new Set(errors.map(({ row }) => row))], [errors])
  // A row with several errors has its tick at the first of them.
  const firsts = useMemo(() => new Set(new Map(errors.toReversed().map((error) => [error.row, error])).values()), [errors])
  const all = rows.every((row) => excluded.has(row))
  const columns: VirtualColumn<RowError>[] = [
    { key: 'row', title: t('roll.row'), width: '64px', renderCell: ({ row }) => <b className="font-semibold">{row}</b> },
    { key: 'column', title: t('roll.column'), width: 'minmax(90px,180px)', renderCell: ({ field }) => fieldWords(field) },
    { key: 'value', title: t('roll.value'), width: 'minmax(80px,200px)', renderCell: ({ value }) => value ?? '' },
    {
      key: 'problem',
      title: t('roll.problem'),
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
    {
      key: 'leaveOut',
      title: t('roll.leaveOut'),
      width: '90px',
      renderCell: (error) =>
        firsts.has(error) ? (
          <input type="checkbox" aria-label={t('roll.leaveOutRow', { row: error.row })} checked={excluded.has(error.row)} onChange={(event) => onExclude(toggled(excluded, error.row, event.target.checked))} />
        ) : null,
    },
  ]
  return (
    <>
      {rows.length > 1 ? (
        <label className="flex items-center justify-end gap-2 border-b border-line px-3 py-1.5">
          {t('roll.leaveOutAll')}
          <input type="checkbox" checked={all} onChange={(event) => onExclude(event.target.checked ? new Set([...excluded, ...rows]) : new Set())} />
        </label>
      ) : null}
      <VirtualTable label={t('roll.errors')} columns={columns} rows={errors} rowKey={(_, index) => index} muted={({ row }) => excluded.has(row)} />
    </>
  )
}
