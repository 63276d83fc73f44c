/** Backups, the place away from this PC, and the way back (screens.md 5.4, W-19; trust.md 3.1). */
import * as v from 'valibot'
import { backupKinds, secondStates } from '../domain/backups.ts'
import { Count, Empty, Instant } from './fields.ts'
import { call, event } from './kit.ts'

const Path = v.pipe(v.string(), v.trim(), v.minLength(1, 'needed'), v.maxLength(1000))
const Passphrase = v.pipe(v.string(), v.minLength(1, 'needed'), v.maxLength(500))
const Pin = v.pipe(v.string(), v.minLength(1), v.maxLength(50))
const wrongPin = ['not_signed_in', 'sign_in_wrong', 'sign_in_wait', 'sign_in_locked'] as const
const notRestorable = ['backups_none', 'backup_unknown', 'backup_no_room', 'backup_not_one', 'backup_damaged', 'backup_passphrase_wrong', 'backup_newer_version', 'backup_other_version'] as const

/** Which backup: one on this PC by its name, or a sealed file by its path. */
export const BackupSource = v.variant('place', [v.object({ place: v.literal('here'), name: v.pipe(v.string(), v.maxLength(100)) }), v.object({ place: v.literal('away'), path: Path, passphrase: Passphrase })])

const Second = v.object({
  state: v.picklist(secondStates),
  /** As it was chosen; null = none. */
  folder: v.nullable(v.string()),
  /** When the newest backup there was made; null = none is there. */
  newestAt: v.nullable(Instant),
})

const Listed = v.object({
  /** Unique in its place. */
  name: v.string(),
  kind: v.picklist(backupKinds),
  madeAt: Instant,
  /** Of all tables together; null = it was not opened when it was made. */
  rows: v.nullable(Count),
  bytes: v.nullable(Count),
  /** It was opened and compared with the desk when it was made. */
  verified: v.boolean(),
})

const Staged = v.object({ from: v.string(), madeAt: Instant, stagedAt: Instant })
const Holds = v.object({ members: Count, movements: Count, latestMovementAt: v.nullable(Instant) })

export const backups = {
  status: call({
    needs: 'admin',
    summary: 'How old the newest proved backup is, how the second place is, and whether a restore waits for the next start.',
    input: Empty,
    output: v.object({
      /** False = this desk has no folder of its own; there are no backups then. */
      kept: v.boolean(),
      newestAt: v.nullable(Instant),
      overdue: v.boolean(),
      maxAgeHours: Count,
      second: Second,
      staged: v.nullable(Staged),
    }),
    errors: [],
  }),
  list: call({
    needs: 'admin',
    summary: 'Backups on this PC, and the sealed ones in the second place or in another folder; newest first.',
    input: v.object({ /** Null = the second place. */ folder: v.optional(v.nullable(Path), null) }),
    output: v.object({
      here: v.array(Listed),
      away: v.array(v.object({ ...Listed.entries, path: v.string(), /** Made by another desk than this one. */ otherDesk: v.boolean() })),
      /** The folder could not be read. */
      awayUnreadable: v.boolean(),
    }),
    errors: [],
  }),
  make: call({
    needs: 'admin',
    summary: 'Makes a backup now, proves it, and carries it to the second place where one is set.',
    input: Empty,
    output: v.object({ name: v.string(), rows: Count }),
    errors: ['backups_none', 'backup_no_room', 'backup_failed'],
  }),
  setSecond: call({
    needs: 'admin',
    summary: 'Sets the second place. Backups go there sealed with a passphrase, which is kept nowhere; null keeps the lock of before.',
    input: v.object({ folder: Path, passphrase: v.nullable(Passphrase), pin: Pin }),
    output: Empty,
    errors: ['backups_none', 'backup_passphrase_needed', 'backup_passphrase_short', 'second_place_missing', 'second_place_read_only', 'second_place_full', 'second_place_failed', ...wrongPin],
  }),
  removeSecond: call({ needs: 'admin', summary: 'No second place any more. What lies there stays.', input: Empty, output: Empty, errors: ['backups_none'] }),
  setMaxAge: call({
    needs: 'admin',
    summary: 'From how many hours on the newest backup is too old.',
    input: v.object({ hours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(720)) }),
    output: Empty,
    errors: ['backups_none'],
  }),
  preview: call({
    needs: 'admin',
    summary: 'Opens a copy of a backup and says what is in it, and what the desk would lose.',
    input: v.object({ source: BackupSource }),
    output: v.object({
      madeAt: v.nullable(Instant),
      /** Sentinel that made it; null = not known. */
      appVersion: v.nullable(v.string()),
      otherDesk: v.boolean(),
      backup: Holds,
      desk: Holds,
      /** What was recorded here after the backup; null = it is another desk’s. */
      lost: v.nullable(v.object({ movements: Count, acts: Count })),
    }),
    errors: notRestorable,
  }),
  restore: call({
    needs: 'admin',
    summary: 'Proves the backup, copies the desk as it is, and lays the backup out to take the desk’s place at the next start.',
    input: v.object({ source: BackupSource, pin: Pin }),
    output: Staged,
    errors: [...notRestorable, 'backup_failed', ...wrongPin],
  }),
  cancelRestore: call({ needs: 'admin', summary: 'What was laid out does not take the desk’s place.', input: Empty, output: Empty, errors: ['backups_none'] }),
  exportDatabase: call({
    needs: 'admin',
    summary: 'Writes the whole desk as SQL that PostgreSQL 15 or newer loads, readable by whoever has the file. In the trail with size and time.',
    input: v.object({ /** Whole path on the desk’s PC, ending in .sql or .sql.gz; nothing is written over. */ path: Path, pin: Pin }),
    output: v.variant('status', [
      v.object({ status: v.literal('written'), path: v.string(), bytes: Count, /** Of all tables. */ rows: Count }),
      /** It was called off: nothing was written. */
      v.object({ status: v.literal('cancelled') }),
    ]),
    errors: ['backups_none', 'export_name', 'export_exists', 'export_runs_already', 'export_failed', 'backup_no_room', 'second_place_missing', 'second_place_read_only', 'second_place_full', ...wrongPin],
  }),
  cancelExport: call({ needs: 'admin', summary: 'Ends the export that is under way; what it had written is taken away.', input: Empty, output: Empty, errors: [] }),
  exporting: event({ needs: 'admin', summary: 'How far the export is.', payload: v.object({ /** 0 to 1; null = the desk is being copied. */ part: v.nullable(v.number()) }) }),
  changed: event({ needs: 'device', summary: 'A backup was made or carried, or what is set for them changed.', payload: v.object({}) }),
  staged: event({ needs: 'device', summary: 'A restore waits: Sentinel must start again for it.', payload: v.object({}) }),
}
