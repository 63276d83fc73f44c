import type { ReaderStatus, SystemStatus } from '../../stores/system.ts'

export type ReadyState = 'opening' | 'ready' | 'noReader' | 'connecting' | 'absent' | 'faulted' | 'lost' | 'stalled' | 'full' | 'closed'

interface Facts {
  readonly connected: boolean
  readonly database: SystemStatus['database']['state'] | undefined
  /** null until they have arrived. */
  readonly readers: readonly Pick<ReaderStatus, 'state' | 'stationId'>[] | null
  /** Only readers of this door count; null = all. */
  readonly station: string | null
}

/** Whether a badge held up now would be counted; the worst trouble first. One ready reader is enough. */
export function readyState({ connected, database, readers, station }: Facts): ReadyState {
  if (!connected) return 'lost'
  if (database === 'stalled' || database === 'full' || database === 'closed') return database
  // Nothing is promised before anything is known.
  if (database === undefined || readers === null) return 'opening'
  const own = readers.filter((reader) => station === null || reader.stationId === station)
  if (own.length === 0) return 'noReader'
  const has = (state: ReaderStatus['state']): boolean => own.some((reader) => reader.state === state)
  if (has('ready')) return 'ready'
  if (has('connecting')) return 'connecting'
  return has('faulted') ? 'faulted' : 'absent'
}

/** What the person should do, where there is anything: a keyboard reader works without being seen. */
export const helpFor = (state: ReadyState): 'moment' | 'reader' | 'paper' | undefined => {
  switch (state) {
    case 'ready':
    case 'noReader':
      return undefined
    case 'opening':
    case 'connecting':
      return 'moment'
    case 'absent':
    case 'faulted':
      return 'reader'
    default:
      return 'paper'
  }
}

/** The reader light. A keyboard reader cannot be seen, so that nothing is said of it. */
export const lampFor = (state: ReadyState): 'ok' | 'attention' | 'refused' | 'unknown' => {
  if (state === 'ready') return 'ok'
  if (state === 'noReader') return 'unknown'
  return helpFor(state) === 'moment' ? 'attention' : 'refused'
}
