import { useTranslation } from 'react-i18next'
import { useDuty } from '../../stores/duty.ts'
import { usePresence, type Snapshot } from '../../stores/presence.ts'
import { useSystem, useZone } from '../../stores/system.ts'
import { StatusCard } from '../../ui/status-card.tsx'
import { useNow, useTimes, wallDate } from '../../ui/time.ts'
import { DutyCards } from '../duty/duty-cards.tsx'
import { useAsOf } from './use-as-of.ts'

/** The fullest divisions, fullest first. */
const topDivisions = ({ counts }: Snapshot): string =>
  counts.byDivision
    .filter(({ present }) => present > 0)
    .toSorted((a, b) => b.present - a.present)
    .slice(0, 4)
    .map(({ code, present }) => `${code} ${present}`)
    .join(' · ')

/** Who is responsible, is the building secured, who is inside, and which day is it. Readers and record have their lamps in the bar. */
export function StatusStrip() {
  const { t } = useTranslation(['desk', 'common'])
  const { snapshot } = usePresence()
  const status = useSystem((state) => state.status)
  const zone = useZone()
  const now = useNow(15_000)
  const { civilDate } = useTimes()
  const asOf = useAsOf()
  const isWatchNight = useDuty((duty) => duty.tonight?.isWatchNight ?? false)
  // After midnight the operational day is still yesterday's, and it ends today.
  const ends = snapshot !== null && wallDate(now, zone) > snapshot.operationalDate ? 'untilToday' : 'untilTomorrow'
  const { members = 0, visitors = 0, attendees = 0 } = snapshot?.counts ?? {}
  // Three kinds do not fit the large line: then it says how many they are together.
  const hasAttendees = attendees > 0
  const kinds = [t('strip.members', { count: members }), t('strip.visitors', { count: visitors }), ...(hasAttendees ? [t('strip.attendees', { count: attendees })] : [])]
  return (
    <div className="col-span-2 grid grid-cols-5 gap-2.5">
      <DutyCards />
      {snapshot === null ? (
        <StatusCard label={t('strip.inside')} tone="info" detail={blank}>
          {t('common:loading')}
        </StatusCard>
      ) : (
        <StatusCard label={t('strip.inside')} aside={t('strip.ofRoll', { count: snapshot.counts.onRoll })} tone={asOf === null ? 'ok' : 'info'} detail={hasAttendees ? kinds.join(' · ') : topDivisions(snapshot) || t('strip.nobody')}>
          {hasAttendees ? t('strip.people', { count: snapshot.people.length }) : kinds.join(' · ')}
        </StatusCard>
      )}
      {/* Tonight’s watch takes its place: five answers are what one reads from across the room. */}
      {isWatchNight ? null : <StatusCard label={t('strip.day')} tone="info" detail={status === null || snapshot === null ? blank : t(`strip.${ends}`, { at: status.unit.rollover })}>
        {snapshot === null ? t('common:loading') : civilDate(snapshot.operationalDate)}
      </StatusCard>}
    </div>
  )
}

/** Keeps the line's height while there is nothing to say. */
const blank = '\u00a0'
