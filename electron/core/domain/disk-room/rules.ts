/** When a disk has too little room left (trust.md 3.2: warn at 2 GB, alarm at 500 MB; a large desk needs more). Pure; bytes throughout. */
import type { RoomState } from '../../../../shared/domain/disk-room.ts'

const MB = 1_000_000
/** What a busy day writes, with the logs that PostgreSQL keeps until they are taken in. */
const dayBytes = 128 * MB
/** A backup is refused without room for the copy and a fifth more; a migration makes such a copy, and may write every table anew. */
const [ofBackup, ofBoth] = [1.2, 3.4]
/** So much more than what set it on puts it out: a log file that comes and goes must not make the light flicker. */
const marginBytes = 250 * MB

/**
 * Below which of free room it is said. `low`: a day, a backup and an update of Sentinel are not all sure to fit any more.
 * `very_low`: not even the next backup is.
 * @param database bytes of the database
 */
export const roomLimits = (database: number): Readonly<Record<Exclude<RoomState, 'enough'>, number>> => ({
  low: Math.max(2_000 * MB, dayBytes + Math.ceil(database * ofBoth)),
  very_low: Math.max(500 * MB, dayBytes + Math.ceil(database * ofBackup)),
})

/** @param before what was said last; a state is left only with a margin to spare */
export function roomState(before: RoomState, { free, database }: { readonly free: number; readonly database: number }): RoomState {
  const { low, very_low } = roomLimits(database)
  if (free < very_low + (before === 'very_low' ? marginBytes : 0)) return 'very_low'
  return free < low + (before === 'enough' ? 0 : marginBytes) ? 'low' : 'enough'
}

/** As it is written into an alert, which would otherwise be a new one every minute: whole 100 MB, below one GB 10 MB, rounded down. */
export const roundedRoom = (free: number): number => {
  const step = free < 1_000 * MB ? 10 * MB : 100 * MB
  return Math.floor(free / step) * step
}
