/** Guests on a muster are kept as long as their visit, and no longer (trust.md 4.4; decision 015). */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { audit } from '../../db/schema/index.ts'
import { silentLog } from '../../kit/log.ts'
import { createJobsService } from '../jobs/service.ts'
import { pdfText } from '../documents/testing/read-pdf.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { createMusterFiles } from './files.ts'
import { createMusterRetention } from './retention.ts'
import { bareDesk, openMusterDesk, type MusterDesk } from './testing/muster-desk.ts'

let desk: MusterDesk
beforeEach(async () => {
  desk = await openMusterDesk({ hasFolder: true })
})
afterEach(() => desk.done())

const day = 86_400_000
const retention = () => createMusterRetention({ database: desk.database, clock: desk.clock, files: createMusterFiles({ folder: desk.folder, log: silentLog }) })

/** A member safe, a visitor missing and somebody added by hand; closed. */
async function held(): Promise<string> {
  const roy = await desk.enlist('Roy')
  await desk.scan(roy.serial)
  await desk.signVisitorIn({ hostMemberId: roy.id, phone: '204-555-0199' })
  const { musterId } = await desk.start()
  await desk.muster().addUnlisted({ requestId: crypto.randomUUID(), musterId, lastName: 'Passer-by', firstName: 'Pat', organization: '', note: 'Knows the way', state: 'safe' }, bareDesk)
  await desk.mark(musterId, [(await desk.entry(musterId, 'Bélanger'))?.id ?? ''], 'missing', 'Last seen upstairs')
  await desk.close(musterId, 'Police took over')
  await desk.restart()
  return musterId
}

test('their names, notes and files go, the member’s stays, and so does how many there were; twice does nothing more', async () => {
  const musterId = await held()
  expect(desk.files().filter((name) => name.endsWith('.html'))).toHaveLength(1)
  expect(await retention().disposeGuests(new Date(desk.clock.now().getTime() - day))).toBe(0)
  expect(desk.files().filter((name) => name.endsWith('.html'))).toHaveLength(1)

  expect(await retention().disposeGuests(new Date(desk.clock.now().getTime() + day))).toBe(1)
  expect(desk.files().filter((name) => name.startsWith('muster-'))).toEqual([])
  const { muster, entries } = await desk.rollCall(musterId)
  expect(muster).toMatchObject({ total: 3, accounted: 1, missing: 2 })
  expect(entries.map(({ kind, lastName, phone, host, note }) => ({ kind, lastName, phone, host, note })).toSorted((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
    { kind: 'member', lastName: 'Roy', phone: null, host: null, note: null },
    { kind: 'unlisted', lastName: '', phone: null, host: null, note: null },
    { kind: 'visitor', lastName: '', phone: null, host: null, note: null },
  ])
  const text = pdfText(Buffer.from((await desk.muster().paper({ musterId, language: 'en' })).content, 'base64'))
  expect(text).toContain('(name no longer kept)')
  for (const gone of ['Bélanger', 'Passer-by', '204-555-0199', 'upstairs', 'Knows the way']) expect(text).not.toContain(gone)
  const lines = (await desk.database.read((tx) => tx.select().from(audit))).filter(({ action }) => action === 'visitor_dispose')
  expect(lines).toMatchObject([{ entityType: 'muster', entityId: musterId, details: { people: 2 } }])

  expect(await retention().disposeGuests(new Date(desk.clock.now().getTime() + day))).toBe(0)
})

test('a muster that is open keeps everybody', async () => {
  await desk.signVisitorIn()
  const { musterId } = await desk.start()
  expect(await retention().disposeGuests(new Date(desk.clock.now().getTime() + day))).toBe(0)
  expect(await desk.entry(musterId, 'Bélanger')).toBeDefined()
})

test('the job of each day does it when the visits’ time is over, and not while a legal hold stands', async () => {
  await held()
  const asked: Date[] = []
  const jobs = createJobsService({ database: desk.database, clock: desk.clock, hub: desk.hub, log: silentLog, unitTime: () => defaultUnitTime, disposeMusters: async (before) => asked.push(before) })
  await jobs.tick()
  expect(asked).toEqual([new Date('2024-11-24T09:00:00.000Z')])
  await desk.visitors.updateRetention({ basedOn: 0, settings: { visitMonths: 24, legalHold: true } }, { kind: 'member', id: 'x', name: 'X' })
  desk.clock.advance(day)
  await jobs.tick()
  expect(asked).toHaveLength(1)
})

test('a station whose files name guests that the record does not name any more clears them too: another took the names out', async () => {
  await held()
  await createMusterRetention({ database: desk.database, clock: desk.clock, files: { remove: () => {} } }).disposeGuests(new Date(desk.clock.now().getTime() + day))
  const files = () => desk.files().filter((name) => name.startsWith('muster-'))
  expect(files()).not.toEqual([])
  await retention().removeFiles(new Date(desk.clock.now().getTime() - day))
  expect(files(), 'ended after that').not.toEqual([])
  await retention().removeFiles(new Date(desk.clock.now().getTime() + day))
  expect(files()).toEqual([])
})
