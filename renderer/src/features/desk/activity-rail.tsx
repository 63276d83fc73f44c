import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePresence, type ActivityItem } from '../../stores/presence.ts'
import { useMay } from '../../stores/session.ts'
import { useStationName } from '../../stores/stations.ts'
import { useSystem } from '../../stores/system.ts'
import { secondsLeft } from '../../stores/undo-window.ts'
import { takeBack } from '../../stores/undo.ts'
import { DirectionMark } from '../../ui/direction-mark.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useTimes } from '../../ui/time.ts'
import { openMovement } from '../history/history-store.ts'
import { AsOfMark } from './as-of-mark.tsx'

/** What happened last, newest on top: refused scans too, because somebody stands at the door. */
export function ActivityRail() {
  const { t } = useTranslation('desk')
  const activity = usePresence((state) => state.activity)
  return (
    <section aria-label={t('activity')} className="panel flex-1">
      <div className="flex h-[51px] flex-none items-center justify-between border-b border-line px-3">
        <h2 className="flex items-center gap-2 text-[15px] font-semibold">
          {t('activity')} <AsOfMark />
        </h2>
        <span className="text-xs text-ink-muted">{activity === null ? '' : t('today', { count: activity.today })}</span>
      </div>
      {activity === null ? (
        <Skeleton />
      ) : activity.items.length === 0 ? (
        <EmptyState title={t('noActivity')} />
      ) : (
        // A scrolling list must be reachable without a mouse.
        <ul tabIndex={0} aria-label={t('activity')} className="min-h-0 flex-1 overflow-y-auto -outline-offset-2!">
          {activity.items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Item({ item }: { item: ActivityItem }) {
  const { t } = useTranslation(['desk', 'history'])
  const { seconds } = useTimes()
  const stationOf = useStationName()
  const station = stationOf(item.stationId, item.stationName)
  const mayOpen = useMay('quartermaster')
  const refused = item.kind === 'refused'
  const guest = item.outcome === 'visitor_in' || item.outcome === 'visitor_out' ? t('visitor') : item.outcome === 'attendee_in' || item.outcome === 'attendee_out' ? t('attendee') : undefined
  // The kiosk's words speak to the person at the door; these tell the desk why.
  const where = refused ? `${t(`refused.${item.outcome as 'unknown_badge'}`)} · ${station}` : [guest ?? item.person?.division?.code, station, item.flagged ? t('flagged') : ''].filter(Boolean).join(' · ')
  const name = item.person?.displayName ?? t('unknownBadge', { tail: item.serialTail ?? '' })
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)_auto] items-center gap-2 border-b border-line px-3 py-1.5">
      <DirectionMark kind={item.kind} />
      <span className="min-w-0 leading-tight">
        {mayOpen && !refused && guest === undefined ? (
          <button type="button" className="block max-w-full cursor-pointer text-left break-words hover:underline" aria-label={t('history:actions.movement', { name: `${name}, ${seconds(item.at)}` })} onClick={() => openMovement(item.id)}>
            {name}
          </button>
        ) : (
          <span className="block break-words">{name}</span>
        )}
        <span className={`block text-xs ${refused ? 'text-refused' : 'text-ink-muted'}`}>{where}</span>
      </span>
      <span className="grid justify-items-end gap-0.5">
        <time dateTime={item.at} className="text-xs text-ink-muted">
          {seconds(item.at)}
        </time>
        {refused || guest !== undefined ? null : <UndoFresh movementId={item.id} name={name} at={item.at} />}
      </span>
    </li>
  )
}

/** Beside what happened within the last ten seconds: a badge that was somebody else's is taken back at once (domain.md 8 scenario 9). */
function UndoFresh({ movementId, name, at }: { movementId: string; name: string; at: string }) {
  const { t } = useTranslation('history')
  const offset = useSystem((state) => state.clockOffset)
  const [now, setNow] = useState(() => Date.now())
  const left = secondsLeft(at, now + offset)
  const isFresh = left > 0
  // An entry by hand may count long ago or just now; only those of this moment tick.
  useEffect(() => {
    if (!isFresh) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [isFresh])
  if (!isFresh) return null
  return (
    <button type="button" onClick={() => void takeBack(movementId, (person) => t('undo.done', { name: person }))} className="cursor-pointer rounded-md border border-line px-1.5 text-xs text-out hover:bg-chip">
      {t('undo.label')}
      <span className="sr-only">, {name}</span> <span aria-hidden>{t('undo.seconds', { count: left })}</span>
    </button>
  )
}

/** The shape of what is coming. */
const Skeleton = () => (
  <div aria-hidden className="flex-1 overflow-hidden">
    {Array.from({ length: 10 }, (_, index) => (
      <div key={index} className="flex h-[47px] items-center gap-2 border-b border-line px-3">
        <span className="size-6 rounded-md bg-chip" />
        <span className="h-3 rounded bg-chip" style={{ width: 90 + ((index * 41) % 90) }} />
      </div>
    ))}
  </div>
)
