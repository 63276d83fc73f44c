import { useTranslation } from 'react-i18next'
import { useStationName } from '../../stores/stations.ts'
import { DirectionMark } from '../../ui/direction-mark.tsx'
import { useTimes } from '../../ui/time.ts'
import type { Profile } from './draft.ts'

/** The latest comings and goings, and the nights somebody else had to close. */
export function ProfileMovements({ profile }: { profile: Profile }) {
  const { t } = useTranslation('members')
  const stationOf = useStationName()
  const { shortDate, time } = useTimes()
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <section aria-labelledby="profile-movements">
        <h3 id="profile-movements" className="label-caps mb-1.5">
          {t('movements')}
        </h3>
        {profile.movements.length === 0 ? <p className="text-ink-muted">{t('noMovements')}</p> : null}
        <ul className="grid gap-1">
          {profile.movements.slice(0, 10).map((move) => (
            <li key={move.id} className="flex items-center gap-2 border-t border-line pt-1">
              <DirectionMark kind={move.direction} />
              <span>
                {shortDate(move.at)} {time(move.at)}
              </span>
              <span className="truncate text-ink-muted">{stationOf(move.stationId, move.stationName)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="profile-missed">
        <h3 id="profile-missed" className="label-caps mb-1.5">
          {t('missedTitle', { count: profile.missedCheckoutCount })}
        </h3>
        {profile.missedCheckouts.length === 0 ? <p className="text-ink-muted">{t('noMissed')}</p> : null}
        <ul className="grid gap-1">
          {profile.missedCheckouts.slice(0, 10).map((entry) => (
            <li key={entry.id} className="border-t border-line pt-1">
              {t('missedOn', { on: shortDate(entry.originalCheckinAt), from: time(entry.originalCheckinAt), to: time(entry.forcedCheckoutAt), who: entry.actorName })}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
