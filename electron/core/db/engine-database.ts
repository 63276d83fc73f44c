/** The Database that services see, around one PGlite engine. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { PGlite, Transaction } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import type { Clock } from '../kit/clock.ts'
import { errorFields, type Log } from '../kit/log.ts'
import { Refusal, refuse } from '../kit/refusal.ts'
import type { Database, DatabaseState, Tx } from './database.ts'
import { kindOfError } from './errors.ts'
import * as schema from './schema/index.ts'

/** After a failed fsync the next query never returns (trust.md 3.2): no statement may take longer than this. Milliseconds. */
const statementLimitMs = 10_000

interface Options {
  readonly engine: PGlite
  readonly clock: Clock
  readonly log: Log
  /** Runs once the engine is closed. */
  readonly onClosed?: () => Promise<void> | void
  readonly limitMs?: number
}

export function createEngineDatabase({ engine, clock, log, onClosed, limitMs = statementLimitMs }: Options): Database {
  const inAct = new AsyncLocalStorage<true>()
  const listeners = new Set<(state: DatabaseState) => void>()
  let state: DatabaseState = 'ready'
  // One act after the other: PGlite is one connection, and a statement's time must not count what it waited for.
  let tail: Promise<unknown> = Promise.resolve()
  let closing: Promise<void> | undefined

  const setState = (next: DatabaseState): void => {
    if (state === next || state === 'closed') return
    state = next
    log[next === 'ready' || next === 'closed' ? 'info' : 'error']('database.state', { state: next })
    for (const listener of listeners) listener(next)
  }

  /** Rejects `database_stalled` when the engine does not answer in time; the statement itself cannot be called back. */
  const limited = <T>(statement: Promise<T>): Promise<T> => {
    let cancel = (): void => {}
    const late = new Promise<never>((_resolve, reject) => {
      cancel = clock.after(limitMs, () => {
        setState('stalled')
        reject(refuse('database_stalled'))
      })
    })
    return Promise.race([statement, late]).finally(() => cancel())
  }

  const watch = <E extends PGlite | Transaction>(target: E): E =>
    new Proxy(target, {
      get(object, key) {
        const value: unknown = Reflect.get(object, key, object)
        if (typeof value !== 'function') return value
        const method = value as (...args: unknown[]) => unknown
        if (key === 'query' || key === 'exec') return (...args: unknown[]) => limited(method.apply(object, args) as Promise<unknown>)
        if (key === 'transaction') return (act: (tx: Transaction) => Promise<unknown>) => method.call(object, (tx: Transaction) => act(watch(tx)))
        return method.bind(object)
      },
    })
  const db = drizzle(watch(engine), { schema })

  const enqueue = <T>(work: () => Promise<T>): Promise<T> => {
    const result = tail.then(work)
    tail = result.catch(() => {})
    return result
  }

  /** Turns the engine's errors into what a person can act on; everything else passes as it is. */
  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    if (inAct.getStore()) throw new Error('the database was used inside a transaction: use the transaction’s own `tx` (design.md F4)')
    return enqueue(async () => {
      if (closing !== undefined) throw refuse('closing')
      if (state === 'stalled') throw refuse('database_stalled')
      try {
        const value = await work()
        if (state === 'full') setState('ready')
        return value
      } catch (error) {
        if (error instanceof Refusal) throw error
        const kind = kindOfError(error)
        if (kind === 'disk_full') {
          setState('full')
          throw refuse('database_full')
        }
        if (kind === 'io' || kind === 'read_only') {
          log.error('database.io_failed', errorFields(error))
          setState('stalled')
          throw refuse('database_stalled')
        }
        throw error
      }
    })
  }

  return {
    // A hung statement never settles its transaction: the race lets the one who waits go, with the state `stalled`.
    transaction: (act) => guarded(() => untilStalled(listeners, db.transaction((tx) => inAct.run(true, () => act(tx as unknown as Tx))))),
    read: (query) => guarded(() => inAct.run(true, () => query(db as unknown as Tx))),
    state: () => state,
    onStateChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () =>
      (closing ??= (async () => {
        // Acts that were asked for before still run; a stalled engine is left to the operating system.
        await Promise.race([tail, new Promise<void>((resolve) => clock.after(limitMs, resolve))])
        if (state !== 'stalled') {
          await limited(engine.exec('checkpoint')).catch((error: unknown) => log.error('database.checkpoint_failed', errorFields(error)))
          await limited(engine.close()).catch((error: unknown) => log.error('database.close_failed', errorFields(error)))
        }
        const clean = state === 'ready' || state === 'full'
        setState('closed')
        if (clean) await onClosed?.()
      })()),
  }
}

/** Rejects as soon as the database stalls: `work` itself may never settle then. */
function untilStalled<T>(listeners: Set<(state: DatabaseState) => void>, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const listener = (state: DatabaseState): void => {
      if (state === 'stalled') reject(refuse('database_stalled'))
    }
    listeners.add(listener)
    work.then(resolve, reject).finally(() => listeners.delete(listener))
  })
}
