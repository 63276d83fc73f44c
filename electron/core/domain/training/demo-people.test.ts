import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../db/database.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock } from '../../kit/clock.ts'
import { fillDemoUnit } from '../members/demo.ts'
import { listAbsences } from './absences.ts'
import { listCourses, readCourses } from './courses.ts'
import { fillDemoPeople } from './demo-people.ts'
import { listEnrolments } from './enrolments.ts'

let database: Database
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test('the invented unit has a recruit course that is on, with a few recruits, and two people who are excused', async () => {
  await fillDemoUnit({ database, clock: createFakeClock('2026-11-26T18:00:00.000Z'), fillTraining: fillDemoPeople })
  await database.read(async (tx) => {
    const [course] = (await listCourses(tx)).courses
    expect(course).toMatchObject({ name: 'BMQ 2601', isActive: true, enrolments: 6 })
    expect(await readCourses(tx, '2026-11-26', '2026-11-26')).toHaveLength(1)
    expect((await listEnrolments(tx, course?.id ?? '')).enrolments.every(({ status }) => status === 'enrolled')).toBe(true)
    expect((await listAbsences(tx, { memberId: null, from: null, to: null, limit: 10, page: 1 })).absences.map(({ kind }) => kind)).toEqual(['course', 'leave'])
  })
})
