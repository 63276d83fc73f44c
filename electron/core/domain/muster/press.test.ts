/** The red key while the record does not answer, and the printer (screens.md P0-7.1, 5.8 no. 10; trust.md on printing). By the order of what happens, not by the watch. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerLimitMs } from './press.ts'
import { printLimitMs, retryWaitsMs } from './printing.ts'
import { bareDesk, dds, openMusterDesk, type MusterDesk } from './testing/muster-desk.ts'

let desk: MusterDesk
beforeEach(async () => {
  desk = await openMusterDesk()
})
afterEach(() => desk.done())

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

async function fillWith(count: number) {
  await desk.enlist('Rig0')
  await desk.database.transaction((tx) =>
    tx.execute(`
      insert into member (id, service_number, rank_id, first_name, last_name, display_name, search_name, division_id, member_type, status, source, created_at, updated_at)
      select gen_random_uuid(), 'R' || lpad(n::text, 8, '0'), (select rank_id from member limit 1), 'Rig', 'Person' || lpad(n::text, 4, '0'), 'S1 Person' || n || ', R', 'person' || n, (select division_id from member limit 1), 'class_a', 'active', 'nominal_roll', now(), now() from generate_series(1, ${count}) n;
    `),
  )
  await desk.database.transaction((tx) => tx.execute(`insert into station (id, name, display_order, created_at, updated_at) values ('front-door', 'Front door', 1, now(), now()) on conflict do nothing`))
  await desk.database.transaction((tx) => tx.execute(`insert into movement (id, member_id, direction, at, recorded_at, station_id, method) select gen_random_uuid(), id, 'in', now(), now(), 'front-door', 'manual' from member where first_name = 'Rig'`))
  await desk.database.transaction((tx) => tx.execute(`insert into member_presence (member_id, direction, at, recorded_at, movement_id, station_id) select member_id, direction, at, recorded_at, id, station_id from movement`))
  await desk.muster().readInside()
}

/** Another act holds the record until it is let go. */
async function holdRecord() {
  let letGo = (): void => {}
  let begun = (): void => {}
  const isHeld = new Promise<void>((resolve) => (begun = resolve))
  const act = desk.database.transaction(async () => {
    begun()
    await new Promise<void>((resolve) => (letGo = resolve))
  })
  await isHeld
  return async () => {
    letGo()
    await act
  }
}

test('500 people while another act holds the record: the list of the last minute is on the disk and at the printer and says of when it is; the record’s follows', async () => {
  await desk.done()
  desk = await openMusterDesk({ hasFolder: true })
  await fillWith(500)
  desk.clock.advance(45_000)
  const letGo = await holdRecord()
  const pressed = desk.start()
  desk.clock.advance(answerLimitMs - 1)
  await settled()
  expect(desk.files()).toEqual([])
  desk.clock.advance(1)
  await settled()
  const [early] = desk.printer.papers
  expect(early?.html).toContain('As of 2026-11-24 12:00:00')
  expect(early?.html.match(/<tr><td class="tick">/g)).toHaveLength(500)
  expect(desk.file('muster-2026-11-24-120045.html')).toBe(early?.html)

  await letGo()
  const { musterId } = await pressed
  expect((await desk.rollCall(musterId)).entries).toHaveLength(500)
  expect(desk.printer.papers).toHaveLength(2)
  expect(desk.printer.papers[1]?.html).not.toContain('As of')
  expect(desk.file('muster-2026-11-24-120045.html')).toBe(desk.printer.papers[1]?.html)
  await desk.muster().stop()
  expect(desk.files()).toEqual(['muster-2026-11-24-120045-en.pdf', 'muster-2026-11-24-120045-fr.pdf', 'muster-2026-11-24-120045.csv', 'muster-2026-11-24-120045.html'])
})

test('pressed at two desks while the record is busy, one early list goes out', async () => {
  const letGo = await holdRecord()
  const pressed = Promise.all([desk.start(), desk.start()])
  desk.clock.advance(answerLimitMs)
  await settled()
  expect(desk.printer.papers).toHaveLength(1)
  await letGo()
  const [first, second] = await pressed
  expect(second?.musterId).toBe(first?.musterId)
  expect(desk.printer.papers).toHaveLength(2)
})

describe('the printer', () => {
  const printing = async () => (await desk.figures())?.printing

  test('fails three times: said at once, tried again twice, an alert on every window; a later paper takes it back', async () => {
    desk.printer.next = ['fails', 'fails', 'fails']
    await desk.start()
    await settled()
    expect(await printing()).toMatchObject({ state: 'failed', copies: 2, problem: 'Out of paper' })
    for (const wait of retryWaitsMs) {
      desk.clock.advance(wait)
      await settled()
    }
    expect(desk.printer.next).toEqual([])
    const alerts = () => desk.database.read((tx) => tx.query.alert.findMany({ where: (row, { eq }) => eq(row.type, 'muster_not_printed') }))
    await expect.poll(alerts).toMatchObject([{ status: 'active', severity: 'critical', details: { text: 'Out of paper' } }])
    desk.clock.advance(5 * 60_000)
    await expect.poll(printing).toMatchObject({ state: 'printed', problem: null })
    await expect.poll(alerts).toMatchObject([{ status: 'resolved' }])
  })

  test('that hangs has failed, and is tried again', async () => {
    desk.printer.next = ['hangs']
    await desk.start()
    await settled()
    expect(await printing()).toMatchObject({ state: 'printing' })
    desk.clock.advance(printLimitMs)
    await settled()
    expect(await printing()).toMatchObject({ state: 'failed', problem: 'The printer does not answer.' })
    desk.clock.advance(retryWaitsMs[0])
    await settled()
    expect(await printing()).toMatchObject({ state: 'printed' })
  })

  test('prints as the settings say, again and again with what was said meanwhile, also after a restart, and no more when it is closed', async () => {
    await fillWith(2)
    await desk.muster().changeSettings({ printAtStart: true, copies: 3, reprintMinutes: 10, redAfterMinutes: 10, drillReminderDays: 90, printer: 'Front office' }, dds)
    const { musterId } = await desk.start('drill')
    expect(desk.printer.papers).toMatchObject([{ copies: 3, printer: 'Front office' }])
    await desk.mark(musterId, [(await desk.entry(musterId, 'Person0001'))?.id ?? ''])
    desk.clock.advance(10 * 60_000)
    await expect.poll(() => desk.printer.papers.length).toBe(2)
    expect(desk.printer.papers[1]?.html).toMatch(/✓<\/td><td>Person0001, Rig/)
    expect(desk.printer.papers[1]?.html).toContain('DRILL · EXERCICE')
    await desk.restart()
    desk.clock.advance(10 * 60_000)
    await expect.poll(() => desk.printer.papers.length).toBe(3)
    await desk.close(musterId, 'Over')
    desk.clock.advance(60 * 60_000)
    await settled()
    expect(desk.printer.papers).toHaveLength(3)
    expect(await desk.told('setting_update')).toMatchObject([{ before: { copies: 2 }, after: { copies: 3 } }])
  })

  test('where there is none, nothing is said of it and nothing is refused but to print', async () => {
    await desk.done()
    desk = await openMusterDesk({ hasPrinter: false })
    const { musterId } = await desk.start()
    expect((await desk.figures())?.printing).toBeNull()
    expect((await desk.muster().settings()).printers).toEqual([])
    await expect(desk.muster().print({ musterId })).rejects.toMatchObject({ code: 'muster_no_printer' })
  })
})

test('the settings hold for the next start, and nobody but an administrator is asked for them', async () => {
  await desk.muster().changeSettings({ printAtStart: false, copies: 1, reprintMinutes: 0, redAfterMinutes: 5, drillReminderDays: 0, printer: '' }, dds)
  await desk.restart()
  expect((await desk.muster().settings()).settings).toEqual({ printAtStart: false, copies: 1, reprintMinutes: 0, redAfterMinutes: 5, drillReminderDays: 0, printer: null })
  await desk.muster().start({ requestId: crypto.randomUUID(), kind: 'live' }, bareDesk)
  desk.clock.advance(60 * 60_000)
  await settled()
  expect(desk.printer.papers).toEqual([])
  expect(await desk.muster().state()).toMatchObject({ drillDue: false, open: { redAt: '2026-11-24T18:05:00.000Z' } })
})
