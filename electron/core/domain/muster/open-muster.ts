/** The muster that is open, at hand: a scan asks it and nothing else while none is (screens.md P0-7). */
import type { MusterKind } from '../../../../shared/domain/muster.ts'
import type { Tx } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import { readOpenMuster, readPoints, type MusterRow } from './queries.ts'

export interface OpenMuster {
  readonly id: string
  readonly kind: MusterKind
  readonly startedAt: Date
  readonly startedBy: string
  readonly fileStem: string
  readonly points: ReadonlySet<string>
  /** Of the clock that only grows, when it began: what counts minutes is not fooled by a clock that is set back. */
  readonly began: number
}

export const toOpen = ({ id, kind, startedAt, startedBy, fileStem }: MusterRow, points: readonly string[], clock: Clock): OpenMuster => ({ id, kind, startedAt, startedBy, fileStem, points: new Set(points), began: clock.monotonic() - Math.max(0, clock.now().getTime() - startedAt.getTime()) })

/** The one of the record. */
export async function readOpen(tx: Tx, clock: Clock): Promise<OpenMuster | null> {
  const row = await readOpenMuster(tx)
  return row === undefined ? null : toOpen(row, await readPoints(tx, row.id), clock)
}

/** When names turn red, on the clock that is shown now. */
export function redAt({ startedAt, began }: OpenMuster, redAfterMinutes: number, clock: Clock): Date {
  const plain = startedAt.getTime() + redAfterMinutes * 60_000
  const steady = clock.now().getTime() - (clock.monotonic() - began) + redAfterMinutes * 60_000
  // The two clocks run apart by a little all the time: the instant must not tremble.
  return new Date(Math.abs(plain - steady) < 2_000 ? plain : steady)
}
