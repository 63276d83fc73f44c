/** Lockup while people come and go at two doors (domain.md 4.15 ▶, scenario 22): nobody on both lists, nobody on neither. */
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockupExecution, memberPresence, missedCheckout } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { Refusal } from '../../kit/refusal.ts'
import { createDutyDesk, type DutyDesk, type Somebody } from '../dds/testing/duty-desk.ts'
import type { Gone } from './execute.ts'

const insideCount = 60
const lateCount = 20

let desk: DutyDesk
let holder: Somebody
let crowd: Somebody[]
let late: Somebody[]
beforeAll(async () => {
  desk = await createDutyDesk()
  holder = await desk.enlist('Holder', { qualifications: ['SWK'] })
  crowd = []
  for (let n = 1; n < insideCount; n += 1) crowd.push(await desk.enlist(`Crowd${n}`))
  late = []
  for (let n = 0; n < lateCount; n += 1) late.push(await desk.enlist(`Late${n}`))
}, 120_000)
afterAll(() => desk.close())

const readInside = async () => new Set((await desk.database.read((tx) => tx.select().from(memberPresence).where(eq(memberPresence.direction, 'in')))).map(({ memberId }) => memberId))

/** The performer confirms what the list says, and confirms anew when somebody came meanwhile. Counts how often. */
async function lockUp(): Promise<{ refusals: number; gone: Gone[] }> {
  let { version } = await desk.lockup.start({ note: '' }, desk.as(holder))
  for (let refusals = 0; ; refusals += 1) {
    try {
      const { people } = await desk.lockup.execute({ requestId: newId(), version, note: '' }, desk.as(holder))
      return { refusals, gone: people }
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'lockup_list_changed') throw error
      ;({ version } = await desk.lockup.list())
    }
  }
}

test(`with ${insideCount} inside and ${lateCount} scanning in from two doors, in whatever order: each is signed out by it, or inside after it`, { timeout: 600_000 }, async () => {
  let refused = 0
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: lateCount }), fc.array(fc.boolean(), { minLength: lateCount, maxLength: lateCount }), fc.infiniteStream(fc.nat(3)), async (startsAfter, doors, pauses) => {
      const before = await readInside()
      for (const person of [holder, ...crowd].filter(({ id }) => !before.has(id))) await desk.scan(person)
      desk.clock.advance(5000)
      await desk.lockup.open({ note: '' }, desk.as(holder))
      const missedBefore = await desk.database.read((tx) => tx.$count(missedCheckout))

      let locking: ReturnType<typeof lockUp> | undefined
      const scans: Promise<unknown>[] = []
      for (const [index, person] of late.entries()) {
        if (index === startsAfter) locking = lockUp()
        scans.push(desk.scan(person, doors[index] === true ? 'front-door' : 'rear-door'))
        // Sometimes the lockup gets ahead, sometimes the door.
        for (let turns = pauses.next().value ?? 0; turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve))
      }
      const { refusals, gone } = await (locking ?? lockUp())
      await Promise.all(scans)
      refused += refusals

      const inside = await readInside()
      const signedOut = new Set(gone.map(({ id }) => id))
      const everybody = [holder, ...crowd, ...late].map(({ id }) => id)
      expect(everybody.filter((id) => inside.has(id) && signedOut.has(id)), 'on both lists').toEqual([])
      expect(everybody.filter((id) => !inside.has(id) && !signedOut.has(id)), 'on neither').toEqual([])
      expect(gone).toHaveLength(signedOut.size)
      expect(await desk.lockup.status()).toMatchObject({ status: 'secured', holder: null, inside: { members: inside.size } })
      expect(await desk.database.read((tx) => tx.$count(missedCheckout))).toBe(missedBefore + gone.length - 1)

      // Those who came after the lockup go home again.
      desk.clock.advance(5000)
      for (const person of late.filter(({ id }) => inside.has(id))) await desk.scan(person)
      desk.clock.advance(5000)
    }),
    { numRuns: 8 },
  )
  expect(await desk.database.read((tx) => tx.$count(lockupExecution))).toBe(8)
  expect(refused, 'the door did get ahead at least once').toBeGreaterThan(0)
})
