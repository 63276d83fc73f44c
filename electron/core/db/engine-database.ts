/** The Database that services see, around one PGlite engine. */
import type { PGlite, Transaction } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { createPace } from '../kit/breathe.ts'
import type { Clock } from '../kit/clock.ts'
import { errorFields, type Log } from '../kit/log.ts'
import { Refusal, refuse } from '../kit/refusal.ts'
import { createActGuard } from './act-guard.ts'
import type { Database, Tx } from './database.ts'
import { kindOfError } from './errors.ts'
import * as schema from './schema/index.ts'
import { createStates, type States } from './states.ts'

/** After a failed fsync the next query never returns (trust.md 3.2): no statement may take longer than this. Milliseconds. */
const statementLimitMs = 10_000

interface Options {
  readonly engine: PGlite
  readonly clock: Clock
  readonly log: Log
  /** Runs once the engine has let go of its files; `clean` when everything is in them. Never after a stall: it may still write. */
  readonly onClosed?: (clean: boolean) => Promise<void> | void
  readonly limitMs?: number
}

export function createEngineDatabase({ engine, clock, log, onClosed, limitMs = statementLimitMs }: Options): Database {
  const guard = createActGuard()
  const states = createStates(log)
  // One act after the other: PGlite is one connection, and a statement's time must not count what it waited for.
  let tail: Promise<unknown> = Promise.resolve()
  let closing: Promise<void> | undefined

  /** Says `stalled` unless it is called off in time: nothing can be asked to stop, but nobody waits for it any longer. */
  const expectAnswer = (): (() => void) => clock.after(limitMs, () => states.set('stalled'))
  const limited = <T>(answer: Promise<T>): Promise<T> => untilStalled(states, answer.finally(expectAnswer()))

  // Statements in a row let no timer and no message in (design.md F3): between two of them the door is answered.
  const pause = createPace()
  const paced = async (statement: () => unknown): Promise<unknown> => {
    await pause()
    return statement()
  }

  const watch = <E extends PGlite | Transaction>(target: E): E =>
    new Proxy(target, {
      get(object, key) {
        const value: unknown = Reflect.get(object, key, object)
        if (typeof value !== 'function') return value
        const method = value as (...args: unknown[]) => unknown
        if (key === 'query' || key === 'exec') return (...args: unknown[]) => limited(paced(() => method.apply(object, args)))
        if (key === 'transaction') return (act: (tx: Transaction) => Promise<unknown>) => bracketed((run) => method.call(object, run) as Promise<unknown>, act)
        return method.bind(object)
      },
    })

  /** BEGIN, COMMIT and ROLLBACK are the engine's own: they have the same time as any statement, and the act has its own. */
  function bracketed(transaction: (run: (tx: Transaction) => Promise<unknown>) => Promise<unknown>, act: (tx: Transaction) => Promise<unknown>): Promise<unknown> {
    let answered = expectAnswer()
    const run = async (tx: Transaction): Promise<unknown> => {
      answered()
      try {
        return await act(watch(tx))
      } finally {
        answered = expectAnswer()
      }
    }
    return transaction(run).finally(() => answered())
  }
  const db = drizzle(watch(engine), { schema })

  const enqueue = <T>(work: () => Promise<T>): Promise<T> => {
    const result = tail.then(work)
    tail = result.catch(() => {})
    return result
  }

  /** Turns the engine's errors into what a person can act on; everything else passes as it is. */
  async function guarded<T>(run: () => Promise<T>, writes: boolean): Promise<T> {
    guard.demandOutside()
    // What was asked for before the closing began still runs.
    if (closing !== undefined) throw refuse('closing')
    return enqueue(async () => {
      if (states.now() === 'closed') throw refuse('closing')
      if (states.now() === 'stalled') throw refuse('database_stalled')
      try {
        const value = await untilStalled(states, guard.run(run))
        // Reading works on a full disk: it proves nothing.
        if (states.now() === 'full' && writes) states.set('ready')
        return value
      } catch (error) {
        throw asRefusal(error)
      }
    })
  }

  function asRefusal(error: unknown): unknown {
    if (error instanceof Refusal) return error
    const kind = kindOfError(error)
    if (kind === 'disk_full') {
      states.set('full')
      return refuse('database_full')
    }
    if (kind === 'io' || kind === 'read_only') {
      log.error('database.io_failed', errorFields(error))
      states.set('stalled')
      return refuse('database_stalled')
    }
    if (kind === 'damaged') {
      log.error('database.damaged', errorFields(error))
      return refuse('database_damaged')
    }
    return error
  }

  async function close(): Promise<void> {
    // An act that never ends would keep the desk open for ever.
    let inTime = (): void => {}
    await Promise.race([tail, new Promise<void>((resolve) => (inTime = clock.after(limitMs, resolve)))])
    inTime()
    let clean = true
    for (const [event, step] of [
      ['database.checkpoint_failed', () => engine.exec('checkpoint')],
      ['database.close_failed', () => engine.close()],
    ] as const) {
      // A stalled engine is left to the operating system.
      if (states.now() === 'stalled') break
      await limited<unknown>(step()).catch((error: unknown) => {
        clean = false
        log.error(event, errorFields(error))
      })
    }
    const letGo = states.now() !== 'stalled'
    states.set('closed')
    if (letGo) await onClosed?.(clean)
  }

  return {
    embedded: true,
    transaction: (act) => guarded(() => db.transaction((tx) => act(tx as unknown as Tx)), true),
    read: (query) => guarded(() => query(db as unknown as Tx), false),
    state: states.now,
    onStateChange: states.onChange,
    close: () => (closing ??= close()),
  }
}

/** Rejects as soon as the database stalls: `work` itself may never settle then. */
function untilStalled<T>(states: States, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = states.onChange((state) => {
      if (state !== 'stalled') return
      stop()
      reject(refuse('database_stalled'))
    })
    work.then(resolve, reject).finally(stop)
  })
}
