import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../db/database.ts'
import { trainingYear } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { fillDemoTraining } from './demo.ts'
import { listYears } from './years.ts'

let database: Database
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test.each([
  ['2026-11-26', '2026–2027', '2026-12-08'],
  // The night after next lies in a stand-down.
  ['2026-12-16', '2026–2027', '2027-01-12'],
  ['2027-02-28', '2026–2027', '2027-03-16'],
  // In summer no night is left to call off.
  ['2027-07-15', '2026–2027', undefined],
])('on %s the invented unit trains in %s, with stand-downs, and calls off %s', async (today, name, night) => {
  const [year] = await database.transaction(async (tx) => {
    await tx.delete(trainingYear)
    await fillDemoTraining(tx, { today, at: new Date(`${today}T12:00:00Z`) })
    return (await listYears(tx)).years
  })
  expect(year).toMatchObject({ name, isCurrent: true, holidayExclusions: [{ name: 'Christmas' }, { name: 'March break' }] })
  expect(year?.dayExceptions.map(({ date }) => date)).toEqual(night === undefined ? [] : [night])
})
