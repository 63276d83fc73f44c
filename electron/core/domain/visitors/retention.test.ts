/** Visits are kept for two years at least, and then without a name (trust.md 4.4); a person may have their own file. */
import { parse as readCsv } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { parse } from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { visitors as contract } from '../../../../shared/contract/visitors.ts'
import { signedInDesk } from '../../app/testing/test-callers.ts'
import { audit, badge, expectedVisit, jobRun, visit } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { actorOf } from '../audit/write.ts'
import { createJobsDesk, type JobsDesk } from '../jobs/testing/jobs-desk.ts'
import { createVisitorsService, type VisitorsService } from './service.ts'

let desk: JobsDesk
let visitors: VisitorsService
const quartermaster = signedInDesk('quartermaster')
const admin = actorOf(signedInDesk('admin'))
/** Two years before: what the law asks is over at the next turn of the day. */
const then = new Date('2024-11-24T18:00:00.000Z')
beforeEach(async () => {
  desk = await createJobsDesk('2026-11-24T18:00:00.000Z')
  visitors = createVisitorsService(desk)
})
afterEach(() => desk.close())

const signIn = (lastName: string, given: object = {}) => visitors.signIn(parse(contract.signIn.input, { requestId: newId(), visitType: 'guest', firstName: 'Émilie', lastName, organization: 'Elevators', phone: '204-555-0100', licensePlate: 'ABC', purpose: 'other', details: 'Lift', notes: 'Left a coat', ...given }), quartermaster)
const signOut = (visitId: string, passReturned = true) => visitors.signOut(parse(contract.signOut.input, { visitId, passReturned }), quartermaster)
const rows = () => desk.database.read((tx) => tx.select().from(visit).orderBy(visit.seq))
const runs = async () => (await desk.database.read((tx) => tx.select().from(jobRun))).filter(({ job }) => job === 'retention')
/** Came and went two years ago. */
async function cameAndWent(lastName: string, given: object = {}): Promise<string> {
  const { id } = await signIn(lastName, given)
  await signOut(id)
  await desk.database.transaction((tx) => tx.update(visit).set({ since: then, until: then }).where(eq(visit.id, id)))
  return id
}

test('a visit loses its name when its two years are over, at the turn of the day and not before; what it was counted by stays', async () => {
  await cameAndWent('Bélanger')
  expect(await rows()).toMatchObject([{ lastName: 'Bélanger', disposedAt: null }])
  expect(await visitors.retention()).toMatchObject({ due: { visits: 0 }, keptFrom: '2024-11-24', oldest: '2024-11-24' })
  await desk.at('2026-11-25T08:59:00.000Z')
  expect(await rows()).toMatchObject([{ disposedAt: null }])
  await desk.at('2026-11-25T09:00:30.000Z')
  expect(await rows()).toMatchObject([{ firstName: null, lastName: '', displayName: '', searchName: '', organization: null, details: null, phone: null, licensePlate: null, notes: null, hostMemberId: null, visitType: 'guest', since: new Date('2024-11-24T18:00:00.000Z'), stationId: 'desk' }])
  expect(await visitors.retention()).toMatchObject({ due: { visits: 0 }, oldest: null, disposed: 1 })
  expect((await visitors.returning(parse(contract.returning.input, { search: 'bel' }))).people).toEqual([])
  expect((await visitors.history(parse(contract.history.input, {}))).visits).toMatchObject([{ isDisposed: true, displayName: '' }])
  const lines = (await desk.database.read((tx) => tx.select().from(audit))).filter(({ action }) => action === 'visitor_dispose')
  expect(lines).toMatchObject([{ details: { visits: 1, expected: 0 } }])
  expect(JSON.stringify(lines), 'the line of it names nobody').not.toContain('Bélanger')
})

test('who is inside, and whose pass never came back, is kept', async () => {
  const id = newId()
  await desk.database.transaction((tx) => tx.insert(badge).values({ id, serial: 'CAFE01', kind: 'visitor', label: 'V-01', status: 'active', createdAt: desk.clock.now(), updatedAt: desk.clock.now() }))
  const pass = await signIn('Pass', { badgeId: id })
  await signOut(pass.id, false)
  await desk.database.transaction((tx) => tx.update(visit).set({ since: then, until: then, lentAt: then }).where(eq(visit.id, pass.id)))
  await cameAndWent('Gone')
  await desk.at('2026-11-26T18:00:00.000Z')
  expect((await rows()).map(({ lastName }) => lastName)).toEqual(['Pass', ''])
})

test('while a legal hold stands nothing is disposed of; after it, on the next day', async () => {
  await cameAndWent('Held')
  await visitors.updateRetention({ basedOn: 0, settings: { visitMonths: 24, legalHold: true } }, admin)
  await desk.at('2026-11-25T18:00:00.000Z')
  expect(await rows()).toMatchObject([{ lastName: 'Held' }])
  expect(await visitors.retention()).toMatchObject({ settings: { legalHold: true }, due: { visits: 1 }, version: 1 })
  await expect(visitors.updateRetention({ basedOn: 0, settings: { visitMonths: 24, legalHold: false } }, admin)).rejects.toMatchObject({ code: 'setting_changed' })
  await visitors.updateRetention({ basedOn: 1, settings: { visitMonths: 36, legalHold: false } }, admin)
  expect(await visitors.retentionPreview({ visitMonths: 24 })).toMatchObject({ visits: 1 })
  await desk.at('2026-11-26T18:00:00.000Z')
  expect(await rows()).toMatchObject([{ lastName: 'Held' }])
  await visitors.updateRetention({ basedOn: 2, settings: { visitMonths: 24, legalHold: false } }, admin)
  await desk.at('2026-11-27T18:00:00.000Z')
  expect(await rows()).toMatchObject([{ lastName: '' }])
})

test('it runs once a day, also after a start, and makes up for days on which Sentinel was off', async () => {
  for (let index = 0; index < 3; index += 1) await cameAndWent(`Person ${index}`)
  await visitors.expect(parse(contract.expect.input, { date: '2026-11-24', visitType: 'guest', lastName: 'Never came', purpose: 'information' }), admin)
  await desk.database.transaction((tx) => tx.update(expectedVisit).set({ date: '2024-11-24' }))
  desk.clock.advance(3 * 24 * 3_600_000)
  await desk.restart()
  expect(await rows()).toMatchObject([{ lastName: '' }, { lastName: '' }, { lastName: '' }])
  expect(await desk.database.read((tx) => tx.select().from(expectedVisit))).toEqual([])
  const first = await runs()
  expect(first.at(-1)).toMatchObject({ outcome: 'done', details: { visits: 3, expected: 1 } })
  await desk.restart()
  expect(await runs()).toEqual(first)
})

test('more than one batch is disposed of in one night', async () => {
  await cameAndWent('First')
  const [one] = await rows()
  if (one === undefined) throw new Error('nobody came')
  const { seq: _seq, ...like } = one
  await desk.database.transaction((tx) => tx.insert(visit).values(Array.from({ length: 450 }, () => ({ ...like, id: newId(), requestId: newId() }))))
  await desk.at('2026-11-26T18:00:00.000Z')
  expect((await rows()).every(({ disposedAt }) => disposedAt !== null)).toBe(true)
  expect((await runs()).at(-1)).toMatchObject({ details: { visits: 451 } })
})

test('the file of one person has every visit and everything that was written, and nobody else; it is in the trail', async () => {
  const id = await cameAndWent('Bélanger')
  await cameAndWent('Roy')
  await cameAndWent('Bélanger', { details: 'Lift again', firstName: 'Emilie' })
  await visitors.expect(parse(contract.expect.input, { date: '2026-11-30', time: '09:30', visitType: 'guest', firstName: 'Émilie', lastName: 'Bélanger', organization: 'Elevators', purpose: 'information' }), admin)
  const file = await visitors.personFile({ visitId: id, format: 'csv', language: 'en' }, admin)
  expect(file).toMatchObject({ rows: 3, fileName: 'sentinel-visitor-belanger-emilie-elevators-2026-11-24.csv' })
  const table = readCsv(Buffer.from(file.content, 'base64').toString('utf8'), { bom: true }) as string[][]
  expect(table[0]?.slice(0, 3)).toEqual(['Kind of visit', 'Came', 'Went'])
  expect(table.map((line) => line.length)).toEqual([15, 15, 15, 15])
  expect(table.slice(1).map((line) => [line[0], line[4], line[7]])).toEqual([['Guest', 'Bélanger', 'Lift'], ['Guest', 'Bélanger', 'Lift again'], ['Expected', 'Bélanger', '']])
  expect(table[1]).toEqual(expect.arrayContaining(['204-555-0100', 'ABC', 'Left a coat', 'Elevators']))
  expect((await visitors.personFile({ visitId: id, format: 'xlsx', language: 'fr' }, admin)).fileName).toMatch(/\.xlsx$/)
  expect((await desk.database.read((tx) => tx.select().from(audit))).filter(({ action }) => action === 'visitor_file')).toMatchObject([{ details: { format: 'csv', rows: 2 } }, { details: { format: 'xlsx' } }])
  await desk.at('2026-11-26T18:00:00.000Z')
  await expect(visitors.personFile({ visitId: id, format: 'csv', language: 'en' }, admin)).rejects.toMatchObject({ code: 'visit_unknown' })
})
