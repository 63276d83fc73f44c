/** Attendees at lockup, at the daily reset and in the day report: upstream forgot them in all three (domain.md 4.9 ▶, 4.15, 4.16 ⚠). */
import { parse } from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { events as contract } from '../../../../shared/contract/events.ts'
import { newId } from '../../kit/id.ts'
import type { Somebody } from '../dds/testing/duty-desk.ts'
import { createJobsDesk, type JobsDesk } from '../jobs/testing/jobs-desk.ts'
import { dayReport } from '../reports/day-report.ts'
import { silentLog } from '../../kit/log.ts'
import { createEventsService, type EventsService } from './service.ts'
import { admin, quartermaster } from './testing/events-desk.ts'

let desk: JobsDesk
let service: EventsService
let holder: Somebody
let attendeeId: string
beforeEach(async () => {
  desk = await createJobsDesk()
  service = createEventsService(desk)
  holder = await desk.enlist('Holder', { rankCode: 'PO1', qualifications: ['SWK'] })
  await desk.arrive(holder)
  await desk.lockup.open({ note: '' }, desk.kiosk)
  const { id: eventId } = await service.create(parse(contract.create.input, { name: 'Course', code: 'C', startDate: '2026-11-01', endDate: '2027-01-31' }), admin)
  await service.activate({ eventId }, admin)
  attendeeId = (await service.addAttendee(parse(contract.addAttendee.input, { eventId, name: 'Roy, Pat', organization: 'RCMP', role: 'Participant' }), admin)).id
  await service.signIn({ attendeeId }, quartermaster)
})
afterEach(() => desk.close())

const execute = (version: string) => desk.lockup.execute({ requestId: newId(), version, note: '' }, desk.as(holder))

test('lockup lists them, signs them out with everybody else and names them; nobody is put back into a secured building', async () => {
  expect(await desk.lockup.status()).toMatchObject({ inside: { members: 1, visitors: 0, attendees: 1 } })
  const { version, people } = await desk.lockup.start({ note: '' }, desk.as(holder))
  expect(people).toMatchObject([{ kind: 'member' }, { kind: 'attendee', id: attendeeId, displayName: 'Roy, Pat' }])
  expect(await execute(version)).toMatchObject({ total: 2, people: [{ kind: 'member' }, { kind: 'attendee', name: 'Roy, Pat', missed: true }] })
  expect(await desk.presence.now()).toMatchObject({ people: [], counts: { attendees: 0 } })
  expect((await service.attendee({ attendeeId })).movements).toMatchObject([{ direction: 'out', method: 'lockup_sequence' }, { direction: 'in' }])
  await expect(service.undo({ attendeeId }, quartermaster)).rejects.toMatchObject({ code: 'attendee_nothing_to_undo' })
})

test('who comes or goes after the list was confirmed changes it, even by leaving and coming back (scenario 22)', async () => {
  const { version } = await desk.lockup.start({ note: '' }, desk.as(holder))
  await service.signOut({ attendeeId }, quartermaster)
  await expect(execute(version)).rejects.toMatchObject({ code: 'lockup_list_changed' })
  await service.signIn({ attendeeId }, quartermaster)
  await expect(execute(version)).rejects.toMatchObject({ code: 'lockup_list_changed' })
  expect(await execute((await desk.lockup.list()).version)).toMatchObject({ total: 2 })
})

test('the reset closes them at the rollover, once, names them in the alert and in the digest, and leaves who came after it', async () => {
  await desk.at('2026-11-25T08:59:59.000Z')
  expect((await desk.jobs().resetPreview()).people).toMatchObject([{ kind: 'member' }, { kind: 'attendee', id: attendeeId }])
  await desk.at('2026-11-25T09:00:30.000Z')
  expect((await service.attendee({ attendeeId })).movements).toMatchObject([{ direction: 'out', method: 'daily_reset', at: '2026-11-25T09:00:00.000Z' }, { direction: 'in' }])
  expect(await desk.jobs().digest({ date: null })).toMatchObject({ reset: { closedOut: 2 }, attendees: [{ attendeeId, displayName: 'Roy, Pat' }] })
  expect((await desk.alerts.active()).alerts.find(({ type }) => type === 'visitor_overstay')).toMatchObject({ facts: { names: ['Roy, Pat'] } })
  await service.signIn({ attendeeId }, quartermaster)
  await desk.restart()
  expect((await desk.presence.now()).counts.attendees).toBe(1)
})

test('the day report has their comings and goings, and who of them was inside (4.20)', async () => {
  const files = { database: desk.database, clock: desk.clock, log: silentLog }
  const lines = async () => (await dayReport(files, { language: 'en' }, admin)).content.split(/\r?\n/).filter((line) => line.includes('Roy, Pat'))
  expect(await lines()).toEqual([expect.stringContaining('Attendee,,,"Roy, Pat",,RCMP,In,'), expect.stringContaining('Attendee inside,,,"Roy, Pat",,RCMP,In,')])
  await service.signOut({ attendeeId }, quartermaster)
  expect(await lines()).toEqual([expect.stringContaining('Attendee,,,"Roy, Pat",,RCMP,In,'), expect.stringContaining('Attendee,,,"Roy, Pat",,RCMP,Out,')])
})
