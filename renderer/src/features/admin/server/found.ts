/** What was found on a server, and what can be done with it. */
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { server } from '../../../../../shared/contract/server.ts'

export type Found = OutputOf<typeof server.check>

/** Carry this PC's record there, join the one that is there; null = neither. */
export function wayFor({ holds, desk }: Pick<Found, 'holds' | 'desk'>): 'to' | 'join' | null {
  if (holds === 'empty') return 'to'
  return desk !== null && (desk.version === 'same' || desk.version === 'older') ? 'join' : null
}
