/** The daily page, its checklist and the log (domain.md 4.12.6 ▶; screens.md W-9, W-18). */
import { asc, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dutyLog as contract } from '../../../../shared/contract/duty-log.ts'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { Caller } from '../../../../shared/domain/access.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { signedInDesk } from '../../app/testing/test-callers.ts'
import type { Database } from '../../db/database.ts'
import { audit, dutyLogEntry, setting } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import { actorOf } from '../audit/write.ts'
import { defaultPage } from './default-page.ts'
import { dutyPageKey } from './page.ts'
import { createDutyLogService, type DutyLogService } from './service.ts'

/** Tuesday 24 November 2026, 09:00 in Winnipeg. */
const morning = '2026-11-24T15:00:00.000Z'
let database: Database
let clock: FakeClock
let log: DutyLogService
let events: unknown[]

beforeEach(async () => {
  database = await createTestDatabase()
  clock = createFakeClock(morning)
  const hub = createHub<SentinelEvents>(silentLog)
  events = []
  hub.on('dutyLog.changed', (payload) => events.push(payload))
  log = createDutyLogService({ database, clock, hub, unitTime: () => defaultUnitTime })
})
afterEach(() => database.close())

const someone = (name: string, level: 'basic' | 'admin' = 'basic'): Caller => ({ ...signedInDesk(level), person: { memberId: newId(), name } })
const dds = someone('PO1 Tremblay, A')
const other = someone('S1 Roy, Z')
const admin = someone('PO1 Boss, A', 'admin')
const refused = (code: string) => expect.objectContaining({ code })
const add = (input: object, caller = dds) => log.add(v.parse(contract.add.input, input), caller)
const correct = (entryId: string, input: object, caller = dds) => log.correct(v.parse(contract.correct.input, { entryId, reason: 'mistyped', ...input }), caller)
const tick = (key: string, more: object = {}, caller = dds) => log.tick(v.parse(contract.tick.input, { key, ...more }), caller)
const items = async (date: string | null = null) => (await log.day(date)).blocks.flatMap((block) => block.items)
const page = v.parse(contract.updatePage.input.entries.page, defaultPage)

describe('the checklist of a day', () => {
  test('is in the order of the day, goes by its working hours, and has what its weekday has', async () => {
    const tuesday = await log.day(null)
    expect(tuesday.blocks.map(({ time, key }) => `${time} ${key}`)).toEqual(['07:30 opening', '08:00 colours', '08:00 working-day', '16:00 sunset', '16:00 closing'])
    expect((await log.day('2026-07-07')).blocks.at(-1)).toMatchObject({ key: 'closing', time: '15:00' })
    expect((await items()).map(({ key }) => key)).not.toContain('galley-cleared')
    expect((await items('2026-11-27')).map(({ key }) => key)).toContain('galley-cleared')
  })

  test('a tick is for everybody, with name and time, and becomes a line of the log (W-18)', async () => {
    await tick('alarm-off')
    clock.advance(60_000)
    await tick('fridge', { degrees: 3.5, remark: 'door seal loose' }, other)
    const day = await log.day(null)
    expect(day).toMatchObject({ done: 2, isToday: true })
    expect(day.blocks.flatMap((block) => block.items).filter(({ ticked }) => ticked !== null)).toMatchObject([
      { key: 'alarm-off', ticked: { at: morning, name: 'PO1 Tremblay, A', degrees: null } },
      { key: 'fridge', ticked: { name: 'S1 Roy, Z', degrees: 3.5, remark: 'door seal loose' } },
    ])
    expect(day.entries).toMatchObject([{ kind: 'checklist', text: 'Alarm disarmed', actorName: 'PO1 Tremblay, A' }, { text: 'Galley fridge – door seal loose', details: { degrees: 3.5 } }])
    expect(events).toEqual([{ date: '2026-11-24' }, { date: '2026-11-24' }])
  })

  test('two who tick at one instant: one of them has it', async () => {
    const answers = await Promise.allSettled([tick('lights'), tick('lights', {}, other)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await log.day(null)).entries).toHaveLength(1)
  })

  test('is refused for what is not on it, twice, and without the temperature it asks for', async () => {
    await expect(tick('no-such-thing')).rejects.toEqual(refused('checklist_item_unknown'))
    await expect(tick('galley-cleared')).rejects.toEqual(refused('checklist_item_unknown'))
    await expect(tick('fridge')).rejects.toEqual(refused('temperature_needed'))
    await tick('lights')
    await expect(tick('lights')).rejects.toEqual(refused('checklist_item_ticked'))
  })

  test('taken back it is open again, and the log keeps both', async () => {
    await tick('lights')
    clock.advance(60_000)
    await log.untick({ key: 'lights', reason: 'Wrong floor' }, other)
    expect(await log.day(null)).toMatchObject({ done: 0, entries: [{ text: 'Lights on', removed: { actorName: 'S1 Roy, Z', reason: 'Wrong floor' } }] })
    await expect(log.untick({ key: 'lights', reason: 'x' }, dds)).rejects.toEqual(refused('checklist_item_not_ticked'))
    await tick('lights')
    expect(await log.day(null)).toMatchObject({ done: 1 })
  })

  test('begins anew at 03:00, not at midnight; a past day keeps its ticks', async () => {
    await tick('lights')
    clock.set(new Date('2026-11-25T08:59:00.000Z'))
    expect(await log.day(null)).toMatchObject({ date: '2026-11-24', done: 1 })
    clock.set(new Date('2026-11-25T09:00:00.000Z'))
    expect(await log.day(null)).toMatchObject({ date: '2026-11-25', done: 0 })
    expect(await log.day('2026-11-24')).toMatchObject({ done: 1, isToday: false })
  })
})

describe('the page (administrators write it)', () => {
  test('what was ticked keeps its words when the item is renamed or gone', async () => {
    await tick('lights')
    const checklist = page.checklist.map((block) => ({ ...block, tasks: block.tasks.filter(({ key }) => key !== 'lights') }))
    expect(await log.updatePage({ page: { ...page, checklist }, basedOn: 0 }, actorOf(admin))).toEqual({ version: 1 })
    expect((await items()).find(({ key }) => key === 'lights')).toMatchObject({ text: 'Lights on', ticked: { name: 'PO1 Tremblay, A' } })
    expect(await log.page()).toMatchObject({ version: 1, changedBy: 'PO1 Boss, A', changedAt: morning })
    expect(await database.read((tx) => tx.select().from(audit).where(sql`action = 'duty_page_update'`))).toHaveLength(1)
  })

  test('two who save at once: the second is told, nothing is lost', async () => {
    const save = (text: string) => log.updatePage({ page: { ...page, notes: { text, textFr: null } }, basedOn: 0 }, actorOf(admin))
    const answers = await Promise.allSettled([save('one'), save('two')])
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? 'saved' : (answer.reason as { code: string }).code)).sort()).toEqual(['page_changed', 'saved'])
  })

  test('a key that stands twice is refused; a damaged document gives way to the one that Sentinel came with', async () => {
    const [block] = page.checklist
    await expect(log.updatePage({ page: { ...page, checklist: [block, { ...block, key: 'again' }] as never }, basedOn: 0 }, actorOf(admin))).rejects.toEqual(refused('page_key_twice'))
    await database.transaction((tx) => tx.insert(setting).values({ key: dutyPageKey, value: { torn: true }, category: 'app_config', updatedAt: clock.now() }))
    expect(await log.page()).toMatchObject({ version: 0, page: { checklist: [{ key: 'opening' }, {}, {}, {}, {}] } })
  })

  test('names no real person, number or place (7.4)', () => {
    expect(JSON.stringify(defaultPage)).not.toMatch(/\d{3}[- .]\d{4}|@|HMCS|Chippawa|Winnipeg/)
  })
})

describe('the log', () => {
  test('calls, rounds, temperatures and notes, in the order they happened', async () => {
    await add({ kind: 'note', text: 'Quiet so far' })
    await add({ kind: 'phone_call', text: 'Sick, back on Thursday', at: '2026-11-24T13:10:00.000Z', details: { caller: 'S2 Nguyễn', category: 'absence', action: 'Told DECK', isDone: true } }, other)
    await add({ kind: 'temperature', text: 'Galley', details: { degrees: -18, place: 'Freezer' } })
    expect((await log.day(null)).entries).toMatchObject([{ kind: 'phone_call', actorName: 'S1 Roy, Z', details: { caller: 'S2 Nguyễn', category: 'absence' } }, { kind: 'note' }, { kind: 'temperature', details: { degrees: -18 } }])
  })

  test.each([
    [{ kind: 'phone_call', text: 'x' }, 'caller_needed'],
    [{ kind: 'temperature', text: 'x' }, 'temperature_needed'],
    [{ kind: 'note', text: 'x', at: '2026-11-24T15:00:01.000Z' }, 'log_time_out_of_reach'],
    // Yesterday began on the 23rd at 03:00, 09:00 UTC.
    [{ kind: 'note', text: 'x', at: '2026-11-23T08:59:59.000Z' }, 'log_time_out_of_reach'],
  ])('%j is refused: %s', async (input, code) => {
    await expect(add(input)).rejects.toEqual(refused(code))
    expect((await log.day(null)).entries).toEqual([])
  })

  test('an entry for last night stands on last night’s sheet', async () => {
    await add({ kind: 'round', text: 'All quiet', at: '2026-11-24T08:30:00.000Z' })
    expect((await log.day('2026-11-23')).entries).toMatchObject([{ text: 'All quiet' }])
    expect((await log.day(null)).entries).toEqual([])
  })

  test('is corrected by another entry in its place; what stood there stays, with who and why (W-9)', async () => {
    const { entryId } = await add({ kind: 'note', text: 'Boiler leeks' })
    clock.advance(60_000)
    const second = await correct(entryId, { kind: 'note', text: 'Boiler leaks' })
    clock.advance(60_000)
    await correct(second.entryId, { kind: 'incident', text: 'Boiler leaks badly', reason: 'worse' }, admin)
    expect((await log.day(null)).entries).toMatchObject([
      { kind: 'incident', text: 'Boiler leaks badly', at: morning, actorName: 'PO1 Boss, A', earlier: [{ text: 'Boiler leaks', reason: 'worse' }, { text: 'Boiler leeks', reason: 'mistyped' }], removed: null },
    ])
    await expect(correct(entryId, { kind: 'note', text: 'again' })).rejects.toEqual(refused('log_entry_replaced'))
    expect(await database.read((tx) => tx.$count(dutyLogEntry))).toBe(3)
  })

  test('taken out it stays on the sheet, struck through', async () => {
    const { entryId } = await add({ kind: 'note', text: 'Wrong unit' })
    await log.remove({ entryId, reason: 'Belongs elsewhere' }, dds)
    expect((await log.day(null)).entries).toMatchObject([{ text: 'Wrong unit', removed: { reason: 'Belongs elsewhere' } }])
    await expect(log.remove({ entryId, reason: 'x' }, dds)).rejects.toEqual(refused('log_entry_replaced'))
  })

  test('somebody else’s entry is for the DDS and administrators to correct', async () => {
    const { entryId } = await add({ kind: 'note', text: 'Mine' })
    await expect(correct(entryId, { kind: 'note', text: 'Yours' }, other)).rejects.toEqual(refused('log_entry_not_yours'))
    await expect(log.remove({ entryId, reason: 'x' }, other)).rejects.toEqual(refused('log_entry_not_yours'))
    await correct(entryId, { kind: 'note', text: 'Ours' }, { ...other, liveDds: true })
    await tick('lights')
    const [, ticked] = (await log.day(null)).entries
    await expect(log.remove({ entryId: ticked?.id ?? '', reason: 'x' }, admin)).rejects.toEqual(refused('log_entry_unknown'))
  })

  test('two who correct one entry at once: one stands', async () => {
    const { entryId } = await add({ kind: 'note', text: 'x' })
    const answers = await Promise.allSettled([correct(entryId, { kind: 'note', text: 'one' }), correct(entryId, { kind: 'note', text: 'two' })])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('cannot be changed or emptied past Sentinel, and everything is in the trail', async () => {
    await add({ kind: 'note', text: 'x' })
    for (const statement of [sql`update duty_log_entry set text = 'y'`, sql`delete from duty_log_entry`, sql`truncate duty_log_entry`]) {
      await expect(database.transaction((tx) => tx.execute(statement))).rejects.toMatchObject({ cause: { message: expect.stringContaining('append-only') } })
    }
    expect((await database.read((tx) => tx.select({ action: audit.action }).from(audit).orderBy(asc(audit.seq)))).map(({ action }) => action)).toEqual(['duty_log_add'])
  })

  test('is searched over many days, page by page; signs that mean something to SQL mean nothing', async () => {
    for (let day = 0; day < 5; day += 1) {
      clock.set(new Date(Date.UTC(2026, 10, 20 + day, 15)))
      await add({ kind: day % 2 === 0 ? 'note' : 'round', text: `Boiler at 100% on day ${day}` })
    }
    const search = (input: object) => log.search(v.parse(contract.search.input, input))
    const first = await search({ text: 'boiler', limit: 3 })
    expect(first.entries.map(({ date }) => date)).toEqual(['2026-11-24', '2026-11-23', '2026-11-22'])
    const second = await search({ text: 'boiler', limit: 3, before: first.next })
    expect(second).toMatchObject({ entries: [{ date: '2026-11-21' }, { date: '2026-11-20' }], next: null })
    expect((await search({ text: '100%' })).entries).toHaveLength(5)
    expect((await search({ text: '1_0%' })).entries).toEqual([])
    expect((await search({ kinds: ['round'], from: '2026-11-22' })).entries).toHaveLength(1)
  })
})
