import { setTimeout as sleep } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFakeClock, systemClock, type FakeClock } from '../kit/clock.ts'
import { createLog, silentLog } from '../kit/log.ts'
import type { Database, DatabaseState, Tx } from './database.ts'
import { createEngineDatabase } from './engine-database.ts'

const insert = (n: number) => (tx: Tx) => tx.execute(sql`insert into number values (${n})`)
const numbers = async (tx: Tx): Promise<number[]> => ((await tx.execute(sql`select n from number order by n`)) as unknown as { rows: { n: number }[] }).rows.map(({ n }) => n)

let engine: PGlite
const unhandled: unknown[] = []
const note = (error: unknown): void => void unhandled.push(error)
beforeAll(async () => {
  engine = await PGlite.create()
  await engine.exec('create table number (n int primary key)')
  process.on('unhandledRejection', note)
})
afterAll(async () => {
  process.off('unhandledRejection', note)
  await engine.close()
})
beforeEach(() => engine.exec('truncate number'))
afterEach(async () => {
  await sleep(0)
  // Nothing may be rejected behind the caller's back.
  const [first] = unhandled.splice(0)
  if (first !== undefined) throw first
})

const wrap = (clock: FakeClock | typeof systemClock = systemClock): Database => createEngineDatabase({ engine, clock, log: silentLog, limitMs: 1000 })

describe('a transaction', () => {
  test('leaves nothing when its act throws', async () => {
    const database = wrap()
    const act = database.transaction(async (tx) => {
      await insert(1)(tx)
      throw new Error('no')
    })
    await expect(act).rejects.toThrow('no')
    expect(await database.read(numbers)).toEqual([])
    expect(database.state()).toBe('ready')
  })

  test('comes one after the other: each reads what the one before wrote', async () => {
    const database = wrap()
    const next = async (tx: Tx): Promise<void> => {
      const found = await numbers(tx)
      await sleep(1)
      await insert(found.length)(tx)
    }
    await Promise.all(Array.from({ length: 10 }, () => database.transaction(next)))
    expect(await database.read(numbers)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('and reads in a row let timers and messages in between two statements (design.md F3)', async () => {
    const database = wrap()
    const turns: number[] = []
    const until = performance.now() + 200
    const timer = setInterval(() => turns.push(performance.now()), 1)
    while (performance.now() < until) await database.read(numbers)
    await database.transaction(async (tx) => {
      const before = turns.length
      while (turns.length === before) await numbers(tx)
    })
    clearInterval(timer)
    expect(turns.length).toBeGreaterThan(3)
  })

  test('is not seen by a read until it is over', async () => {
    const database = wrap()
    const act = database.transaction(async (tx) => {
      await insert(1)(tx)
      await sleep(20)
      await insert(2)(tx)
    })
    const seen = database.read(numbers)
    await act
    expect(await seen).toEqual([1, 2])
  })

  test('tells at once when the outer database is used in it, instead of hanging (F4)', async () => {
    const database = wrap()
    await expect(database.transaction(() => database.read(numbers))).rejects.toThrow(/inside a transaction/)
    await expect(database.transaction(() => database.transaction(numbers))).rejects.toThrow(/inside a transaction/)
    await expect(database.read(() => database.read(numbers))).rejects.toThrow(/inside a transaction/)
    expect(await database.read(numbers)).toEqual([])
  })

  test('may start what uses the database once it is over', async () => {
    const database = wrap()
    let later: Promise<number[]> | undefined
    await database.transaction(async (tx) => {
      later = sleep(30).then(() => database.read(numbers))
      await insert(7)(tx)
    })
    expect(await later).toEqual([7])
  })
})

/** An engine whose queries that fit never answer, as after a failed fsync (trust.md 3.2), or answer as `reply` says. */
function disturb(fits: RegExp, reply: () => Promise<unknown>): PGlite {
  const disturbed = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, key) {
        const value: unknown = Reflect.get(object, key, object)
        if (typeof value !== 'function') return value
        if (key === 'transaction')
          return async (act: (tx: object) => Promise<unknown>) => {
            if (fits.test('BEGIN')) return reply()
            const result = await (value as (run: (tx: object) => Promise<unknown>) => Promise<unknown>).call(object, (tx) => act(disturbed(tx)))
            return fits.test('COMMIT') ? reply() : result
          }
        return (...args: unknown[]) => (fits.test(String(args[0])) && key !== 'close' ? reply() : (value as (...args: unknown[]) => unknown).apply(object, args))
      },
    })
  return disturbed(engine)
}
/** Heard from the start: a rejection that nobody waits for yet would count as unhandled. */
const codeOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'answered',
    (error: { code?: unknown }) => error.code,
  )
const never = (): Promise<never> => new Promise(() => {})
const select1 = (tx: Tx): Promise<unknown> => tx.execute(sql`select 1`)

describe('an engine that does not answer', () => {
  test.each([
    ['a statement of an act', /select 1/, (database: Database) => database.transaction(select1)],
    ['a read', /select 1/, (database: Database) => database.read(select1)],
    ['BEGIN', /BEGIN/, (database: Database) => database.transaction(async () => {})],
    ['COMMIT', /COMMIT/, (database: Database) => database.transaction(async () => {})],
  ])('%s: the one who waits is let go after the limit, and everyone after at once', async (_name, fits, ask) => {
    const clock = createFakeClock('2026-01-01T00:00:00Z')
    const database = createEngineDatabase({ engine: disturb(fits, never), clock, log: silentLog, limitMs: 1000 })
    const heard: DatabaseState[] = []
    database.onStateChange((state) => heard.push(state))
    const refused = Promise.all([codeOf(ask(database)), codeOf(database.read(numbers))])
    await sleep(50)
    clock.advance(999)
    await sleep(5)
    expect(database.state()).toBe('ready')
    clock.advance(1)
    expect(await refused).toEqual(['database_stalled', 'database_stalled'])
    expect(heard).toEqual(['stalled'])
    await expect(database.transaction(insert(1))).rejects.toMatchObject({ code: 'database_stalled' })
  })

  test('an act takes its own time: only the engine’s is limited', async () => {
    const clock = createFakeClock('2026-01-01T00:00:00Z')
    const database = wrap(clock)
    await database.transaction(async (tx) => {
      await insert(1)(tx)
      clock.advance(5000)
      await insert(2)(tx)
    })
    expect(database.state()).toBe('ready')
  })

  test('closing does not wait for it, and does not say that it ended well', async () => {
    const clock = createFakeClock('2026-01-01T00:00:00Z')
    const onClosed = vi.fn<(clean: boolean) => void>()
    const database = createEngineDatabase({ engine: disturb(/select 1/, never), clock, log: silentLog, onClosed, limitMs: 1000 })
    const waiting = codeOf(database.read(select1))
    await sleep(5)
    const closed = database.close()
    clock.advance(1000)
    expect(await waiting).toBe('database_stalled')
    await closed
    expect(onClosed).not.toHaveBeenCalled()
    expect(database.state()).toBe('closed')
  })

  test('a listener that throws keeps nobody waiting', async () => {
    const lines: string[] = []
    const clock = createFakeClock('2026-01-01T00:00:00Z')
    const database = createEngineDatabase({ engine: disturb(/select 1/, never), clock, log: createLog((_level, event) => lines.push(event)), limitMs: 1000 })
    database.onStateChange(() => {
      throw new Error('a bad listener')
    })
    const waiting = codeOf(database.read(select1))
    await sleep(5)
    clock.advance(1000)
    expect(await waiting).toBe('database_stalled')
    expect(lines).toContain('database.listener_failed')
  })
})

const failing = (code: string) => () => Promise.reject(Object.assign(new Error('engine'), { code }))

describe('an engine that fails', () => {
  test('53100: refused as a full disk; a read proves nothing, the next act that is written gives the all-clear', async () => {
    let full = true
    const database = createEngineDatabase({ engine: disturb(/insert/, () => (full ? failing('53100')() : Promise.resolve({ rows: [], fields: [] }))), clock: systemClock, log: silentLog })
    const heard: DatabaseState[] = []
    database.onStateChange((state) => heard.push(state))
    await expect(database.transaction(insert(1))).rejects.toMatchObject({ code: 'database_full' })
    await database.read(numbers)
    expect(database.state()).toBe('full')
    full = false
    await database.transaction(insert(1))
    expect(heard).toEqual(['full', 'ready'])
  })

  test.each(['58030', 'EIO', 'EROFS', '42501'])('%s: nothing is written any more, not even when the engine works again', async (code) => {
    let calls = 0
    const database = createEngineDatabase({ engine: disturb(/insert/, () => ((calls += 1), failing(code)())), clock: systemClock, log: silentLog })
    await expect(database.transaction(insert(1))).rejects.toMatchObject({ code: 'database_stalled' })
    await expect(database.transaction(insert(2))).rejects.toMatchObject({ code: 'database_stalled' })
    expect(calls).toBe(1)
  })

  test('23505 is none of its business: the act’s own error passes as it is', async () => {
    const database = wrap()
    await database.transaction(insert(1))
    await expect(database.transaction(insert(1))).rejects.toMatchObject({ cause: { code: '23505' } })
    expect(database.state()).toBe('ready')
  })
})

describe('closing', () => {
  /** Closing for real would take the engine from the other tests. */
  const kept = (others: Partial<PGlite> = {}): PGlite =>
    new Proxy(engine, {
      get(object, key) {
        const value: unknown = Reflect.get({ close: () => Promise.resolve(), ...others }, key) ?? Reflect.get(object, key, object)
        return typeof value === 'function' ? (value as () => unknown).bind(object) : value
      },
    })

  test('waits for what was asked for before, and refuses what comes after', async () => {
    const onClosed = vi.fn<(clean: boolean) => void>()
    const database = createEngineDatabase({ engine: kept(), clock: systemClock, log: silentLog, onClosed })
    const running = database.transaction(async (tx) => {
      await sleep(20)
      await insert(1)(tx)
    })
    const queued = database.transaction(insert(2))
    const closed = database.close()
    await expect(database.read(numbers)).rejects.toMatchObject({ code: 'closing' })
    await Promise.all([running, queued])
    await closed
    await database.close()
    expect(onClosed).toHaveBeenCalledExactlyOnceWith(true)
    expect(database.state()).toBe('closed')
    await expect(database.transaction(insert(3))).rejects.toMatchObject({ code: 'closing' })
    expect(await wrap().read(numbers)).toEqual([1, 2])
  })

  test('says that it did not end well when the last checkpoint failed', async () => {
    const onClosed = vi.fn<(clean: boolean) => void>()
    await createEngineDatabase({ engine: kept({ exec: failing('53100') }), clock: systemClock, log: silentLog, onClosed }).close()
    expect(onClosed).toHaveBeenCalledExactlyOnceWith(false)
  })

  test('leaves no timer behind: a program that has closed its desk may end', async () => {
    const pending = new Set<object>()
    const clock = {
      ...systemClock,
      after: (ms: number, run: () => void) => {
        const timer = {}
        pending.add(timer)
        const cancel = systemClock.after(ms, run)
        return () => {
          pending.delete(timer)
          cancel()
        }
      },
    }
    const database = createEngineDatabase({ engine: kept(), clock, log: silentLog })
    await database.transaction(insert(1))
    await expect(database.transaction(insert(1))).rejects.toThrow(/insert/)
    await database.close()
    expect(pending.size).toBe(0)
  })
})
