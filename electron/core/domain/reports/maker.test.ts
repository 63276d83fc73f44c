/** Reports are read and made beside the desk; one that takes too much is ended and said in words, and the desk goes on (trust.md 3.2). Real threads. */
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { ReportFormat } from '../../../../shared/domain/reports.ts'
import type { Database } from '../../db/database.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, systemClock } from '../../kit/clock.ts'
import { Refusal } from '../../kit/refusal.ts'
import { createReportMaker, type ReportMaker } from './maker.ts'
import type { Made, ReportJob } from './make.ts'
import { enlist, inventedRoll } from './testing/invented-roll.ts'
import { specOf } from './testing/report-desk.ts'

const now = new Date('2026-11-25T18:30:00Z')
const ever = new AbortController().signal

let database: Database
beforeAll(async () => {
  database = await createTestDatabase()
  await enlist(database, inventedRoll, now)
  await database.transaction(async (tx) => {
    await tx.execute(sql`insert into station (id, name, created_at) values ('front-door', 'Front door', ${now.toISOString()})`)
    await tx.execute(sql`
      insert into visit (id, request_id, visit_type, first_name, last_name, organization, display_name, search_name, purpose, since, station_id, method, actor_name, until, ended_by, ended_by_name, created_at, updated_at)
      select gen_random_uuid(), gen_random_uuid(), 'guest', 'Robin', 'Visitor ' || n, 'Organization ' || n % 90, 'Visitor ' || n || ', Robin', 'visitor ' || n || ' robin', 'information',
        came, 'front-door', 'desk', 'Test', came + interval '95 minutes', 'desk', 'Test', came, came
      from generate_series(1, 6000) n cross join lateral (select ${now.toISOString()}::timestamptz - make_interval(mins => n * 50 + 200) as came) moment`)
  })
})
afterAll(() => database.close())

let makers: ReportMaker[] = []
const maker = (...limits: [clock?: Parameters<typeof createReportMaker>[1], limits?: Parameters<typeof createReportMaker>[2]]): ReportMaker => {
  const made = createReportMaker(database, limits[0] ?? systemClock, limits[1])
  makers.push(made)
  return made
}
afterEach(async () => {
  await Promise.all(makers.map((made) => made.close()))
  makers = []
})

const visits = specOf({ kind: 'visitors', from: '2026-01-01', to: '2026-11-25' })
const jobOf = (report: ReportJob['report'], format: ReportFormat | null): ReportJob => ({ report, language: 'en', now, file: format === null ? null : { format, generatedBy: 'PO1 Test, T' } })
const roster = jobOf(specOf({ kind: 'roster' }), 'csv')
const ignore = (): void => {}
const bytesOf = (made: Made): number => ('content' in made ? made.content.length : 0)

test('thousands of rows are read through the desk in pages, and come with how far it is', async () => {
  const parts: (number | null)[] = []
  const made = await maker().make(jobOf(visits, 'csv'), ever, ({ step, part }) => step === 'reading' && parts.push(part))
  if (!('content' in made)) throw new Error('no file')
  expect(Buffer.from(made.content).toString('utf8').match(/Visitor \d+/g)).toHaveLength(6_000)
  expect(made.rows).toBe(6_000 + 1 + 51)
  expect(parts.length).toBeGreaterThan(50)
  expect(parts.at(-1)).toBe(1)
})

test('to look at, each table is cut after its first rows, and nothing is drawn', async () => {
  const made = await maker().make(jobOf(visits, null), ever, ignore)
  if (!('shown' in made)) throw new Error('nothing to show')
  expect(made.shown.document.tables[0]?.groups[0]?.rows).toHaveLength(200)
  expect(made.shown.leftOut).toBe(5_800)
})

test('what the report refuses, and what the database refuses, comes back as that refusal', async () => {
  await expect(maker().make(jobOf(specOf({ kind: 'bmq', courseId: '018f0000-0000-7000-8000-000000000000' }), null), ever, ignore)).rejects.toMatchObject({ code: 'course_unknown' })
  const away = createReportMaker({ read: () => Promise.reject(new Refusal('database_stalled')) }, systemClock)
  makers.push(away)
  await expect(away.make(roster, ever, ignore)).rejects.toMatchObject({ code: 'database_stalled' })
})

test('out of memory: refused in words, and the same process makes the next one', async () => {
  await expect(maker(systemClock, { minutes: 5, megabytes: 24 }).make(jobOf(visits, 'pdf'), ever, ignore)).rejects.toMatchObject({ code: 'report_not_drawn', details: { problem: 'it needs more memory than there is for it' } })
  expect(bytesOf(await maker().make(roster, ever, ignore))).toBeGreaterThan(300)
})

test('no answer within five minutes: ended and refused in words, and the next one has its turn', async () => {
  const clock = createFakeClock(now.toISOString())
  const made = maker(clock)
  const begun = Promise.withResolvers<void>()
  const late = made.make(jobOf(visits, 'pdf'), ever, () => begun.resolve()).catch((error: unknown) => error)
  await begun.promise
  clock.advance(5 * 60_000)
  expect(await late).toMatchObject({ code: 'report_not_drawn', details: { problem: 'it took longer than 5 minutes' } })
  expect(bytesOf(await made.make(roster, ever, ignore))).toBeGreaterThan(300)
})

test('whoever looks at a screen does not wait for a file that is being made', async () => {
  const made = maker()
  const controller = new AbortController()
  const begun = Promise.withResolvers<void>()
  const file = made.make(jobOf(visits, 'pdf'), controller.signal, ({ step }) => step === 'drawing' && begun.resolve()).catch((error: unknown) => error)
  await begun.promise
  expect('shown' in (await made.make(jobOf(specOf({ kind: 'roster' }), null), ever, ignore))).toBe(true)
  controller.abort(new Error('thought better of it'))
  expect(await file).toMatchObject({ message: 'thought better of it' })
})
