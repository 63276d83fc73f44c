import { useTranslation } from 'react-i18next'
import { usePresence, type Snapshot } from '../../stores/presence.ts'
import { useSystem, useZone } from '../../stores/system.ts'
import { StatusCard } from '../../ui/status-card.tsx'
import { useNow, useTimes, wallDate } from '../../ui/time.ts'
import { useReaderWords, useRecordWords } from './reader-words.ts'
import { useAsOf } from './use-as-of.ts'

/** The fullest divisions, fullest first. */
const topDivisions = ({ counts }: Snapshot): string =>
  counts.byDivision
    .filter(({ present }) => present > 0)
    .toSorted((a, b) => b.present - a.present)
    .slice(0, 4)
    .map(({ code, present }) => `${code} ${present}`)
    .join(' · ')

const tones = { ok: 'info', attention: 'attention', refused: 'refused', unknown: 'info' } as const

/** Who is inside, do the readers read, is it being written down, and which day is it. Duty and lockup join here. */
export function StatusStrip() {
  const { t } = useTranslation(['desk', 'common'])
  const { snapshot, activity } = usePresence()
  const status = useSystem((state) => state.status)
  const zone = useZone()
  const now = useNow(15_000)
  const { seconds, civilDate } = useTimes()
  const readers = useReaderWords()
  const record = useRecordWords()
  const asOf = useAsOf()
  // After midnight the operational day is still yesterday's, and it ends today.
  const ends = snapshot !== null && wallDate(now, zone) > snapshot.operationalDate ? 'untilToday' : 'untilTomorrow'
  return (
    <div className="col-span-2 grid grid-cols-4 gap-2.5">
      {snapshot === null ? (
        <StatusCard label={t('strip.inside')} tone="info" detail={blank}>
          {t('common:loading')}
        </StatusCard>
      ) : (
        <StatusCard label={t('strip.inside')} aside={t('strip.ofRoll', { count: snapshot.counts.onRoll })} tone={asOf === null ? 'ok' : 'info'} detail={topDivisions(snapshot) || t('strip.nobody')}>
          {`${t('strip.members', { count: snapshot.counts.members })} · ${t('strip.visitors', { count: snapshot.counts.visitors })}`}
        </StatusCard>
      )}
      <StatusCard label={t('strip.readers')} tone={tones[readers.state]} detail={!readers.known ? blank : readers.lastReadAt === null ? t('strip.noRead') : t('strip.lastRead', { at: seconds(readers.lastReadAt) })}>
        {readers.text}
      </StatusCard>
      <StatusCard label={t('strip.database')} tone={tones[record.state]} detail={activity === null ? blank : t('strip.movements', { count: activity.today })}>
        {record.text}
      </StatusCard>
      <StatusCard label={t('strip.day')} tone="info" detail={status === null || snapshot === null ? blank : t(`strip.${ends}`, { at: status.unit.rollover })}>
        {snapshot === null ? t('common:loading') : civilDate(snapshot.operationalDate)}
      </StatusCard>
    </div>
  )
}

/** Keeps the line's height while there is nothing to say. */
const blank = '\u00a0'
