/** A closed desk's record from its folder to a server, and back (issue 8.1; decision 024). Whoever calls holds the desk's lock. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/node-postgres'
import { drizzle as drizzleEngine } from 'drizzle-orm/pglite'
import type pg from 'pg'
import { newId } from '../../kit/id.ts'
import type { Tx } from '../database.ts'
import { openDurableEngine } from '../durable-fs.ts'
import { identityFile, readDeskId } from '../folder.ts'
import { checkApplied, readMigrations } from '../migrate.ts'
import { announceRestore, cancelRestore, finishRestore, unfinishedStaging, type RestoreRequest } from '../restore.ts'
import * as schema from '../schema/index.ts'
import { lockClass, lockKeys } from '../server/locks.ts'
import { syncTree } from '../sync-files.ts'
import { carry, holdsAnything, type Carried, type Run } from './load.ts'
import { forgetMoved, writeMoved } from './moved.ts'
import { beginReading, plainText, readEngineWhole, type Ask } from './source.ts'

/** Why a desk is not moved. Nothing was changed on either side. */
export type MoveProblem = 'not_empty' | 'no_desk' | 'newer_version' | 'other_version' | 'not_placed' | 'stations_open'

export class NotMovable extends Error {
  readonly problem: MoveProblem
  /** What the words about it need. */
  readonly facts: Readonly<Record<string, string>>

  constructor(problem: MoveProblem, facts: Readonly<Record<string, string>> = {}) {
    super(`the desk was not moved: ${problem}`)
    this.name = 'NotMovable'
    this.problem = problem
    this.facts = facts
  }
}

interface Options {
  /** The desk's folder. */
  readonly root: string
  /** Connected; nobody else's. It may be left in a transaction that failed. */
  readonly client: pg.ClientBase
  /** The server for people and the mark, without its password. */
  readonly server: string
  readonly now: Date
  /** Writes into the trail of what was carried, in the same transaction. */
  readonly record: (tx: Tx, carried: Carried) => Promise<void>
  /** Called when all of it was carried and compared, before it is made to count. What it throws ends the move. */
  readonly beforeKept?: ((carried: Carried) => void) | undefined
  readonly onRows?: ((done: number, all: number) => void) | undefined
}

const runOn = (client: pg.ClientBase): Run => async (statement, values) => (await client.query(statement, values?.map((list) => [...list]))).rows as Record<string, unknown>[]

/** Every name in full while rows are carried; the trail is written by code that knows our tables by their short ones. */
const shortNames = "set local search_path = 'public'"

/** In a transaction: waits until no other move to this database can be kept any more. Fails after a while: a PC that died holds it until its server notices. */
export async function takeMoveLock(run: Run): Promise<void> {
  await run("set local lock_timeout = '60s'")
  await run(`select pg_advisory_xact_lock(${lockClass}, ${lockKeys.move})`)
}

/**
 * Carries the folder's record into an empty database, all of it or nothing, and marks the folder as moved once the server has it.
 * The folder is only read. Rejects with NotMovable, NotTheSame, or what the server says; then there is nothing on the server.
 */
export async function moveToServer({ root, client, server, now, record, beforeKept, onRows }: Options): Promise<Carried> {
  const run = runOn(client)
  const engine = await openDurableEngine(join(root, 'pgdata'))
  try {
    await run('begin')
    await run('set local statement_timeout = 0')
    await run('set local idle_in_transaction_session_timeout = 0')
    await takeMoveLock(run)
    for (const statement of plainText) await run(statement)
    if (await holdsAnything(run)) throw new NotMovable('not_empty')
    const carried = await readEngineWhole(engine, (ask) => carry(ask, run, onRows))
    await run(shortNames)
    await record(drizzle(client as pg.Client, { schema }) as unknown as Tx, carried)
    beforeKept?.(carried)
    await run('commit')
    writeMoved(root, { to: server, at: now.toISOString() })
    return carried
  } finally {
    await engine.close()
  }
}

/**
 * Carries a server's record into a new embedded one, which takes the folder's place; what was there is kept among the backups.
 * The server is only read. Rejects with NotMovable, NotTheSame, or what the server says; then the folder is as it was.
 */
export async function moveFromServer({ root, client, server, now, record, beforeKept, onRows, by, id = newId() }: Options & { readonly by: RestoreRequest['by']; /** Of the restore as which it takes its place. */ readonly id?: string | undefined }): Promise<Carried> {
  const run = runOn(client)
  await run('begin')
  await run('set local statement_timeout = 0')
  await run('set local idle_in_transaction_session_timeout = 0')
  const ask: Ask = await beginReading(run)
  const applied = await appliedOn(ask)
  const known = readMigrations()
  const verdict = checkApplied(applied, known)
  if (verdict !== 'ok' || applied.length !== known.length) throw new NotMovable(verdict === 'newer_schema' ? 'newer_version' : 'other_version')
  const folder = join(root, unfinishedStaging)
  // Also what another one that was killed had announced.
  cancelRestore(root)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    const carried = await fill(folder, ask, record, onRows)
    await run('commit')
    const deskId = readDeskId(root) ?? newId()
    writeFileSync(join(folder, identityFile), JSON.stringify({ deskId }), { mode: 0o600 })
    syncTree(folder)
    beforeKept?.(carried)
    announceRestore({ root, from: server, by, id, now, deskId, schema: applied.at(-1)?.hash ?? '', madeAt: now.toISOString() })
    takePlace(root, now)
    return carried
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a move from a server has laid out takes the folder's place. Throws NotMovable; then the folder is as it was. */
export function takePlace(root: string, now: Date): void {
  if (finishRestore(root, now) === 'given_up') throw new NotMovable('not_placed')
  forgetMoved(root)
}

async function fill(folder: string, ask: Ask, record: Options['record'], onRows: Options['onRows']): Promise<Carried> {
  const engine = await openDurableEngine(folder)
  try {
    return await engine.transaction(async (tx) => {
      const run: Run = async (statement, values) => (await tx.query<Record<string, unknown>>(statement, values?.map((list) => [...list]))).rows
      for (const statement of plainText) await run(statement)
      const carried = await carry(ask, run, onRows)
      await run(shortNames)
      await record(drizzleEngine(tx as unknown as PGlite, { schema }) as unknown as Tx, carried)
      return carried
    })
  } finally {
    await engine.exec('checkpoint').catch(() => {})
    await engine.close()
  }
}

/** Migrations of a server's record, oldest first. Rejects with NotMovable `no_desk` where there is none. */
async function appliedOn(ask: Ask): Promise<{ hash: string; when: number }[]> {
  const [found] = await ask(`select to_regclass('drizzle.__drizzle_migrations')::text as journal`)
  if (found?.['journal'] == null) throw new NotMovable('no_desk')
  return (await ask('select hash, created_at::text as at from drizzle.__drizzle_migrations order by id')).map(({ hash, at }) => ({ hash: String(hash), when: Number(at) }))
}
