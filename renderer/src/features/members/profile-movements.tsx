import { useTranslation } from 'react-i18next'
import { useStationName } from '../../stores/stations.ts'
import { Button } from '../../ui/button.tsx'
import { DirectionMark } from '../../ui/direction-mark.tsx'
import { useTimes } from '../../ui/time.ts'
import { openMovement, openPerson } from '../history/history-store.ts'
import { openManual } from '../history/manual-store.ts'
import type { Profile } from './draft.ts'
import { useRollView } from './roll-store.ts'

/** The latest comings and goings, and the nights somebody else had to close. */
export function ProfileMovements({ profile }: { profile: Profile }) {
  const { t } = useTranslation(['members', 'history'])
  const stationOf = useStationName()
  const { shortDate, time } = useTimes()
  // What was entered can be taken back for ten seconds: nothing may lie over the way back.
  const byHand = (): void => {
    useRollView.setState({ opened: null })
    openManual({ person: profile })
  }
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
              <button type="button" className="cursor-pointer whitespace-nowrap hover:underline" aria-label={t('openMovement', { at: `${shortDate(move.at)} ${time(move.at)}` })} onClick={() => openMovement(move.id)}>
                {shortDate(move.at)} {time(move.at)}
              </button>
              <span className="truncate text-ink-muted">{stationOf(move.stationId, move.stationName)}</span>
            </li>
          ))}
        </ul>
        <div className="mt-2 flex gap-2">
          <Button size="sm" onPress={byHand}>
            {t('history:manual.open')}
          </Button>
          <Button size="sm" onPress={() => openPerson(profile)}>
            {t('history:actions.movements')}
          </Button>
        </div>
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
