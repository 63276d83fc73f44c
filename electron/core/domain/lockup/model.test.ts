/** Random days at the desk against a small model (domain.md 4.15): its invariants hold whatever people do, and it does what the model does. */
import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { lockupCycle, lockupExecution, lockupTransfer, memberPresence, missedCheckout, movement } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { Refusal } from '../../kit/refusal.ts'
import { createDutyDesk, type DutyDesk, type Somebody } from '../dds/testing/duty-desk.ts'

/** Which of the people may hold lockup. */
const authority = [true, true, true, false, false]

interface Model {
  inside: Set<number>
  state: 'secured' | 'open' | 'locking_up'
  holder: number | null
  /** Who is inside as the one who locks up has last confirmed it; null = nobody looked since something changed. */
  confirmed: string | null
  visits: number
  cycles: number
  missed: number
  transfers: number
}

type Step = { readonly kind: 'scan' | 'open' | 'handOver' | 'start' | 'cancel' | 'look' | 'execute'; readonly who: number; readonly to: number }

const someone = fc.nat(authority.length - 1)
const step: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom('scan', 'scan', 'scan', 'open', 'open', 'handOver', 'start', 'cancel', 'look', 'execute', 'execute'), who: someone, to: someone })
/** Most of the time anything; now and then somebody goes through with it, or is interrupted once. */
const through = fc.tuple(someone, someone, fc.boolean()).map(([who, to, interrupted]): Step[] => [{ kind: 'start', who, to }, ...(interrupted ? [{ kind: 'scan' as const, who: to, to }, { kind: 'execute' as const, who, to }, { kind: 'look' as const, who, to }] : []), { kind: 'execute', who, to }])
const day = fc.array(fc.oneof({ weight: 8, arbitrary: step.map((one) => [one]) }, { weight: 1, arbitrary: through }), { minLength: 30, maxLength: 60 }).map((parts) => parts.flat())

/** One day that has everything in it, so that no run is without. */
const wholeDay: Step[] = (
  [
    ['scan', 3],
    ['open', 3],
    ['scan', 0],
    ['open', 0],
    ['scan', 1],
    ['open', 1],
    ['scan', 0],
    ['handOver', 0, 1],
    ['start', 0],
    ['scan', 2],
    ['execute', 1],
    ['cancel', 1],
    ['start', 1],
    ['execute', 1],
    ['scan', 2],
    ['open', 2],
    ['handOver', 2, 4],
    ['start', 2],
    ['look', 2],
    ['execute', 2],
  ] as const
).map(([kind, who, to = 0]) => ({ kind, who, to }))

/** What must come of it: `ok`, a scan's outcome, or the refusal. Changes the model. */
function expected(model: Model, { kind, who, to }: Step): string {
  const may = authority[who] === true
  const isHolder = model.holder === who
  const changed = (): void => {
    model.confirmed = null
  }
  switch (kind) {
    case 'scan':
      if (model.inside.has(who) && isHolder) return 'lockup_held'
      model.visits += 1
      changed()
      if (model.inside.delete(who)) return 'member_out'
      model.inside.add(who)
      return 'member_in'
    case 'open':
      if (!model.inside.has(who)) return 'not_inside'
      if (isHolder) return 'ok'
      if (model.state !== 'secured') return 'building_open'
      if (!may) return 'lockup_no_authority'
      Object.assign(model, { state: 'open', holder: who, cycles: model.cycles + 1 })
      changed()
      return 'ok'
    case 'handOver':
      if (!model.inside.has(to)) return 'not_inside'
      if (model.state === 'secured') return 'building_secured'
      if (model.holder === to) return 'lockup_same_person'
      if (authority[to] !== true) return 'lockup_no_authority'
      Object.assign(model, { holder: to, transfers: model.transfers + 1 })
      changed()
      return 'ok'
    case 'start':
      if (model.state === 'secured') return 'building_secured'
      if (!isHolder && !may) return 'lockup_not_yours'
      if (model.state === 'open') model.state = 'locking_up'
      model.confirmed = 'now'
      return 'ok'
    case 'cancel':
      if (model.state === 'secured') return 'building_secured'
      if (!isHolder && !may) return 'lockup_not_yours'
      if (model.state === 'open') return 'lockup_not_started'
      model.state = 'open'
      changed()
      return 'ok'
    case 'look':
      model.confirmed = 'now'
      return 'ok'
    case 'execute':
      if (model.state === 'secured') return 'building_secured'
      if (!isHolder && !may) return 'lockup_not_yours'
      if (model.state === 'open') return 'lockup_not_started'
      if (model.confirmed === null) return 'lockup_list_changed'
      model.missed += [...model.inside].filter((person) => person !== who).length
      Object.assign(model, { inside: new Set(), state: 'secured', holder: null })
      changed()
      return 'ok'
  }
}

const desks: DutyDesk[] = []
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close()
})

async function real(desk: DutyDesk, people: readonly Somebody[], { kind, who, to }: Step, list: { version: string }): Promise<string> {
  const person = people[who] as Somebody
  const caller = desk.as(person)
  const asked = { note: '' }
  switch (kind) {
    case 'scan':
      return (await desk.scan(person)).outcome
    case 'open':
      await desk.lockup.open(asked, caller)
      return 'ok'
    case 'handOver':
      await desk.lockup.handOver({ ...asked, toMemberId: people[to]?.id ?? '', reason: 'manual', override: { reason: 'model' } }, desk.as(person, 5))
      return 'ok'
    case 'start':
      list.version = (await desk.lockup.start(asked, caller)).version
      return 'ok'
    case 'cancel':
      await desk.lockup.cancel(asked, caller)
      return 'ok'
    case 'look':
      list.version = (await desk.lockup.list()).version
      return 'ok'
    case 'execute':
      await desk.lockup.execute({ ...asked, requestId: newId(), version: list.version }, caller)
      return 'ok'
  }
}

test('scans, openings, hand-overs, starts, cancels and executes in any order do what the model does, and break nothing', { timeout: 600_000 }, async () => {
  const outcomes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(day, async (steps) => {
      const desk = await createDutyDesk()
      desks.push(desk)
      const people: Somebody[] = []
      for (const may of authority) people.push(await desk.enlist(`Model${people.length}`, { qualifications: may ? ['SWK'] : [] }))
      const model: Model = { inside: new Set(), state: 'secured', holder: null, confirmed: null, visits: 0, cycles: 0, missed: 0, transfers: 0 }
      const list = { version: '' }
      for (const one of steps) {
        desk.clock.advance(5000)
        const wanted = expected(model, one)
        const got = await real(desk, people, one, list).catch((error: unknown) => {
          if (error instanceof Refusal) return error.code
          throw error
        })
        outcomes.add(`${one.kind} ${got}`)
        expect(`${one.kind} ${got}`).toBe(`${one.kind} ${wanted}`)
        const status = await desk.lockup.status()
        expect([status.status, status.holder?.id ?? null]).toEqual([model.state, model.holder === null ? null : people[model.holder]?.id])
        const inside = await desk.database.read((tx) => tx.select({ id: memberPresence.memberId }).from(memberPresence).where(eq(memberPresence.direction, 'in')))
        expect(inside.map(({ id }) => id).toSorted()).toEqual([...model.inside].map((index) => people[index]?.id).toSorted())
      }
      const record = await desk.database.read(async (tx) => ({
        cycles: await tx.$count(lockupCycle),
        secured: await tx.$count(lockupCycle, eq(lockupCycle.status, 'secured')),
        executions: await tx.$count(lockupExecution),
        transfers: await tx.$count(lockupTransfer),
        missed: await tx.$count(missedCheckout),
        moves: await tx.select().from(movement).orderBy(asc(movement.seq)),
      }))
      expect(record).toMatchObject({ cycles: model.cycles, secured: record.executions, executions: model.cycles - (model.state === 'secured' ? 0 : 1), transfers: model.transfers, missed: model.missed })
      for (const own of Map.groupBy(record.moves, ({ memberId }) => memberId).values()) own.forEach(({ direction }, index) => expect(direction).toBe(index % 2 === 0 ? 'in' : 'out'))
    }),
    { numRuns: 12, examples: [[wholeDay]] },
  )
  expect([...outcomes], 'the sequences reach what matters').toEqual(expect.arrayContaining(['scan lockup_held', 'open building_open', 'handOver ok', 'start ok', 'cancel ok', 'execute ok', 'execute lockup_list_changed']))
})
