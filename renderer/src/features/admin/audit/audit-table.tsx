import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditAreas, wordsOfAction } from '../../../../../shared/domain/audit-actions.ts'
import { wordsOfEntity } from '../../../../../shared/domain/audit-entities.ts'
import { useStationName } from '../../../stores/stations.ts'
import { useTimes } from '../../../ui/time.ts'
import { VirtualTable, type VirtualColumn } from '../../../ui/virtual-table.tsx'
import { useAuditView, type Line } from './audit-store.ts'
import { useAuditLanguage } from './use-saying.ts'

export const auditTableId = 'audit-table'

/** What was tried in vain is worth a glance. */
const isRefusal = (action: string): boolean => /_(failed|refused)$/.test(action)

interface Props {
  readonly lines: readonly Line[]
  readonly onEnd: () => void
}

export function AuditTable({ lines, onEnd }: Props) {
  const { t } = useTranslation('audit')
  const language = useAuditLanguage()
  const { shortDate, seconds } = useTimes()
  const stationOf = useStationName()
  const opened = useAuditView((state) => state.opened)
  const [picked, setPicked] = useState<string | number | null>(null)
  // While one is open the arrows go from one to the next.
  const pick = (key: string | number): void => {
    setPicked(key)
    if (opened !== null) useAuditView.setState({ opened: lines.find(({ seq }) => seq === key) ?? opened })
  }
  const wide = (column: VirtualColumn<Line>): VirtualColumn<Line>[] => (opened === null ? [column] : [])
  return (
    <VirtualTable
      id={auditTableId}
      label={t('title')}
      rows={lines}
      rowKey={({ seq }) => seq}
      pick={{ key: opened?.seq ?? picked, onPick: pick, onOpen: (line) => useAuditView.setState({ opened: line }) }}
      onEnd={onEnd}
      columns={[
        {
          key: 'time',
          title: t('column.time'),
          width: '160px',
          renderCell: ({ at }) => (
            <time dateTime={at} className="whitespace-nowrap">
              <span className="text-ink-muted">{shortDate(at)}</span> {seconds(at)}
            </time>
          ),
        },
        ...wide({ key: 'area', title: t('column.area'), width: '148px', renderCell: ({ area }) => <span className="block truncate text-ink-muted">{auditAreas[area][language]}</span> }),
        { key: 'action', title: t('column.action'), width: 'minmax(150px, 1.3fr)', renderCell: ({ action }) => <span className={`font-semibold ${isRefusal(action) ? 'text-refused' : ''}`}>{wordsOfAction(action)[language]}</span> },
        { key: 'actor', title: t('column.actor'), width: 'minmax(130px, 1fr)', renderCell: ({ actor }) => <span className={`block truncate ${actor.kind === 'device' || actor.kind === 'system' ? 'text-ink-muted' : ''}`} title={actor.name}>{actor.name}</span> },
        {
          key: 'subject',
          title: t('column.subject'),
          width: 'minmax(150px, 1.3fr)',
          renderCell: ({ subject, entityType }) => (subject === null ? <span className="text-ink-muted">{wordsOfEntity(entityType)[language]}</span> : <span className="block truncate" title={subject}>{subject}</span>),
        },
        ...wide({ key: 'station', title: t('column.station'), width: 'minmax(84px, 130px)', renderCell: ({ stationId, stationName }) => <span className="block truncate text-ink-muted">{stationId === null ? '–' : stationOf(stationId, stationName ?? undefined)}</span> }),
      ]}
    />
  )
}
