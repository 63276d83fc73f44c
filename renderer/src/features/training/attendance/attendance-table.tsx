import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../../ui/chip.tsx'
import { useTimes } from '../../../ui/time.ts'
import { VirtualTable, type VirtualColumn } from '../../../ui/virtual-table.tsx'
import { order, type AttendanceRecord, type Sort } from './attendance-list.ts'
import { sortBy, useAttendanceView } from './attendance-view.ts'
import { FigureFlag, FigureText, TrendMark } from './figure.tsx'

export const attendanceTableId = 'attendance-table'

/** The unit, a person a row. */
export function AttendanceTable({ records }: { records: readonly AttendanceRecord[] }) {
  const { t } = useTranslation('attendance')
  const { locale } = useTimes()
  const { sort, picked } = useAttendanceView()
  const rows = useMemo(() => order(records, sort, new Intl.Collator(locale, { numeric: true })), [records, sort, locale])
  const sorted = (column: Sort['column']): Pick<VirtualColumn<AttendanceRecord>, 'key' | 'title' | 'sort' | 'onSort'> => ({
    key: column,
    title: t(`column.${column}`),
    sort: sort.column !== column ? 'none' : sort.descending ? 'descending' : 'ascending',
    onSort: () => sortBy(column),
  })
  return (
    <VirtualTable
      id={attendanceTableId}
      label={t('column.figure')}
      rows={rows}
      rowKey={({ member }) => member.id}
      pick={{ key: picked, onPick: (key) => useAttendanceView.setState({ picked: String(key) }), onOpen: ({ member }) => useAttendanceView.setState({ opened: member.id }) }}
      columns={[
        {
          ...sorted('name'),
          width: 'minmax(150px, 1.4fr)',
          renderCell: ({ member, bmq }) => (
            <span className="flex flex-wrap items-center gap-x-2">
              <b className="min-w-0 font-semibold wrap-break-word">{member.displayName}</b>
              {bmq === null ? null : (
                <span title={t('bmq', { name: bmq.name })}>
                  <Chip tone="visitor">{t('bmqChip')}</Chip>
                  <span className="sr-only">{t('bmq', { name: bmq.name })}</span>
                </span>
              )}
            </span>
          ),
        },
        { ...sorted('division'), width: 'minmax(70px, 0.6fr)', renderCell: ({ member }) => <span className="text-ink-muted" title={member.division?.name}>{member.division?.code ?? ''}</span> },
        { ...sorted('figure'), width: 'minmax(130px, 0.8fr)', renderCell: ({ attendance }) => <FigureText figure={attendance} /> },
        { key: 'flag', title: t('column.flag'), width: '118px', renderCell: ({ attendance }) => <FigureFlag figure={attendance} /> },
        { ...sorted('trend'), width: '90px', renderCell: ({ trend }) => <TrendMark trend={trend} /> },
      ]}
    />
  )
}
