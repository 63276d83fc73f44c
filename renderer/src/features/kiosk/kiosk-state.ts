import type { ReaderStatus, SystemStatus } from '../../stores/system.ts'

export type ReadyState = 'ready' | 'noReader' | 'connecting' | 'absent' | 'faulted' | 'lost' | 'stalled' | 'full' | 'closed'

interface Facts {
  readonly connected: boolean
  readonly database: SystemStatus['database']['state'] | undefined
  readonly readers: readonly Pick<ReaderStatus, 'state' | 'stationId'>[]
  /** Only readers of this door count; null = all. */
  readonly station: string | null
}

/** Whether a badge held up now would be counted; the worst trouble first. One ready reader is enough. */
export function readyState({ connected, database, readers, station }: Facts): ReadyState {
  if (!connected) return 'lost'
  if (database === 'stalled' || database === 'full' || database === 'closed') return database
  const own = readers.filter((reader) => station === null || reader.stationId === station)
  if (own.length === 0) return 'noReader'
  const has = (state: ReaderStatus['state']): boolean => own.some((reader) => reader.state === state)
  if (has('ready')) return 'ready'
  if (has('connecting')) return 'connecting'
  return has('faulted') ? 'faulted' : 'absent'
}

/** What the person should do, where there is anything: a keyboard reader works without being seen. */
export const helpFor = (state: ReadyState): 'reader' | 'paper' | undefined => {
  switch (state) {
    case 'ready':
    case 'noReader':
    case 'connecting':
      return undefined
    case 'absent':
    case 'faulted':
      return 'reader'
    default:
      return 'paper'
  }
}
