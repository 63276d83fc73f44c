/** What a backup tells of itself without being opened: `backup.json` inside its folder. PostgreSQL passes it over. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { backupKinds } from '../../../shared/domain/backups.ts'
import { writeWhole } from './sync-files.ts'

const BackupInfo = v.object({
  kind: v.picklist(backupKinds),
  /** ISO instant. */
  madeAt: v.string(),
  appVersion: v.string(),
  deskId: v.string(),
  /** Hash of the newest migration that was applied. */
  schema: v.string(),
  /** Of all tables together. */
  rows: v.number(),
  /** Of all files together. */
  bytes: v.number(),
  /** What it was proved to hold (check-copy.ts). */
  contents: v.record(v.string(), v.string()),
})
export type BackupInfo = v.InferOutput<typeof BackupInfo>

const file = 'backup.json'

/** undefined = it has none: it was copied before it could be opened, or the file cannot be read. */
export function readBackupInfo(folder: string): BackupInfo | undefined {
  try {
    return v.parse(BackupInfo, JSON.parse(readFileSync(join(folder, file), 'utf8')))
  } catch {
    return undefined
  }
}

export const writeBackupInfo = (folder: string, info: BackupInfo): void => writeWhole(join(folder, file), `${JSON.stringify(info)}\n`)

/** A copy that becomes a desk is no backup any more. */
export const dropBackupInfo = (folder: string): void => rmSync(join(folder, file), { force: true })
