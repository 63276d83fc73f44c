/** The database of the desk as a thread beside it reads: each statement is asked of the desk's own connection. */
import type { MessagePort } from 'node:worker_threads'
import type { PgPreparedQuery, PreparedQueryConfig } from 'drizzle-orm/pg-core'
import { drizzle, type RemoteCallback } from 'drizzle-orm/pg-proxy'
import { breathe } from '../kit/breathe.ts'
import { Refusal, refuse, type Details } from '../kit/refusal.ts'
import type { Database, Tx } from './database.ts'
import * as schema from './schema/index.ts'

/** Reading alone: what reports, and whatever else only looks, are given. */
export type Reads = Pick<Database, 'read'>

interface Asked {
  readonly id: number
  readonly sql: string
  readonly params: unknown[]
  /** `all`: rows as arrays, for drizzle to map; `execute`: the answer as the driver gives it. */
  readonly method: 'all' | 'execute'
}
type Answered = { readonly id: number; readonly rows: readonly unknown[]; /** More rows of the same answer follow. */ readonly isPart: boolean } | { readonly id: number; readonly refused: { readonly code: Refusal['code']; readonly details: Details | undefined } } | { readonly id: number; readonly failed: string }

/** Copying more rows than this at once is felt at the door. */
const rowsAtOnce = 1_000

/**
 * Answers what is asked through the port until it closes. Each statement is a read of its own: the door never waits for a
 * thread, and so two statements of one `read` may see two states.
 */
export function serveReads(database: Reads, port: MessagePort): void {
  const answer = async ({ id, sql, params, method }: Asked): Promise<void> => {
    try {
      // A port hands over whatever has come meanwhile: two statements in one piece would be felt at the door.
      await breathe()
      const found = await database.read((tx) => prepare(tx, sql, params, method).execute())
      const { rows } = (method === 'all' ? { rows: found } : found) as { rows: unknown[] }
      for (let first = 0; ; first += rowsAtOnce) {
        const isPart = first + rowsAtOnce < rows.length
        port.postMessage({ id, rows: rows.slice(first, first + rowsAtOnce), isPart } satisfies Answered)
        if (!isPart) return
        await breathe()
      }
    } catch (error) {
      port.postMessage((error instanceof Refusal ? { id, refused: { code: error.code, details: error.details } } : { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }) satisfies Answered)
    }
  }
  port.on('message', (asked: Asked) => void answer(asked))
}

/** Whatever engine is behind it: its session maps values as for the desk itself. */
function prepare(tx: Tx, sql: string, params: unknown[], method: Asked['method']): PgPreparedQuery<PreparedQueryConfig> {
  const { session } = tx._
  return method === 'all' ? session.prepareQuery({ sql, params }, undefined, undefined, true, (rows) => rows) : session.prepareQuery({ sql, params }, undefined, undefined, false)
}

/** The reads of a thread, over the port whose other end `serveReads` has. Refuses what the desk's database refuses. */
export function connectReads(port: MessagePort): Reads {
  const waiting = new Map<number, { readonly rows: unknown[]; readonly answered: PromiseWithResolvers<{ rows: unknown[] }> }>()
  let last = 0
  port.on('message', (message: Answered) => {
    const asked = waiting.get(message.id)
    if (asked === undefined) return
    if ('rows' in message) {
      for (const row of message.rows) asked.rows.push(row)
      if (message.isPart) return
      asked.answered.resolve({ rows: asked.rows })
    } else asked.answered.reject('refused' in message ? refuse(message.refused.code, message.refused.details) : new Error(message.failed))
    waiting.delete(message.id)
  })
  const ask: RemoteCallback = async (sql, params, method) => {
    const id = (last += 1)
    const answered = Promise.withResolvers<{ rows: unknown[] }>()
    waiting.set(id, { rows: [], answered })
    port.postMessage({ id, sql, params, method } satisfies Asked)
    const found = await answered.promise
    // Of what is executed drizzle gives back what it calls rows: here the whole answer, as its drivers do. Its own `$count` looks into it as rows.
    return method === 'execute' ? { rows: Object.assign([...found.rows], found) } : found
  }
  const tx = drizzle(ask, { schema }) as unknown as Tx
  return {
    async read(query) {
      try {
        return await query(tx)
      } catch (error) {
        // drizzle wraps whatever its driver throws.
        throw error instanceof Error && error.cause instanceof Refusal ? error.cause : error
      }
    },
  }
}
