/** A desk's record from its folder to a PostgreSQL server, and back, from the command line (issue 8.1; docs/server.md). */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { resolveDataDir } from '../db/folder.ts'
import { readServerChoice } from '../db/server-choice.ts'
import { NotMovable, type MoveProblem } from '../db/transfer/move.ts'
import { readMoved } from '../db/transfer/moved.ts'
import { systemClock, type Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { carryRecord } from './carry-record.ts'
import { describeOpenFailure } from './open-failure.ts'

export interface MoveArguments {
  /** Folder of the desk. */
  readonly data: string
  readonly way: 'to' | 'from'
  /** Of the server's database, with its password. */
  readonly url: string
}

const usage = 'Use: --data FOLDER --move-to-server URL, or --data FOLDER --move-from-server URL'

/** What is asked for, or undefined where no move is. Throws an Error that says in plain words what is wrong. */
export function parseMoveArguments(argv: readonly string[]): MoveArguments | undefined {
  if (!argv.some((word) => /^--move-(?:to|from)-server(?:=|$)/.test(word))) return undefined
  const option = { type: 'string' } as const
  const { values } = parseArgs({ args: [...argv], options: { data: option, 'move-to-server': option, 'move-from-server': option } })
  const [to, from] = [values['move-to-server'], values['move-from-server']]
  if (to !== undefined && from !== undefined) throw new Error(`--move-to-server and --move-from-server exclude each other. ${usage}`)
  if (values.data === undefined || values.data === '') throw new Error(`--data must name the folder of the desk. ${usage}`)
  const url = to ?? from ?? ''
  if (url === '') throw new Error(`The server’s address is missing. ${usage}`)
  return { data: values.data, way: to === undefined ? 'from' : 'to', url }
}

/** What a script reads: 0 = moved, 2 = asked wrongly, 3 = the desk or the server cannot be opened now, 4 = refused; 1 is a defect. */
export type MoveRun = { readonly code: 0; readonly rows: number; readonly tables: number; readonly sentence: string } | { readonly code: 2 | 3 | 4; readonly sentence: string }

const problems: Readonly<Record<MoveProblem, string>> = {
  not_empty: 'The database on the server is not empty. Make a new, empty one there, and give its address.',
  no_desk: 'There is no desk in that database.',
  newer_version: 'The desk on the server is from a newer Sentinel. Install that version here first.',
  other_version: 'The desk on the server is of another version. Start this Sentinel on the server once, and try again.',
  not_placed: 'The record could not take its place in the folder; another program may hold its files. The server is untouched.',
  stations_open: 'Other stations work on that record now. Close Sentinel on each of them first.',
}

const actor = { kind: 'system', id: 'command-line', name: 'command line' } as const

/** Moves. Rejects only with what is a defect; then nothing on the target counts. */
export async function runMove(given: MoveArguments, { version, log, clock = systemClock, onRows }: { version: string; log: Log; clock?: Clock; onRows?: (done: number, all: number) => void }): Promise<MoveRun> {
  const root = resolveDataDir(given.data)
  const hasDesk = existsSync(join(root, 'pgdata'))
  const moved = readMoved(root)
  if (given.way === 'to' && !hasDesk) return { code: 2, sentence: `There is no desk in ${given.data}.` }
  if (given.way === 'from' && hasDesk && moved === undefined) return { code: 4, sentence: `${given.data} holds a desk of its own, which was not moved to a server. Give another folder.` }
  try {
    if (given.way === 'to' && readServerChoice(root) !== undefined) return { code: 4, sentence: `The record of ${given.data} is on a server already. Bring it back first.` }
    const carried = await carryRecord({ root, way: given.way, url: given.url, by: actor, version, log, clock, onRows })
    const then = given.way === 'to' ? 'What is in the folder is kept and is not opened any more. Sentinel uses the server from its next start on; give other stations the address too (docs/server.md).' : 'Sentinel uses the folder from its next start on, unless SENTINEL_DATABASE_URL or --database names the server. The database on the server is as it was: let no station go on with it.'
    return { code: 0, ...carried, sentence: `Moved and compared: ${carried.rows} rows in ${carried.tables} tables. ${then}` }
  } catch (error) {
    const opening = describeOpenFailure(error, 'en')
    if (opening !== undefined) return { code: 3, sentence: `${opening.message} ${opening.howToFix}` }
    if (error instanceof NotMovable) return { code: 4, sentence: `${problems[error.problem]} Nothing was changed.` }
    throw error
  }
}
