/** What the database itself refuses of lockup and DDS (domain.md 4.15 invariants, 2.4 ▶), whatever the code above it does. */
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database, Tx } from '../database.ts'
import { newId } from '../../kit/id.ts'
import { createTestDatabase } from '../testing/test-database.ts'
import { ddsAssignment, division, lockupCycle, member, memberPresence, movement, rank, responsibilityLog, station } from './index.ts'

const at = new Date('2026-11-24T15:00:00Z')
const dates = { createdAt: at, updatedAt: at }
let database: Database
let holder: string
let other: string

/** A member who is inside. */
async function enlist(tx: Tx, serviceNumber: string): Promise<string> {
  const [[s1], [ops]] = [await tx.select().from(rank).where(sql`code = 'S1'`), await tx.select().from(division).where(sql`code = 'OPS'`)]
  const id = newId()
  await tx.insert(member).values({ id, serviceNumber, rankId: s1?.id ?? '', firstName: 'T', lastName: serviceNumber, displayName: `S1 ${serviceNumber}, T`, searchName: serviceNumber, divisionId: ops?.id ?? '', memberType: 'class_a', status: 'active', source: 'nominal_roll', ...dates })
  const movementId = newId()
  await tx.insert(movement).values({ id: movementId, memberId: id, direction: 'in', at, recordedAt: at, stationId: 'desk', method: 'badge' })
  await tx.insert(memberPresence).values({ memberId: id, direction: 'in', at, recordedAt: at, movementId, stationId: 'desk' })
  return id
}
const open = (holderId: string) => ({ id: newId(), operationalDate: '2026-11-24', status: 'open' as const, openedAt: at, openedBy: holderId, holderId, holderDirection: 'in' as const, acquiredAt: at, ...dates })
const leave = (tx: Tx, memberId: string) => tx.update(memberPresence).set({ direction: 'out' }).where(sql`member_id = ${memberId}`)

beforeEach(async () => {
  database = await createTestDatabase()
  await database.transaction(async (tx) => {
    await tx.insert(station).values({ id: 'desk', name: 'Desk', createdAt: at }).onConflictDoNothing()
    holder = await enlist(tx, 'V000001')
    other = await enlist(tx, 'V000002')
  })
})

afterEach(() => database.close())

describe('lockup', () => {
  test('a second cycle that is not secured: at most one person holds lockup', async () => {
    await database.transaction((tx) => tx.insert(lockupCycle).values(open(holder)))
    await expect(database.transaction((tx) => tx.insert(lockupCycle).values(open(other)))).rejects.toMatchObject({ cause: { constraint: 'lockup_cycle_standing' } })
  })

  test('an open building without a holder, and a secured one with one', async () => {
    await expect(database.transaction((tx) => tx.insert(lockupCycle).values({ ...open(holder), holderId: null, holderDirection: null, acquiredAt: null }))).rejects.toMatchObject({ cause: { constraint: 'lockup_cycle_holder_while_open' } })
    await expect(database.transaction((tx) => tx.insert(lockupCycle).values({ ...open(holder), status: 'secured', securedAt: at }))).rejects.toMatchObject({ cause: { constraint: 'lockup_cycle_holder_while_open' } })
  })

  test('a holder who is not inside, or who leaves', async () => {
    await database.transaction((tx) => leave(tx, other))
    await expect(database.transaction((tx) => tx.insert(lockupCycle).values(open(other)))).rejects.toThrow(/lockup_cycle_holder_present|Failed query/)
    await database.transaction((tx) => tx.insert(lockupCycle).values(open(holder)))
    await expect(database.transaction((tx) => leave(tx, holder))).rejects.toThrow(/lockup_cycle_holder_present|Failed query/)
    expect(await database.read((tx) => tx.$count(memberPresence, sql`direction = 'in'`))).toBe(1)
  })

  test('but one act may sign the holder out and secure the building, in either order', async () => {
    await database.transaction((tx) => tx.insert(lockupCycle).values(open(holder)))
    await database.transaction(async (tx) => {
      await leave(tx, holder)
      await tx.update(lockupCycle).set({ status: 'secured', holderId: null, holderDirection: null, acquiredAt: null, securedAt: at, securedBy: holder })
    })
    expect(await database.read((tx) => tx.$count(lockupCycle, sql`status = 'secured'`))).toBe(1)
  })
})

test('two who are, or are to be, DDS of one day (2.4 ▶)', async () => {
  const assign = (memberId: string, status: 'pending' | 'active') => database.transaction((tx) => tx.insert(ddsAssignment).values({ id: newId(), memberId, operationalDate: '2026-11-24', status, ...dates }))
  await assign(holder, 'pending')
  await expect(assign(other, 'active')).rejects.toMatchObject({ cause: { constraint: 'dds_assignment_standing' } })
})

test('the log of responsibilities cannot be changed or emptied', async () => {
  await database.transaction((tx) => tx.insert(responsibilityLog).values({ at, operationalDate: '2026-11-24', responsibility: 'lockup', action: 'acquired', memberId: holder, memberName: 'S1 V000001, T', actorKind: 'system', actorId: 'system', actorName: 'Sentinel' }))
  for (const statement of [sql`update responsibility_log set notes = 'x'`, sql`delete from responsibility_log`, sql`truncate responsibility_log`]) {
    await expect(database.transaction((tx) => tx.execute(statement))).rejects.toMatchObject({ cause: { message: expect.stringContaining('append-only') } })
  }
})
