/** A restore from the command line, for a desk that does not open or another PC (docs/restore.md): takes the lock, lays the backup out, proves it, puts it in place, ends. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createTranslator } from '../../../shared/i18n/index.ts'
import { readName } from '../db/backup-names.ts'
import { resolveDataDir } from '../db/folder.ts'
import type { BackupSource } from '../db/lay-out.ts'
import { takeLock } from '../db/lock.ts'
import { isServerChosen } from '../db/server-choice.ts'
import { finishRestore, NotRestorable, stageRestore } from '../db/restore.ts'
import { restoreCodes } from '../domain/backups/restoring.ts'
import { systemClock, type Clock } from '../kit/clock.ts'
import { newId } from '../kit/id.ts'

export interface RestoreArguments {
  /** Folder of the desk. */
  readonly data: string
  /** Name of a backup in it, or path of a sealed file or of a backup’s folder. */
  readonly from: string
  readonly passphraseFile: string | undefined
}

const usage = 'Use: --data FOLDER --restore NAME|FILE [--passphrase-file FILE]'

/** What is asked for, or undefined where no restore is. Throws an Error that says in plain words what is wrong. */
export function parseRestoreArguments(argv: readonly string[]): RestoreArguments | undefined {
  if (!argv.some((word) => /^--restore(?:=|$)/.test(word))) return undefined
  const option = { type: 'string' } as const
  const { values } = parseArgs({ args: [...argv], options: { data: option, restore: option, 'passphrase-file': option } })
  if (values.data === undefined || values.data === '') throw new Error(`--data must name the folder that holds, or is to hold, the desk’s data. ${usage}`)
  if (values.restore === undefined || values.restore === '') throw new Error(`--restore must name a backup, or the file of one. ${usage}`)
  return { data: values.data, from: values.restore, passphraseFile: values['passphrase-file'] }
}

/** What a script reads: 0 = restored; 3 = another Sentinel has the desk; 4 = the passphrase is missing or another; 5 = the backup cannot be used. 1 is a defect, 2 a command line that is wrong. */
export interface RestoreRun {
  readonly code: 0 | 3 | 4 | 5
  readonly sentence: string
}

const unusable = (sentence: string): RestoreRun => ({ code: 5, sentence })

/** Where the backup lies; a sentence when it is nowhere, or needs a passphrase that was not given. */
function find(root: string, { from, passphraseFile }: RestoreArguments): BackupSource | RestoreRun {
  const inside = join(root, 'backups', from)
  if (readName(from) !== undefined && existsSync(inside)) return { folder: inside }
  const path = resolve(from)
  if (!existsSync(path)) return unusable(`There is no backup “${from}”: neither a name in ${join(root, 'backups')} nor a file.`)
  if (statSync(path).isDirectory()) return { folder: path }
  if (passphraseFile === undefined) return { code: 4, sentence: 'That backup is sealed. Write its passphrase into a file, and name that with --passphrase-file.' }
  if (!existsSync(passphraseFile)) return { code: 4, sentence: `There is no file ${passphraseFile}.` }
  return { file: path, passphrase: readFileSync(passphraseFile, 'utf8') }
}

/** Restores. What was there is kept among the backups. Rejects only with what is a defect. */
export async function runRestore(given: RestoreArguments, clock: Clock = systemClock): Promise<RestoreRun> {
  const root = resolveDataDir(given.data)
  const lock = await takeLock(root, clock.now())
  if ('heldBy' in lock) return { code: 3, sentence: `A Sentinel has this desk open (process ${lock.heldBy?.pid ?? '?'}). Close it first, or restore there under Admin → Backups.` }
  try {
    if (isServerChosen(root)) return unusable('This desk’s record is on a PostgreSQL server: its administrator restores it there (docs/server.md).')
    const source = find(root, given)
    if ('code' in source) return source
    const { madeAt, replacedAs } = await stageRestore({ root, source, from: given.from, by: { kind: 'system', id: 'command-line', name: 'command line' }, id: newId(), now: clock.now() })
    const had = existsSync(join(root, 'pgdata'))
    if (finishRestore(root, clock.now()) !== 'done') return unusable('The backup could not take its place; the desk is as it was. Another program may hold its files.')
    return { code: 0, sentence: `Restored: the desk of ${madeAt}.${had ? ` What was there is kept as ${replacedAs}, and can be restored in the same way.` : ''} Start Sentinel now.` }
  } catch (error) {
    if (!(error instanceof NotRestorable)) throw error
    const { t } = createTranslator('en')
    const code = restoreCodes[error.problem]
    return { code: error.problem === 'wrong_passphrase' ? 4 : 5, sentence: `${t(`refusals:${code}.message`)} ${t(`refusals:${code}.howToFix`)}` }
  } finally {
    await lock.release()
  }
}
