/** What a backup holds beside what the desk holds, and the words for one that cannot be used. */
import { join } from 'node:path'
import { gt, max } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { backups } from '../../../../shared/contract/backups.ts'
import type { RefusalCode } from '../../../../shared/i18n/refusals.ts'
import { readName } from '../../db/backup-names.ts'
import type { Tx } from '../../db/database.ts'
import { readDeskId } from '../../db/folder.ts'
import type { BackupSource, LaidOut } from '../../db/lay-out.ts'
import { NotRestorable, type RestoreProblem } from '../../db/restore.ts'
import { audit, member, movement } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'

type Source = InputOf<typeof backups.preview>['source']
type Preview = OutputOf<typeof backups.preview>

/** A refusal for each reason. */
export const restoreCodes = {
  unknown: 'backup_unknown',
  no_room: 'backup_no_room',
  not_a_backup: 'backup_not_one',
  damaged: 'backup_damaged',
  wrong_passphrase: 'backup_passphrase_wrong',
  newer_version: 'backup_newer_version',
  other_version: 'backup_other_version',
} as const satisfies Record<RestoreProblem, RefusalCode>

/** Answers what the work answers; one that cannot be restored is refused in words. */
export async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof NotRestorable ? refuse(restoreCodes[error.problem]) : error
  }
}

/** Where a backup lies. Refuses `backup_unknown` for a name that is none: names are not paths. */
export function locate(root: string, source: Source): { source: BackupSource; from: string } {
  if (source.place === 'away') return { source: { file: source.path, passphrase: source.passphrase }, from: source.path }
  if (readName(source.name) === undefined) throw refuse('backup_unknown')
  return { source: { folder: join(root, 'backups', source.name) }, from: source.name }
}

export async function comparePreview(tx: Tx, root: string, found: LaidOut): Promise<Preview> {
  const [latest] = await tx.select({ at: max(movement.at) }).from(movement)
  const otherDesk = found.deskId !== readDeskId(root)
  const since = new Date(found.latestActAt ?? 0)
  return {
    madeAt: found.info?.madeAt ?? null,
    appVersion: found.info?.appVersion ?? null,
    otherDesk,
    backup: { members: found.members, movements: found.movements, latestMovementAt: found.latestMovementAt },
    desk: { members: await tx.$count(member), movements: await tx.$count(movement), latestMovementAt: latest?.at?.toISOString() ?? null },
    lost: otherDesk ? null : { movements: await tx.$count(movement, gt(movement.recordedAt, since)), acts: await tx.$count(audit, gt(audit.at, since)) },
  }
}
