/** Every call of the contract, at every level: nobody answers more than its `needs` allows (domain.md 4.22 ▶). */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCore, type Core } from '../electron/core/app/core.ts'
import { createTestDatabase } from '../electron/core/db/testing/test-database.ts'
import { createFakeClock } from '../electron/core/kit/clock.ts'
import { silentLog } from '../electron/core/kit/log.ts'
import { contract } from '../shared/contract/index.ts'
import { entries } from '../shared/contract/kit.ts'
import { areas, mayColumn, type Column } from '../shared/contract/permissions.ts'
import { levels, permits, type Caller } from '../shared/domain/access.ts'
import { defaultReportSettings } from '../shared/domain/report-settings.ts'
import { defaultTimings } from '../shared/domain/timings.ts'
import { defaultUnit } from '../shared/domain/unit.ts'
import { permissionsMarkdown, permissionsPage } from '../scripts/permissions.ts'

let core: Core
beforeAll(async () => {
  core = await createCore({ dataDir: '', database: await createTestDatabase(), host: 'test', version: '0', log: silentLog, clock: createFakeClock('2026-11-24T00:30:00.000Z') })
})
afterAll(() => core.close())

const nobody: Caller = { kind: 'desk', id: 'test', stationId: 'desk', scopes: [], person: null, level: 0, liveDds: false }
const person = { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a02', name: 'S1 Test, T' }
const callers: Record<string, Caller> = {
  nobody,
  display: { ...nobody, scopes: ['display'] },
  device: { ...nobody, scopes: ['device'] },
  ...Object.fromEntries(Object.entries(levels).map(([name, level]) => [name, { ...nobody, level }])),
  // The two exceptions of the table.
  liveDds: { ...nobody, level: levels.basic, person, liveDds: true },
  self: { ...nobody, level: levels.basic, person },
}
const calls = entries(contract).flatMap(([name, definition]) => (definition.kind === 'call' ? [{ name, needs: definition.needs }] : []))

describe('default deny', () => {
  test('the walk sees the contract', () => {
    expect(calls.length).toBeGreaterThan(15)
    expect(calls.filter(({ needs }) => needs === 'public')).toEqual([])
  })

  test.each(calls)('$name needs $needs', async ({ name, needs }) => {
    for (const [who, caller] of Object.entries(callers)) {
      // A value of no call's shape: whoever may call is told so, whoever may not is stopped before.
      const answer = await core.dispatch(caller, name, 42)
      const code = answer.ok ? 'ok' : answer.error.code
      expect(`${who}: ${code === 'forbidden' ? 'forbidden' : 'heard'}`).toBe(`${who}: ${permits(needs, caller) ? 'heard' : 'forbidden'}`)
      expect(code).not.toBe('internal')
    }
  })

  test('every call and event has a summary for the published contract', () => {
    for (const [name, { summary }] of entries(contract)) expect(summary, name).toMatch(/^[A-Z].{10,}\.$/s)
  })
})

describe('who may do what, in words (screens.md W-12, W-13)', () => {
  test('every call stands in exactly one row of the table that Admin shows', () => {
    expect(areas.flatMap(({ capabilities }) => capabilities.flatMap((capability) => capability.calls.map(({ name }) => name))).toSorted()).toEqual(calls.map(({ name }) => name).toSorted())
  })

  test('a level lets a person do all that the one below does, and none is an empty promise', () => {
    const needsOf = (column: Column): string[] => areas.flatMap(({ capabilities }) => capabilities.flatMap(({ key, need }) => (mayColumn(need, column) ? [key] : [])))
    const ladder: Column[] = ['display', 'station', 'basic', 'quartermaster', 'lockup', 'command', 'admin', 'developer']
    ladder.slice(1).forEach((column, index) => {
      const below = ladder[index] ?? 'display'
      expect(needsOf(column), column).toEqual(expect.arrayContaining(needsOf(below)))
      expect(needsOf(column).length, column).toBeGreaterThan(needsOf(below).length)
    })
  })

  test('docs/permissions.md is what `npm run permissions -- --write` writes: run that when this fails', () => {
    expect(readFileSync(permissionsPage, 'utf8')).toBe(permissionsMarkdown())
  })
})

describe('each call once, with a caller that may', () => {
  const admin: Caller = { ...nobody, scopes: ['display', 'device'], level: levels.developer }
  test.each([
    ['presence.now', {}, { ok: true }],
    ['presence.activity', {}, { ok: true, value: { items: [], today: 0 } }],
    ['presence.scan', { serial: 'DEADBEEF' }, { ok: true, value: { outcome: 'unknown_badge' } }],
    ['members.list', {}, { ok: true, value: { total: 0 } }],
    ['members.get', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'member_unknown' } }],
    ['members.byServiceNumber', { serviceNumber: 'V1' }, { ok: false, error: { code: 'member_unknown' } }],
    ['members.create', { serviceNumber: 'V1', rank: 'S1', firstName: 'A', lastName: 'B', division: 'OPS' }, { ok: false, error: { code: 'service_number_invalid' } }],
    ['members.update', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', basedOn: '2026-11-24T00:30:00.000Z', changes: {} }, { ok: false, error: { code: 'member_unknown' } }],
    ['members.bulkUpdate', { ids: ['7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01'], status: 'archived' }, { ok: false, error: { code: 'member_archive_instead' } }],
    ['members.archive', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'member_unknown' } }],
    ['members.restore', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'member_unknown' } }],
    ['members.addTag', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', tagId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'member_unknown' } }],
    ['members.removeTag', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', tagId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'tag_not_held' } }],
    ['members.grant', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', typeId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'member_unknown' } }],
    ['members.revoke', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', grantId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', reason: 'x' }, { ok: false, error: { code: 'member_unknown' } }],
    ['members.syncQualifications', {}, { ok: true, value: { granted: 0, revoked: 0 } }],
    ['members.lockupEligible', {}, { ok: true, value: { members: [] } }],
    ['history.list', {}, { ok: true, value: { items: [], next: null } }],
    ['history.get', { movementId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'movement_unknown' } }],
    ['history.record', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', entries: [{ direction: 'in', at: null }] }, { ok: false, error: { code: 'member_unknown' } }],
    ['history.correct', { movementId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', direction: 'in', at: '2026-11-24T00:00:00.000Z', reason: 'x' }, { ok: false, error: { code: 'movement_unknown' } }],
    ['history.correctMany', { movements: [{ movementId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', at: '2026-11-24T00:00:00.000Z' }], reason: 'x' }, { ok: false, error: { code: 'movement_unknown' } }],
    ['history.remove', { movementId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', reason: 'x' }, { ok: false, error: { code: 'movement_unknown' } }],
    ['history.undo', { movementId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'movement_unknown' } }],
    ['history.stale', {}, { ok: true, value: { people: [] } }],
    ['history.checkOutMany', { people: [{ memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', at: null }], note: 'x' }, { ok: false, error: { code: 'member_unknown' } }],
    ['history.missedCheckouts', {}, { ok: true, value: { items: [], total: 0 } }],
    ['history.export', { filters: {}, format: 'csv' }, { ok: true, value: { rows: 0 } }],
    ['lockup.status', {}, { ok: true, value: { status: 'secured', version: 0, holder: null, cycles: [] } }],
    ['lockup.openers', {}, { ok: true, value: { people: [] } }],
    ['lockup.recipients', {}, { ok: true, value: { people: [] } }],
    ['lockup.open', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'member_unknown' } }],
    ['lockup.handOver', { toMemberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'member_unknown' } }],
    ['lockup.list', {}, { ok: true, value: { status: 'secured', people: [] } }],
    ['lockup.start', {}, { ok: false, error: { code: 'badge_needed' } }],
    ['lockup.cancel', {}, { ok: false, error: { code: 'badge_needed' } }],
    ['lockup.execute', { requestId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', version: '1' }, { ok: false, error: { code: 'badge_needed' } }],
    ['lockup.execution', { executionId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'lockup_execution_unknown' } }],
    ['lockup.history', {}, { ok: true, value: { entries: [], next: null } }],
    ['proofs.awaitBadges', { memberIds: ['7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01'] }, { ok: false, error: { code: 'member_unknown' } }],
    ['proofs.cancel', {}, { ok: true }],
    ['dds.today', {}, { ok: true, value: { live: null, scheduled: null, handover: { state: 'none' } } }],
    ['dds.candidates', {}, { ok: true, value: { people: [] } }],
    ['dds.startOfDay', {}, { ok: false, error: { code: 'badge_needed' } }],
    ['dds.accept', {}, { ok: false, error: { code: 'badge_needed' } }],
    ['dds.set', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'member_unknown' } }],
    ['dds.transfer', { toMemberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'dds_none' } }],
    ['dds.release', {}, { ok: false, error: { code: 'dds_none' } }],
    ['dds.handover', {}, { ok: true, value: { state: 'none', open: [{ kind: 'alerts' }] } }],
    ['dds.completeHandover', { acknowledged: [] }, { ok: false, error: { code: 'dds_handover_none' } }],
    ['dds.log', {}, { ok: true, value: { entries: [], next: null } }],
    ['dds.liveDuties', {}, { ok: true, value: { seats: [{ code: 'SWK' }, {}, {}, {}, { code: 'APS', maxSlots: 2 }], duties: [] } }],
    ['dds.setLiveDuty', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', seatId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'member_unknown' } }],
    ['dds.clearLiveDuty', { liveDutyId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'live_duty_unknown' } }],
    ['readers.list', {}, { ok: true, value: { readers: [] } }],
    ['readers.ports', {}, { ok: true }],
    ['readers.remove', { id: 'none' }, { ok: false, error: { code: 'reader_unknown' } }],
    ['reports.day', {}, { ok: true, value: { operationalDate: '2026-11-23', movements: 0, inside: 0 } }],
    ['visitors.inside', {}, { ok: true, value: { visits: [] } }],
    ['visitors.get', { visitId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'visit_unknown' } }],
    ['visitors.signIn', { requestId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', visitType: 'contractor', lastName: 'Roy', purpose: 'information' }, { ok: false, error: { code: 'visitor_company_needed' } }],
    ['visitors.signOut', { visitId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'visit_unknown' } }],
    ['visitors.leaving', {}, { ok: true, value: { people: [] } }],
    ['visitors.undo', { visitId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'visit_unknown' } }],
    ['visitors.update', { visitId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', basedOn: '2026-11-24T00:30:00.000Z', visitType: 'guest', lastName: 'Roy', purpose: 'information' }, { ok: false, error: { code: 'visit_unknown' } }],
    ['visitors.lendPass', { visitId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', badgeId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'badge_unknown' } }],
    ['visitors.passReturned', { visitId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'visit_unknown' } }],
    ['visitors.passes', {}, { ok: true, value: { free: [], outstanding: [] } }],
    ['visitors.history', {}, { ok: true, value: { visits: [], next: null } }],
    ['visitors.returning', { search: 'roy' }, { ok: true, value: { people: [] } }],
    ['visitors.returning', { search: ' r ' }, { ok: false, error: { code: 'invalid_input' } }],
    ['visitors.hosts', { search: 'roy' }, { ok: true, value: { people: [] } }],
    ['visitors.expected', {}, { ok: true, value: { expected: [] } }],
    ['visitors.expect', { date: '2026-11-22', visitType: 'guest', lastName: 'Roy', purpose: 'information' }, { ok: false, error: { code: 'visit_expected_past' } }],
    ['visitors.forget', { expectedId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'visit_expected_unknown' } }],
    ['badges.list', {}, { ok: true, value: { badges: [], total: 0 } }],
    ['badges.inventory', {}, { ok: true, value: { total: 0, outstanding: 0 } }],
    ['badges.get', { badgeId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'badge_unknown' } }],
    ['badges.bySerial', { serial: '!' }, { ok: false, error: { code: 'serial_invalid' } }],
    ['badges.replace', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', serial: 'DEADBEEF', old: 'lost' }, { ok: false, error: { code: 'member_unknown' } }],
    ['badges.setStatus', { badgeId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', status: 'lost' }, { ok: false, error: { code: 'badge_unknown' } }],
    ['badges.takeBack', { badgeId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', returned: true }, { ok: false, error: { code: 'badge_unknown' } }],
    ['badges.markReturned', { badgeId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'badge_unknown' } }],
    ['badges.addToPool', { kind: 'visitor', badges: [{ serial: '!', label: 'V-01' }] }, { ok: false, error: { code: 'serial_invalid' } }],
    ['badges.remove', { badgeId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'badge_unknown' } }],
    ['badges.export', { format: 'csv' }, { ok: true, value: { rows: 0 } }],
    ['badges.cancelEnrolment', {}, { ok: true }],
    ['badges.startEnrolment', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'member_unknown' } }],
    ['badges.enrol', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', serial: 'DEADBEEF' }, { ok: false, error: { code: 'member_unknown' } }],
    ['definitions.read', {}, { ok: true, value: { memberStatuses: [{ code: 'active', admission: 'admit' }, {}, {}, {}, {}] } }],
    ['definitions.create', { list: 'messes', code: 'x', name: ' ' }, { ok: false, error: { code: 'invalid_input' } }],
    ['definitions.create', { list: 'messes', code: 'x', name: 'a\u0000b' }, { ok: false, error: { code: 'invalid_input' } }],
    ['definitions.create', { list: 'messes', code: 'x', name: 'x'.repeat(51) }, { ok: false, error: { code: 'invalid_input' } }],
    ['definitions.update', { list: 'messes', key: 'none', name: 'X' }, { ok: false, error: { code: 'definition_unknown' } }],
    ['definitions.remove', { list: 'memberStatuses', key: 'active' }, { ok: false, error: { code: 'definition_is_system' } }],
    ['definitions.reorder', { list: 'visitTypes', keys: [] }, { ok: false, error: { code: 'definition_list_changed' } }],
    ['definitions.usage', { list: 'tags' }, { ok: true, value: { usage: [] } }],
    ['definitions.rankStatistics', {}, { ok: true, value: { ranks: [], total: 0 } }],
    ['definitions.compareRanks', { first: 'PO2', second: 'S1' }, { ok: true, value: { first: 'senior' } }],
    ['alerts.active', {}, { ok: true, value: { alerts: [{ type: 'badge_unknown', facts: { serialTail: 'BEEF' } }] } }],
    ['alerts.counts', {}, { ok: true, value: { critical: 0, warning: 1, info: 0 } }],
    ['alerts.list', {}, { ok: true, value: { alerts: [{ type: 'badge_unknown' }], next: null } }],
    ['alerts.acknowledge', { alertIds: ['7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01'] }, { ok: false, error: { code: 'alert_unknown' } }],
    ['alerts.notes', {}, { ok: true, value: { notes: [] } }],
    ['alerts.addNote', { member: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', message: 'x' }, { ok: false, error: { code: 'member_unknown' } }],
    ['alerts.dismissNote', { noteId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'note_unknown' } }],
    ['dutyLog.page', {}, { ok: true, value: { version: 0 } }],
    ['dutyLog.updatePage', { basedOn: 7, page: { responsibilities: [], checklist: [], contacts: [], phoneProtocol: { text: '' }, callScenarios: [], notes: { text: '' } } }, { ok: false, error: { code: 'page_changed' } }],
    ['dutyLog.day', {}, { ok: true, value: { date: '2026-11-23', isToday: true, done: 0, entries: [] } }],
    ['dutyLog.tick', { key: 'no-such' }, { ok: false, error: { code: 'checklist_item_unknown' } }],
    ['dutyLog.untick', { key: 'lights', reason: 'x' }, { ok: false, error: { code: 'checklist_item_not_ticked' } }],
    ['dutyLog.add', { kind: 'phone_call', text: 'x' }, { ok: false, error: { code: 'caller_needed' } }],
    ['dutyLog.correct', { entryId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', kind: 'note', text: 'x', reason: 'x' }, { ok: false, error: { code: 'log_entry_unknown' } }],
    ['dutyLog.remove', { entryId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', reason: 'x' }, { ok: false, error: { code: 'log_entry_unknown' } }],
    ['dutyLog.search', {}, { ok: true, value: { entries: [], next: null } }],
    ['stations.list', {}, { ok: true, value: { stations: [{ id: 'desk', isThisDesk: true, readers: [] }] } }],
    ['stations.create', { id: 'desk', name: 'Another desk' }, { ok: false, error: { code: 'station_code_taken' } }],
    ['stations.update', { id: 'nowhere', name: 'X' }, { ok: false, error: { code: 'station_unknown' } }],
    ['stations.reorder', { ids: [] }, { ok: false, error: { code: 'station_list_changed' } }],
    ['stations.setActive', { id: 'desk', active: false }, { ok: false, error: { code: 'station_is_this_desk' } }],
    ['stations.remove', { id: 'nowhere' }, { ok: false, error: { code: 'station_unknown' } }],
    ['settings.timings', {}, { ok: true, value: { source: 'default', version: 0, damaged: [] } }],
    ['settings.updateTimings', { basedOn: 0, timings: { operational: { dayRolloverTime: '3' } } }, { ok: false, error: { code: 'invalid_input' } }],
    ['settings.updateTimings', { basedOn: 9, timings: defaultTimings }, { ok: false, error: { code: 'setting_changed' } }],
    ['settings.timeStatus', {}, { ok: true, value: { operationalDate: '2026-11-23', weekday: 1, nextDutyWatch: { date: '2026-11-24' } } }],
    ['settings.unit', {}, { ok: true, value: { unit: { zone: 'America/Winnipeg' }, version: 1 } }],
    ['settings.updateUnit', { basedOn: 1, unit: { ...defaultUnit, zone: 'Mars/Olympus' } }, { ok: false, error: { code: 'zone_unknown' } }],
    ['settings.updateUnit', { basedOn: 1, unit: { ...defaultUnit, zone: '+05:00' } }, { ok: false, error: { code: 'invalid_input', details: { field: 'unit.zone' } } }],
    ['settings.updateUnit', { basedOn: 1, unit: { ...defaultUnit, name: 'a\u0000b' } }, { ok: false, error: { code: 'invalid_input' } }],
    ['settings.reports', {}, { ok: true, value: { settings: { thresholds: { warningThreshold: 75 } }, versions: { thresholds: 0 } } }],
    // A key that nobody knows is refused (domain.md 3.5 ▶).
    ['settings.updateReports', { changes: [{ group: 'weather', basedOn: 0, value: {} }] }, { ok: false, error: { code: 'invalid_input' } }],
    ['settings.updateReports', { changes: [{ group: 'formatting', basedOn: 4, value: defaultReportSettings.formatting }] }, { ok: false, error: { code: 'setting_changed' } }],
    ['schedule.roles', {}, { ok: true, value: { roles: [{ code: 'DDS', kind: 'single' }, { code: 'DUTY_WATCH', kind: 'team' }] } }],
    ['schedule.updateRole', { role: 'COOK', name: 'Cook' }, { ok: false, error: { code: 'duty_role_unknown' } }],
    ['schedule.updatePosition', { positionId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', name: 'X', maxSlots: 1, isRequired: true }, { ok: false, error: { code: 'duty_position_unknown' } }],
    ['schedule.weeks', { date: '2026-11-29' }, { ok: true, value: { today: '2026-11-23', weeks: [{ weekStart: '2026-11-23', nights: [{ date: '2026-11-24' }, { date: '2026-11-26' }] }, { weekStart: '2026-11-30' }] } }],
    ['schedule.weeks', { date: '2026-02-30' }, { ok: false, error: { code: 'invalid_input' } }],
    ['schedule.overview', { from: '2026-11-01', to: '2026-11-30' }, { ok: true, value: { today: '2026-11-23' } }],
    ['schedule.tonight', {}, { ok: true, value: { date: '2026-11-23', isWatchNight: false, status: 'none', team: [] } }],
    ['schedule.memberSummary', { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: true, value: { total: 0, duties: [] } }],
    ['schedule.candidates', { seat: { of: 'roster', role: 'DDS', date: '2026-11-23', positionId: null } }, { ok: true, value: { candidates: [], total: 0 } }],
    ['schedule.createRoster', { role: 'COOK', date: '2026-11-23' }, { ok: false, error: { code: 'duty_role_unknown' } }],
    ['schedule.copyRoster', { role: 'DDS', date: '2026-11-23' }, { ok: false, error: { code: 'roster_nothing_to_copy' } }],
    ['schedule.updateRoster', { scheduleId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'roster_unknown' } }],
    ['schedule.publish', { scheduleId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'roster_unknown' } }],
    ['schedule.revertToDraft', { scheduleId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'roster_unknown' } }],
    ['schedule.removeRoster', { scheduleId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'roster_unknown' } }],
    ['schedule.assign', { scheduleId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', positionId: null, memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'roster_unknown' } }],
    ['schedule.reassign', { assignmentId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'assignment_unknown' } }],
    ['schedule.updateAssignment', { assignmentId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', status: 'released' }, { ok: false, error: { code: 'assignment_unknown' } }],
    ['schedule.removeAssignment', { assignmentId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'assignment_unknown' } }],
    ['schedule.swap', { first: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', second: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'assignment_unknown' } }],
    ['schedule.confirm', { assignmentId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'assignment_unknown' } }],
    ['schedule.addOverride', { kind: 'add', scheduleId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', nightDate: '2026-11-24', positionId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'roster_unknown' } }],
    ['schedule.removeOverride', { overrideId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'override_unknown' } }],
    ['calendar.holidays', {}, { ok: true, value: { holidays: [], province: null } }],
    ['calendar.checkDate', { date: '2026-11-11' }, { ok: true, value: { isHoliday: false, holiday: null } }],
    ['calendar.suggestHolidays', { year: 2026 }, { ok: true }],
    ['calendar.addHoliday', { date: '2026-02-30', name: 'No such day' }, { ok: false, error: { code: 'invalid_input' } }],
    ['calendar.addHolidays', { holidays: [] }, { ok: false, error: { code: 'invalid_input' } }],
    ['calendar.updateHoliday', { holidayId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', date: '2026-11-11', name: 'X' }, { ok: false, error: { code: 'holiday_unknown' } }],
    ['calendar.removeHoliday', { holidayId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'holiday_unknown' } }],
    ['calendar.eventTypes', {}, { ok: true, value: { types: [{ name: 'Change of Command', uses: 0 }, {}, {}, {}, {}, {}, {}] } }],
    ['calendar.createEventType', { name: 'Training Night', category: 'training' }, { ok: false, error: { code: 'event_type_taken' } }],
    ['calendar.updateEventType', { typeId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', name: 'X', category: 'other' }, { ok: false, error: { code: 'event_type_unknown' } }],
    ['calendar.removeEventType', { typeId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'event_type_unknown' } }],
    ['calendar.events', {}, { ok: true, value: { events: [], total: 0 } }],
    ['calendar.event', { eventId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'event_unknown' } }],
    ['calendar.createEvent', { title: 'X', typeId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', eventDate: '2026-12-01', startTime: null, endTime: null, location: null, organizer: null }, { ok: false, error: { code: 'event_type_unknown' } }],
    ['calendar.updateEvent', { eventId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', basedOn: '2026-11-24T00:30:00.000Z', title: 'X', typeId: null, eventDate: '2026-12-01', startTime: null, endTime: null, location: null, organizer: null, requiresDutyWatch: false }, { ok: false, error: { code: 'event_unknown' } }],
    ['calendar.setEventStatus', { eventId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', status: 'planned' }, { ok: false, error: { code: 'event_unknown' } }],
    ['calendar.removeEvent', { eventId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'event_unknown' } }],
    ['calendar.addPosition', { eventId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', code: 'X', name: 'X', maxSlots: 1 }, { ok: false, error: { code: 'event_unknown' } }],
    ['calendar.updatePosition', { positionId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', code: 'X', name: 'X', maxSlots: 1 }, { ok: false, error: { code: 'event_position_unknown' } }],
    ['calendar.removePosition', { positionId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'event_position_unknown' } }],
    ['calendar.assign', { positionId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'event_position_unknown' } }],
    ['calendar.unassign', { assignmentId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'event_assignment_unknown' } }],
    ['calendar.respond', { assignmentId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', response: 'declined' }, { ok: false, error: { code: 'event_assignment_unknown' } }],
    ['audit.list', { search: 'nobody by that name' }, { ok: true, value: { lines: [], next: null } }],
    ['audit.list', { limit: 251 }, { ok: false, error: { code: 'invalid_input' } }],
    ['audit.entity', { entityType: 'member', entityId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: true, value: { lines: [], next: null } }],
    ['audit.news', { after: 0, filters: { actor: 'nobody by that name' } }, { ok: true, value: { count: 0, more: false } }],
    ['audit.stats', { from: '2020-01-01', to: '2020-01-31' }, { ok: true, value: { total: 0, byArea: [], byActor: [] } }],
    ['audit.export', { format: 'csv', filters: { search: 'nobody by that name' } }, { ok: true, value: { rows: 0, isCut: false } }],
    ['jobs.status', {}, { ok: true, value: { operationalDate: '2026-11-23', nextResetAt: '2026-11-24T09:00:00.000Z', lastReset: { date: '2026-11-22', closedOut: 0, notSecured: null }, failing: [] } }],
    ['jobs.resetPreview', {}, { ok: true, value: { people: [], holder: null } }],
    ['jobs.digest', {}, { ok: true, value: { date: '2026-11-23', missed: [] } }],
    ['jobs.runs', {}, { ok: true, value: { runs: [{ job: 'daily_reset', key: '2026-11-22', outcome: 'done' }], next: null } }],
    ['kiosk.state', {}, { ok: true, value: { open: false } }],
    ['kiosk.leave', {}, { ok: false, error: { code: 'kiosk_not_open' } }],
    ['kiosk.open', { exitCode: '111111' }, { ok: false, error: { code: 'exit_code_weak' } }],
    ['roll.read', { file: { fileName: 'a.csv', content: '' } }, { ok: false, error: { code: 'roll_unreadable', details: { problemCode: 'empty' } } }],
    ['roll.preview', { file: { fileName: 'a.csv', content: 'QSxC' } }, { ok: false, error: { code: 'roll_columns_missing' } }],
    ['roll.import', { file: { fileName: 'a.csv', content: 'QSxC' }, previewHash: '' }, { ok: false, error: { code: 'roll_columns_missing' } }],
    ['roll.lastImport', {}, { ok: true, value: { import: null } }],
    ['roll.undoLast', { importId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'roll_not_latest' } }],
    ['roll.errorFile', { file: { fileName: 'a.xlsx', content: 'QSxC' } }, { ok: false, error: { code: 'roll_unreadable' } }],
    ['roll.diffFile', { file: { fileName: 'a.pdf', content: 'QSxC' }, format: 'csv' }, { ok: false, error: { code: 'roll_unreadable' } }],
    ['system.status', {}, { ok: true, value: { host: 'test', dev: false } }],
    ['dev.setClock', { now: null }, { ok: false, error: { code: 'dev_only' } }],
    ['dev.scan', { serial: 'DEADBEEF' }, { ok: false, error: { code: 'dev_only' } }],
    ['dev.signInAs', { level: 5 }, { ok: false, error: { code: 'dev_only' } }],
    ['accounts.state', {}, { ok: true, value: { setUp: false, session: null } }],
    ['accounts.setUp', { unit: { name: 'HMCS Test', zone: 'Mars/Olympus', rollover: '03:00' }, administrator: { serviceNumber: 'V100001', rank: 'PO1', firstName: 'Ada', lastName: 'Test' }, serial: 'DEADBEEF', pin: '472905' }, { ok: false, error: { code: 'zone_unknown' } }],
    ['accounts.awaitBadge', {}, { ok: true }],
    ['accounts.cancelBadge', {}, { ok: true }],
    ['accounts.signIn', { pin: '472905' }, { ok: false, error: { code: 'not_set_up' } }],
    ['accounts.choosePin', { setupCode: 'ABC', pin: '472905' }, { ok: false, error: { code: 'badge_not_read' } }],
    ['accounts.unlock', { pin: '472905' }, { ok: false, error: { code: 'not_signed_in' } }],
    ['accounts.lock', {}, { ok: true }],
    ['accounts.touch', {}, { ok: true }],
    ['accounts.signOut', {}, { ok: true }],
    ['accounts.changePin', { oldPin: '1', pin: '472905' }, { ok: false, error: { code: 'not_signed_in' } }],
    ['accounts.list', {}, { ok: true, value: { accounts: [], total: 0 } }],
    ['accounts.setLevel', { memberIds: ['7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01'], level: 2 }, { ok: false, error: { code: 'member_unknown' } }],
    ['accounts.issueSetupCode', { member: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'member_unknown' } }],
    ['accounts.setDisabled', { member: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', disabled: true }, { ok: false, error: { code: 'member_unknown' } }],
    ['accounts.endSession', { member: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, { ok: false, error: { code: 'member_unknown' } }],
    ['dev.badges', {}, { ok: false, error: { code: 'dev_only' } }],
    ['dev.simulateDefaults', {}, { ok: false, error: { code: 'dev_only' } }],
    ['dev.simulatePrecheck', { days: 3 }, { ok: false, error: { code: 'dev_only' } }],
    ['dev.simulate', { days: 3 }, { ok: false, error: { code: 'dev_only' } }],
    ['dev.backdateMembers', {}, { ok: false, error: { code: 'dev_only' } }],
    ['readers.add', { path: '/dev/no-such-port', name: 'Front', stationId: 'front-door' }, { ok: true }],
  ])('%s', async (name, input, answer) => {
    expect(await core.dispatch(admin, name, input)).toMatchObject(answer)
  })
})
