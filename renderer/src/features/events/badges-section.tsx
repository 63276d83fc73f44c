import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useTimes } from '../../ui/time.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { takeBadgeBack } from './acts.ts'
import { useBadges } from './use-badges.ts'

/** Which badges of events are free, and which never came back. */
export function BadgesSection() {
  const { t } = useTranslation('events')
  const { moment } = useTimes()
  const fetched = useBadges()
  return (
    <Loaded fetched={fetched}>
      {({ atDesk: free, outstanding }) => (
        <>
          <div className="flex max-h-28 flex-none flex-wrap items-center gap-2 overflow-y-auto border-b border-line px-3 py-2">
            <span className="text-ink-muted">{t('badges.free', { count: free.length })}</span>
            {free.map(({ badgeId, label }) => (
              <Chip key={badgeId}>{label}</Chip>
            ))}
            {free.length === 0 ? <span className="text-ink-muted">{t('badges.addHint')}</span> : null}
          </div>
          {outstanding.length === 0 ? (
            <EmptyState title={t('badges.none')} text={t('badges.noneText')} />
          ) : (
            <VirtualTable
              label={t('badges.label')}
              rows={outstanding}
              rowKey={({ attendeeId }) => attendeeId}
              columns={[
                { key: 'badge', title: t('column.badge'), width: '110px', renderCell: ({ label }) => <b className="font-semibold">{label}</b> },
                { key: 'name', title: t('column.with'), width: 'minmax(180px, 2fr)', renderCell: ({ name, organization }) => `${name} · ${organization}` },
                { key: 'event', title: t('column.event'), width: 'minmax(140px, 2fr)', renderCell: ({ eventName }) => <span className="text-ink-muted">{eventName}</span> },
                { key: 'since', title: t('column.since'), width: '150px', renderCell: ({ since }) => moment(since) },
                {
                  key: 'back',
                  title: t('column.back'),
                  width: '130px',
                  renderCell: (one) => (
                    <Button size="sm" className="h-[27px] px-2" aria-label={t('badges.backOf', { label: one.label })} onPress={() => void takeBadgeBack(one)}>
                      {t('badges.back')}
                    </Button>
                  ),
                },
              ]}
            />
          )}
        </>
      )}
    </Loaded>
  )
}
