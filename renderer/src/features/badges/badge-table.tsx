import { useTranslation } from 'react-i18next'
import { useDefinitionName } from '../../stores/definitions.ts'
import { Chip } from '../../ui/chip.tsx'
import { useTimes } from '../../ui/time.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import type { Badge } from './use-badges.ts'

/** Lost opens nothing and is looked for; disabled and damaged open nothing; active opens. */
export const toneOf = (status: string) => (status === 'active' ? 'in' : status === 'lost' ? 'refused' : 'attention')

export function BadgeTable({ badges, onOpen }: { badges: readonly Badge[]; onOpen: (badge: Badge) => void }) {
  const { t } = useTranslation('badges')
  const nameOf = useDefinitionName()
  const { shortDate, time, moment } = useTimes()
  return (
    <VirtualTable
      label={t('title')}
      rows={badges}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'badge',
          title: t('column.badge'),
          width: '170px',
          renderCell: (badge) => (
            <button type="button" className="cursor-pointer font-semibold text-out hover:underline" onClick={() => onOpen(badge)} aria-label={t('open', { badge: badge.label ?? `…${badge.serialTail}` })}>
              {badge.label === null ? `…${badge.serialTail}` : `${badge.label} · …${badge.serialTail}`}
            </button>
          ),
        },
        { key: 'status', title: t('column.status'), width: '140px', renderCell: ({ status }) => <Chip tone={toneOf(status)}>{nameOf('badgeStatuses', status)}</Chip> },
        {
          key: 'holder',
          title: t('column.holder'),
          width: 'minmax(200px, 2fr)',
          renderCell: ({ holder, lent, outstanding, kind }) =>
            holder !== null ? (
              <>
                <b className="font-semibold">{holder.displayName}</b> <span className="text-ink-muted">{holder.serviceNumber}</span>
              </>
            ) : lent !== null ? (
              <>
                <b className="font-semibold">{lent.displayName}</b> <span className="text-ink-muted">{t('lentSince', { at: moment(lent.since) })}</span>
              </>
            ) : outstanding !== null ? (
              <Chip tone="attention">{t('outstandingFrom', { name: outstanding.displayName })}</Chip>
            ) : (
              <span className="text-ink-muted">{t(`free.${kind}`)}</span>
            ),
        },
        { key: 'used', title: t('column.used'), width: '160px', renderCell: ({ lastUsedAt }) => <span className="text-ink-muted">{lastUsedAt === null ? t('never') : `${shortDate(lastUsedAt)} ${time(lastUsedAt)}`}</span> },
      ]}
    />
  )
}
