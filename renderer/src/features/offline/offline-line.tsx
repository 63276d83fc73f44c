import { CloudOff, RefreshCw, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOffline, type OfflineStatus } from '../../stores/offline.ts'
import { useSystem } from '../../stores/system.ts'
import { useNow, useTimes } from '../../ui/time.ts'

type State = 'away' | 'entering' | 'waiting' | 'toSee'

/** The one thing to say; null = the server is there and everything is entered and looked at. */
export function offlineState({ away, entering, failed, kept, toSee }: OfflineStatus, isDesk: boolean): State | null {
  if (away) return 'away'
  if (entering !== null) return 'entering'
  if (failed > 0 || kept > 0) return 'waiting'
  return toSee > 0 && isDesk ? 'toSee' : null
}

const icons: Record<State, LucideIcon> = { away: CloudOff, entering: RefreshCw, waiting: TriangleAlert, toSee: TriangleAlert }

/** That the server is away, since when, and how many scans are kept: in colour, shape and word (domain.md 4.4). */
export function OfflineLine({ isLarge = false, action }: { isLarge?: boolean; action?: ReactNode }) {
  const { t } = useTranslation('offline')
  const { time, shortDate, isToday } = useWhen()
  const status = useOffline((state) => state.status)
  const lost = useSystem((state) => state.lostAt !== null)
  const state = status === null || lost ? null : offlineState(status, !isLarge)
  if (status === null || state === null) return null
  const Icon = icons[state]
  const since = status.since ?? status.oldestAt ?? ''
  return (
    <div role="status" data-offline={state} className={`flex items-center gap-3 border-b border-attention bg-attention-soft text-attention ${isLarge ? 'px-7 py-3 text-xl' : 'px-4 py-2'}`}>
      <Icon aria-hidden size={isLarge ? 28 : 18} className="flex-none" />
      <p className="min-w-0 flex-1">
        {state === 'away' ? (
          <>
            <b>{t('away', { at: isToday(since) ? time(since) : `${shortDate(since)} ${time(since)}` })}</b> {status.kept === 0 ? t('keptNone') : t('kept', { count: status.kept })} {isLarge ? null : t('rest')}
          </>
        ) : state === 'entering' ? (
          <b>{t('entering', { done: status.entering?.done ?? 0, total: status.entering?.total ?? 0 })}</b>
        ) : (
          <b>{t(state, { count: state === 'waiting' ? status.kept : status.toSee })}</b>
        )}
      </p>
      {state === 'toSee' ? action : null}
    </div>
  )
}

/** Of today by the core's clock, which is the unit's. */
function useWhen() {
  const times = useTimes()
  const today = times.shortDate(useNow(60_000))
  return { ...times, isToday: (at: string): boolean => times.shortDate(at) === today }
}
