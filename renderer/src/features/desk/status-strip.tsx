import { useTranslation } from 'react-i18next'
import { usePresence } from '../../stores/presence.ts'
import { useSystem } from '../../stores/system.ts'
import { StatusCard } from '../../ui/status-card.tsx'
import { useTimes } from '../../ui/time.ts'
import { useReaderWords } from './reader-words.ts'

/** Who is inside, do the readers read, is it being written down, and which day is it. Duty and lockup join here. */
export function StatusStrip() {
  const { t } = useTranslation(['desk', 'common'])
  const { snapshot, activity } = usePresence()
  const { status, connected } = useSystem()
  const { seconds, civilDate } = useTimes()
  const readers = useReaderWords()
  const database = status?.database.state ?? 'ready'
  const recording = connected && database === 'ready'
  const counts = snapshot?.counts
  return (
    <div className="col-span-2 grid grid-cols-4 gap-2.5">
      <StatusCard label={t('strip.inside')} tone="ok" detail={counts === undefined ? ' ' : t('strip.ofRoll', { count: counts.onRoll })}>
        {counts === undefined ? t('common:loading') : `${t('strip.members', { count: counts.members })} · ${t('strip.visitors', { count: counts.visitors })}`}
      </StatusCard>
      <StatusCard label={t('strip.readers')} tone={readers.ok ? 'info' : 'attention'} detail={readers.lastReadAt === null ? t('strip.noRead') : t('strip.lastRead', { at: seconds(readers.lastReadAt) })}>
        {readers.text}
      </StatusCard>
      <StatusCard label={t('strip.database')} tone={recording ? 'info' : 'refused'} detail={t('strip.movements', { count: activity?.today ?? 0 })}>
        {t(`common:database.${database}`)}
      </StatusCard>
      <StatusCard label={t('strip.day')} tone="info" detail={status === null ? ' ' : t('strip.until', { at: status.unit.rollover })}>
        {snapshot === null ? t('common:loading') : civilDate(snapshot.operationalDate)}
      </StatusCard>
    </div>
  )
}
