import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alerts as contract } from '../../../../shared/contract/alerts.ts'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database } from '../../db/database.ts'
import { alert, audit, badge, member, rank } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import type { Actor } from '../audit/write.ts'
import { createPresenceService, type PresenceService } from '../presence/service.ts'
import { keepAlert, raiseAlert, resolveAlerts, type NewAlert } from './raise.ts'
import { scanAlerts } from './scan-alerts.ts'
import { createAlertsService, type AlertsService } from './service.ts'

const command: Actor = { kind: 'member', id: newId(), name: 'LCdr Watch, A', stationId: 'desk' }
let database: Database
let clock: FakeClock
let alerts: AlertsService
let presence: PresenceService
let events: string[]

beforeEach(async () => {
  database = await createTestDatabase()
  clock = createFakeClock('2026-11-24T18:00:00.000Z')
  const hub = createHub<SentinelEvents>(silentLog)
  events = []
  hub.onAny((name) => events.push(name))
  const unitTime = () => defaultUnitTime
  alerts = createAlertsService({ database, clock, hub, unitTime })
  presence = createPresenceService({ database, clock, hub, unitTime, enrolment: { take: async () => undefined }, watcher: scanAlerts })
})
afterEach(() => database.close())

/** A member with a badge of this serial and status. */
async function enlist(lastName: string, serial: string, { status = 'active', badgeStatus = 'active' } = {}): Promise<string> {
  const id = newId()
  const dates = { createdAt: clock.now(), updatedAt: clock.now() }
  await database.transaction(async (tx) => {
    const [s1] = await tx.select().from(rank).where(eq(rank.code, 'S1'))
    await tx.insert(member).values({ id, serviceNumber: `V${id.slice(0, 6)}`, rankId: s1?.id ?? '', firstName: 'Zoé', lastName, displayName: `S1 ${lastName}, Z`, searchName: lastName.toLowerCase(), memberType: 'class_a', status, source: 'nominal_roll', ...dates })
    await tx.insert(badge).values({ id: newId(), serial, status: badgeStatus, memberId: id, ...dates })
  })
  return id
}
const scan = (serial: string) => presence.scan({ serial, stationId: 'front-door', actor: { kind: 'device', id: 'r', name: 'Reader' } })
const active = async () => (await alerts.active()).alerts.map(({ type, severity, count, facts }) => ({ type, severity, count, name: facts['name'] }))
const refused = (code: string) => expect.objectContaining({ code })
const list = (input: object = {}) => alerts.list(v.parse(contract.list.input, input))
const notes = (input: object = {}) => alerts.notes(v.parse(contract.notes.input, input))
const addNote = (memberId: string, message: string, expiresAt: string | null = null) => alerts.addNote({ member: memberId, severity: 'info', message, expiresAt }, command)
const state = (facts: NewAlert['facts'] = {}, severity: NewAlert['severity'] = 'warning'): NewAlert => ({ type: 'lockup_not_executed', severity, subject: '2026-11-24', at: clock.now(), facts })
const keep = (given: NewAlert) => database.transaction((tx) => keepAlert(tx, given, 60))
const acknowledgeAll = async (note = '') => alerts.acknowledge({ alertIds: (await alerts.active()).alerts.map(({ id }) => id), note }, command)

describe('what a scan raises (domain.md 4.11, W-1; scenarios 6, 7, 8, 10)', () => {
  test('unknown badges: one silences no other, the same one counts up (▶)', async () => {
    for (const serial of ['DEADBEEF', '0BADBAD0', 'DEADBEEF']) {
      clock.advance(5000)
      await scan(serial)
    }
    expect(await active()).toEqual([
      { type: 'badge_unknown', severity: 'warning', count: 2, name: null },
      { type: 'badge_unknown', severity: 'warning', count: 1, name: null },
    ])
    const [first] = (await alerts.active()).alerts
    expect(first).toMatchObject({ facts: { serialTail: 'BEEF', station: 'Front door' }, firstAt: '2026-11-24T18:00:05.000Z', lastAt: '2026-11-24T18:00:15.000Z', stationName: 'Front door' })
    expect(JSON.stringify(first)).not.toContain('DEADBEEF')
  })

  test.each([
    ['a lost badge, with its holder’s name', { badgeStatus: 'lost' }, { type: 'badge_disabled', severity: 'critical', count: 1, name: 'S1 Roy, Z' }],
    ['a suspended member, whom upstream let pass (⚠)', { status: 'suspended' }, { type: 'unauthorized_access', severity: 'critical', count: 1, name: 'S1 Roy, Z' }],
    ['an inactive member, who is let in', { status: 'inactive' }, { type: 'inactive_member', severity: 'warning', count: 1, name: 'S1 Roy, Z' }],
  ])('%s', async (_who, options, expected) => {
    await enlist('Roy', 'AA000001', options)
    await scan('AA000001')
    expect(await active()).toEqual([expected])
    expect(events).toContain('alerts.changed')
  })

  test('an inactive member on the way out, and a bounce, raise nothing more (⚠)', async () => {
    await enlist('Roy', 'AA000001', { status: 'inactive' })
    for (const wait of [0, 500, 60_000]) {
      clock.advance(wait)
      await scan('AA000001')
    }
    expect(await active()).toMatchObject([{ count: 1 }])
  })

  test('a badge that belongs to nobody raises one too (4.1 ▶)', async () => {
    await database.transaction((tx) => tx.insert(badge).values({ id: newId(), serial: 'AA000009', status: 'active', createdAt: clock.now(), updatedAt: clock.now() }))
    await scan('AA000009')
    expect(await active()).toMatchObject([{ type: 'badge_unassigned' }])
  })

  test('whoever is as they should be raises nothing', async () => {
    await enlist('Roy', 'AA000001')
    expect(await scan('AA000001')).toMatchObject({ outcome: 'member_in', messages: [] })
    expect(await active()).toEqual([])
    expect(events).not.toContain('alerts.changed')
  })
})

describe('a state that is asked for again and again (4.16 ▶)', () => {
  test('raises one alert, says so again only when it changed, and is quiet for an hour after it was acknowledged', async () => {
    expect(await keep(state({ holder: 'A' }))).toBe(true)
    expect(await keep(state({ holder: 'A' }))).toBe(false)
    expect(await keep(state({ holder: 'B' }))).toBe(true)
    expect((await alerts.active()).alerts).toMatchObject([{ count: 1, facts: { holder: 'B' } }])
    await acknowledgeAll()
    clock.advance(59 * 60_000)
    expect(await keep(state())).toBe(false)
    clock.advance(2 * 60_000)
    expect(await keep(state())).toBe(true)
  })

  test('acknowledged as a warning it speaks up when it becomes critical', async () => {
    await keep(state())
    await acknowledgeAll()
    expect(await keep(state({}, 'critical'))).toBe(true)
    expect(await active()).toMatchObject([{ severity: 'critical' }])
  })

  test('ends by itself when its cause has gone, and only for subjects whose cause has', async () => {
    for (const subject of ['SWK', 'QM']) await keep({ ...state(), type: 'duty_watch_seat_empty', subject })
    expect(await database.transaction((tx) => resolveAlerts(tx, ['duty_watch_seat_empty'], clock.now(), ['QM']))).toBe(1)
    expect((await list({})).alerts.map(({ status }) => status)).toEqual(['active', 'resolved'])
  })

  test('raised milder it does not become milder; two causes at once make one alert', async () => {
    const raise = (severity: NewAlert['severity']) => database.transaction((tx) => raiseAlert(tx, state({}, severity)))
    await Promise.all([raise('critical'), raise('warning'), raise('info')])
    expect(await active()).toMatchObject([{ severity: 'critical', count: 3 }])
  })
})

describe('seeing and answering for them (4.11, 5.6)', () => {
  beforeEach(async () => {
    await scan('DEADBEEF')
    await enlist('Roy', 'AA000001', { badgeStatus: 'lost' })
    clock.advance(60_000)
    await scan('AA000001')
    clock.advance(60_000)
    await scan('0BADBAD0')
  })

  test('the gravest first, then the latest; counts by severity tell nobody’s name', async () => {
    expect((await active()).map(({ type }) => type)).toEqual(['badge_disabled', 'badge_unknown', 'badge_unknown'])
    expect((await alerts.active()).alerts[1]?.facts['serialTail']).toBe('BAD0')
    expect(await alerts.counts()).toEqual({ critical: 1, warning: 2, info: 0 })
  })

  test('acknowledged with a note by somebody real, once; audited; the next one is new', async () => {
    const [first] = (await alerts.active()).alerts
    await alerts.acknowledge({ alertIds: [first?.id ?? ''], note: 'Found it at the gym' }, command)
    expect((await list({ status: 'acknowledged' })).alerts).toMatchObject([{ acknowledged: { name: 'LCdr Watch, A', note: 'Found it at the gym' } }])
    await expect(alerts.acknowledge({ alertIds: [first?.id ?? ''], note: '' }, command)).rejects.toEqual(refused('alert_not_active'))
    expect(await database.read((tx) => tx.select().from(audit).where(eq(audit.action, 'alert_acknowledge')))).toMatchObject([{ actorName: 'LCdr Watch, A', details: { type: 'badge_disabled', note: 'Found it at the gym' } }])
    clock.advance(60_000)
    await scan('AA000001')
    expect(await active()).toMatchObject([{ type: 'badge_disabled', count: 1 }, {}, {}])
  })

  test('many at once: all or none; two who press at one instant, one of them has it', async () => {
    const ids = (await alerts.active()).alerts.map(({ id }) => id)
    await expect(alerts.acknowledge({ alertIds: [...ids, newId()], note: '' }, command)).rejects.toEqual(refused('alert_unknown'))
    expect(await active()).toHaveLength(3)
    const answers = await Promise.allSettled(['one', 'two'].map((note) => alerts.acknowledge({ alertIds: ids, note }, command)))
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('the list is narrowed and paged in SQL, stable at one instant', async () => {
    await database.transaction(async (tx) => {
      for (let n = 0; n < 5; n += 1) await raiseAlert(tx, { type: 'system', severity: 'info', subject: String(n), at: clock.now() })
    })
    const seen: string[] = []
    for (let cursor: object | null = null; ; ) {
      const page = await list({ cursor, limit: 3 })
      seen.push(...page.alerts.map(({ id }) => id))
      cursor = page.next
      if (cursor === null) break
    }
    expect(seen).toHaveLength(8)
    expect(new Set(seen).size).toBe(8)
    expect((await list({ types: ['badge_disabled'] })).alerts).toHaveLength(1)
    expect((await list({ severity: 'info' })).alerts).toHaveLength(5)
    expect((await list({ from: '2026-11-25' })).alerts).toEqual([])
    expect((await list({ from: '2026-11-24', to: '2026-11-24' })).alerts).toHaveLength(8)
  })

  test('the database keeps one active alert a type and subject, and knows no other words', async () => {
    const row = { id: newId(), type: 'badge_unknown' as const, severity: 'warning' as const, subject: 'DEADBEEF', firstAt: clock.now(), lastAt: clock.now() }
    await expect(database.transaction((tx) => tx.insert(alert).values(row))).rejects.toMatchObject({ cause: { constraint: 'alert_standing' } })
    await expect(database.transaction((tx) => tx.insert(alert).values({ ...row, subject: 'x', type: 'nonsense' as never }))).rejects.toMatchObject({ cause: { constraint: 'alert_type_known' } })
  })
})

describe('notes for one person (4.11 ▶: kept in a table)', () => {
  test('are shown at each scan until they are taken back or run out; the first sight is noted', async () => {
    const id = await enlist('Roy', 'AA000001')
    const { noteId } = await addNote(id, 'See the RPO about your kit')
    await addNote(id, 'Parcel at the brow', '2026-11-24T18:30:00.000Z')
    clock.advance(1000)
    expect((await scan('AA000001')).messages.map(({ message }) => message)).toEqual(expect.arrayContaining(['See the RPO about your kit', 'Parcel at the brow']))
    expect((await notes({ memberId: id })).notes).toMatchObject([{ shownAt: '2026-11-24T18:00:01.000Z' }, { shownAt: '2026-11-24T18:00:01.000Z' }])
    clock.advance(3_600_000)
    expect((await scan('AA000001')).messages).toMatchObject([{ id: noteId }])
    await alerts.dismissNote(noteId, command)
    clock.advance(60_000)
    expect((await scan('AA000001')).messages).toEqual([])
    expect((await notes({})).notes).toEqual([])
    expect((await notes({ includeEnded: true })).notes).toHaveLength(2)
    await expect(alerts.dismissNote(noteId, command)).rejects.toEqual(refused('note_dismissed'))
  })

  test('are for nobody who is not there, and never over before they begin', async () => {
    await expect(addNote(newId(), 'x')).rejects.toEqual(refused('member_unknown'))
    const archived = await enlist('Gone', 'AA000002', { status: 'archived' })
    await expect(addNote(archived, 'x')).rejects.toEqual(refused('member_archived'))
    await expect(addNote(archived, 'x', '2026-11-24T17:59:00.000Z')).rejects.toEqual(refused('note_runs_out_before_now'))
    await expect(alerts.dismissNote(newId(), command)).rejects.toEqual(refused('note_unknown'))
  })
})
