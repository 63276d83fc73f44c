/** Emergency muster (screens.md P0-7, 5.8 no. 10): the list is frozen, called and closed. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import { createJobsService } from '../jobs/service.ts'
import { bareDesk, openMusterDesk, type MusterDesk } from './testing/muster-desk.ts'

let desk: MusterDesk
beforeEach(async () => {
  desk = await openMusterDesk()
})
afterEach(() => desk.done())

const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'ok', (error: { code?: string }) => error.code ?? String(error))

async function inside(...names: string[]) {
  const people = []
  for (const name of names) {
    const person = await desk.enlist(name)
    await desk.scan(person.serial)
    people.push(person)
  }
  desk.clock.advance(60_000)
  return people
}

describe('the red key (P0-7.1)', () => {
  test('freezes members, visitors with their host and attendees, on the disk and at the printer, with nobody signed in', async () => {
    await desk.done()
    desk = await openMusterDesk({ hasFolder: true })
    const [roy] = await inside('Roy', 'Able')
    const pass = await desk.addPass('V-07')
    await desk.signVisitorIn({ badgeId: pass.id, hostMemberId: roy?.id, phone: '204-555-0199' })
    const event = await desk.open()
    const attendee = await desk.add(event.id)
    await desk.signIn(attendee.id)

    const { musterId, already } = await desk.start()
    expect(already).toBe(false)
    const { entries, muster } = await desk.rollCall(musterId)
    expect(muster).toMatchObject({ kind: 'live', total: 4, accounted: 0, missing: 4, endedAt: null, startedBy: 'desk desk' })
    expect(entries.map(({ kind, lastName }) => [kind, lastName])).toEqual([['member', 'Able'], ['member', 'Roy'], ['visitor', 'Bélanger'], ['attendee', 'Bélanger, Émilie']])
    expect(entries[2]).toMatchObject({ pass: 'V-07', phone: '204-555-0199', organization: 'Elevators & Sons', host: { displayName: 'S1 Roy, T' }, list: 'inside', state: 'missing' })

    const [csv = '', html = ''] = desk.files().filter((name) => !name.endsWith('.pdf'))
    expect([csv, html]).toEqual(['muster-2026-11-24-120100.csv', 'muster-2026-11-24-120100.html'])
    expect(desk.file(html)).toContain('EMERGENCY MUSTER · RASSEMBLEMENT D’URGENCE')
    expect(desk.file(html)).toContain('HMCS &#60;Example&#62;')
    expect(desk.file(html)).toContain('S1 Roy, T')
    expect(desk.file(csv)).toContain('204-555-0199')
    expect(desk.printer.papers).toEqual([{ html: desk.file(html), copies: 2, printer: null }])
  })

  test('two desks at the same instant, or one that asks twice, open one muster', async () => {
    await inside('Roy')
    const requestId = newId()
    const answers = await Promise.all([desk.start('live', requestId), desk.start(), desk.start('live', requestId), desk.start()])
    expect(new Set(answers.map(({ musterId }) => musterId)).size).toBe(1)
    expect(answers.map(({ already }) => already)).toEqual([false, true, false, true])
    expect((await desk.muster().list({ limit: 20, page: 1 })).total).toBe(1)
    expect(desk.printer.papers).toHaveLength(1)
  })

  test('a drill gives way to an emergency, and none begins while one is on', async () => {
    await inside('Roy')
    const drill = await desk.start('drill')
    expect(desk.printer.papers[0]?.html).toContain('DRILL · EXERCICE')
    const live = await desk.start('live')
    expect(live.musterId).not.toBe(drill.musterId)
    expect((await desk.rollCall(drill.musterId)).muster).toMatchObject({ endedBy: 'desk desk', reason: 'An emergency began. · Une urgence a commencé.', missing: 1 })
    expect(await codeOf(desk.start('drill'))).toBe('muster_open')
    expect((await desk.figures())?.kind).toBe('live')
  })
})

describe('the call (P0-7.3)', () => {
  test('many at once, taken back, with who and when; the missing stand on top', async () => {
    await inside('Able', 'Baker', 'Roy')
    const { musterId } = await desk.start()
    const [able, baker, roy] = (await desk.rollCall(musterId)).entries.map(({ id }) => id)
    desk.clock.advance(30_000)
    await desk.mark(musterId, [able ?? '', baker ?? ''])
    await desk.mark(musterId, [roy ?? ''], 'needs_assistance', 'Broken ankle, stairwell B')
    expect(await desk.figures()).toMatchObject({ total: 3, accounted: 3, missing: 0, needsAssistance: 1 })
    await desk.mark(musterId, [able ?? ''], 'missing')
    const { entries } = await desk.rollCall(musterId)
    expect(entries.map(({ lastName, state }) => [lastName, state])).toEqual([['Able', 'missing'], ['Baker', 'safe'], ['Roy', 'needs_assistance']])
    expect(entries[0]?.marked).toBeNull()
    expect(entries[1]?.marked).toEqual({ at: '2026-11-24T18:01:30.000Z', by: 'desk desk', way: 'tap', stationName: 'Desk' })
    expect(entries[2]?.note).toBe('Broken ankle, stairwell B')
    expect(await codeOf(desk.mark(musterId, [roy ?? '', newId()]))).toBe('muster_entry_unknown')
    expect(await codeOf(desk.mark(newId(), [roy ?? '']))).toBe('muster_unknown')
  })

  test('somebody unlisted is added once, however often it is asked', async () => {
    const { musterId } = await desk.start()
    const asked = { requestId: newId(), musterId, lastName: 'Courier', firstName: null, organization: 'Parcels', note: 'red coat', state: 'safe' as const }
    const { entryId } = await desk.muster().addUnlisted(asked, bareDesk)
    expect(await desk.muster().addUnlisted(asked, bareDesk)).toEqual({ entryId })
    expect(await desk.entry(musterId, 'Courier')).toMatchObject({ list: 'unlisted', kind: 'unlisted', personId: null, state: 'safe', note: 'red coat' })
    expect(await desk.figures()).toMatchObject({ total: 1, accounted: 1 })
  })

  test('names turn red by the clock that only grows: one that is set back does not put it off', async () => {
    await desk.start()
    expect((await desk.figures())?.redAt).toBe('2026-11-24T18:10:00.000Z')
    desk.clock.advance(120_000)
    desk.clock.set(new Date('2026-11-24T10:00:00.000Z'))
    expect((await desk.figures())?.redAt).toBe('2026-11-24T10:08:00.000Z')
  })
})

describe('the end (P0-7.5)', () => {
  test('needs a person, and a reason while somebody is missing; the report stays as it was', async () => {
    await inside('Able', 'Roy')
    const { musterId } = await desk.start()
    const [able] = (await desk.rollCall(musterId)).entries
    await desk.mark(musterId, [able?.id ?? ''])
    expect(await codeOf(desk.close(musterId, 'over', bareDesk))).toBe('forbidden')
    expect(await codeOf(desk.close(musterId))).toBe('muster_people_missing')
    expect(await codeOf(desk.close(musterId, ''))).toBe('muster_people_missing')
    desk.clock.advance(600_000)
    await desk.close(musterId, 'Fire chief took over')
    expect(await codeOf(desk.close(musterId, 'again'))).toBe('muster_closed')
    expect(await codeOf(desk.mark(musterId, [able?.id ?? '']))).toBe('muster_closed')
    expect((await desk.muster().state()).open).toBeNull()

    const before = await desk.rollCall(musterId)
    expect(before.muster).toMatchObject({ endedBy: 'PO1 Test, T', reason: 'Fire chief took over', remarks: 'All calm.', missing: 1, accounted: 1 })
    // What happens at the doors afterwards is no part of it.
    for (const { serial } of [await desk.enlist('Late')]) await desk.scan(serial)
    expect(await desk.rollCall(musterId)).toEqual(before)
    expect((await desk.muster().list({ limit: 20, page: 1 })).musters).toEqual([before.muster])
  })

  test('what was said cannot be unsaid in the record, nor a closed muster changed', async () => {
    await inside('Roy')
    const { musterId } = await desk.start()
    await desk.mark(musterId, [(await desk.rollCall(musterId)).entries[0]?.id ?? ''])
    await desk.close(musterId)
    for (const statement of ['update muster_mark set state = $$missing$$', 'delete from muster_mark', 'delete from muster_entry', 'update muster set remarks = $$x$$', 'delete from muster', 'update muster_mark set note = $$x$$', 'update muster_entry set last_name = $$$$, first_name = $$$$, display_name = $$$$', 'update muster set report = jsonb_set(report, $${counts,total}$$, $$99$$)']) {
      await expect(desk.database.transaction((tx) => tx.execute(statement)), statement).rejects.toMatchObject({ cause: { message: expect.stringContaining('append-only') } })
    }
    await expect(desk.database.transaction((tx) => tx.execute('insert into muster (id, request_id, kind, started_at, started_by, station_id, file_stem) select gen_random_uuid(), gen_random_uuid(), $$live$$, now(), $$x$$, $$desk$$, $$x$$ from generate_series(1, 2)'))).rejects.toMatchObject({ cause: { code: '23505' } })
  })

  test('the clock was set back during it: it ends no sooner than it began', async () => {
    const { musterId } = await desk.start()
    desk.clock.set(new Date('2026-11-24T10:00:00.000Z'))
    await desk.close(musterId)
    const { muster } = await desk.rollCall(musterId)
    expect(muster.endedAt).toBe(muster.startedAt)
  })
})

test('a drill is brought to mind when the last one is long ago', async () => {
  expect(await desk.muster().state()).toMatchObject({ lastDrill: null, drillDue: true })
  const { musterId } = await desk.start('drill')
  await desk.close(musterId)
  expect(await desk.muster().state()).toMatchObject({ lastDrill: '2026-11-24', drillDue: false })
  desk.clock.advance(90 * 86_400_000)
  expect((await desk.muster().state()).drillDue).toBe(true)
})

test('after Sentinel was killed an open muster is open still, with its points', async () => {
  await inside('Roy')
  const { musterId } = await desk.start()
  await desk.muster().setPoint({ musterId, stationId: 'front-door', isPoint: true }, bareDesk)
  desk.clock.advance(60_000)
  await desk.restart()
  expect(await desk.figures()).toMatchObject({ id: musterId, missing: 1, redAt: '2026-11-24T18:11:00.000Z' })
  expect((await desk.rollCall(musterId)).points).toEqual(['front-door'])
  expect(desk.muster().roll.open()?.isPoint('front-door')).toBe(true)
})

test('03:00 and a lockup end nobody’s muster: who was signed out by them is said, and not accounted for', async () => {
  await inside('Roy')
  const { musterId } = await desk.start()
  desk.clock.set(new Date('2026-11-25T09:00:00.000Z'))
  const jobs = createJobsService({ database: desk.database, clock: desk.clock, hub: desk.hub, log: silentLog, unitTime: () => defaultUnitTime })
  await jobs.tick()
  expect((await desk.presence.now()).people).toEqual([])
  expect(await desk.entry(musterId, 'Roy')).toMatchObject({ state: 'missing', change: { direction: 'out' } })
  expect(await desk.figures()).toMatchObject({ id: musterId, missing: 1 })
})
