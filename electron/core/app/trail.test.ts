/** What the acts of the whole application leave in the trail: whom, what and why, in words that outlive what they name (domain.md 4.23). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { audit } from '../../../shared/contract/audit.ts'
import { contract } from '../../../shared/contract/index.ts'
import { entries } from '../../../shared/contract/kit.ts'
import { levels, type Caller } from '../../../shared/domain/access.ts'
import { createTestDatabase } from '../db/testing/test-database.ts'
import { createFakeClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { createCore, type Core } from './core.ts'

type Line = OutputOf<typeof audit.list>['lines'][number]

const clock = createFakeClock('2026-11-24T18:00:00.000Z')
const admin: Caller = { kind: 'desk', id: 'desk', stationId: 'desk', scopes: ['display', 'device'], person: { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a02', name: 'PO1 Boss, A' }, level: levels.admin, liveDds: false }
let core: Core
beforeAll(async () => {
  core = await createCore({ dataDir: '', database: await createTestDatabase(), host: 'test', version: '0', log: silentLog, clock })
})
afterAll(() => core.close())

async function call<T = Record<string, string>>(name: string, input: object): Promise<T> {
  clock.advance(5_000)
  const answer = await core.dispatch(admin, name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`)
  return answer.value as T
}
const lines = async (filters: object): Promise<Line[]> => (await call<{ lines: Line[] }>('audit.list', filters)).lines
/** The newest line of an act. */
async function line(action: string): Promise<Line | undefined> {
  return (await lines({ actions: [action], limit: 1 }))[0]
}
const addMember = (serviceNumber: string, lastName: string) => call('members.create', { serviceNumber, rank: 'S2', firstName: 'Dana', lastName, division: 'OPS' })
const update = async (memberId: string, changes: object) => call('members.update', { memberId, basedOn: (await call('members.get', { memberId }))['updatedAt'], changes })

describe('people', () => {
  test('who was added, with what; ranks and divisions by their codes, not by keys of rows', async () => {
    const { id } = await addMember('V200001', 'Added')
    expect(await line('member_create')).toMatchObject({ subject: 'S2 Added, D', entityId: id, details: { serviceNumber: 'V200001', after: { rank: 'S2', division: 'OPS', lastName: 'Added', status: 'active' } } })
    expect(JSON.stringify(await line('member_create'))).not.toMatch(/rankId|divisionId|searchName/)
  })
  test('what changed, as it was and as it is, under the name they had then', async () => {
    const { id = '' } = await addMember('V200002', 'Before')
    await update(id, { lastName: 'Afterwards', rank: 'S1', division: 'DECK' })
    expect(await line('member_update')).toMatchObject({ subject: 'S2 Before, D', details: { before: { lastName: 'Before', rank: 'S2', division: 'OPS' }, after: { lastName: 'Afterwards', rank: 'S1', division: 'DECK' } } })
    // Sentinel's own part in it stands in their trail too.
    const trail = (await call<{ lines: Line[] }>('audit.entity', { entityType: 'member', entityId: id })).lines
    expect(trail.map(({ action, actor }) => [action, actor.name])).toContainEqual(['qualification_grant', 'Sentinel'])
  })
  test('of many at once a line each, tags by their names', async () => {
    const ids = [(await addMember('V200003', 'First')).id, (await addMember('V200004', 'Second')).id]
    const { tags } = await call<{ tags: { id: string; name: string }[] }>('definitions.read', {})
    const tag = tags.find(({ name }) => name === 'QM')
    await call('members.bulkUpdate', { ids, status: 'suspended', addTags: [tag?.id], removeTags: [] })
    expect((await lines({ actions: ['member_tag_add'] })).map(({ subject, details }) => [subject, details?.['tag']]).toSorted()).toEqual([['S2 First, D', 'QM'], ['S2 Second, D', 'QM']])
    expect((await lines({ actions: ['member_bulk_update'] })).map(({ details }) => [details?.['before'], details?.['after']])).toEqual([[{ status: 'active' }, { status: 'suspended' }], [{ status: 'active' }, { status: 'suspended' }]])
    await call('members.removeTag', { memberId: ids[0], tagId: tag?.id })
    expect(await line('member_tag_remove')).toMatchObject({ subject: 'S2 First, D', details: { tag: 'QM' } })
  })
  test('of an import a line for each member and division, and one that sums it up above them', async () => {
    const file = { fileName: 'november.csv', content: Buffer.from('SN,RANK,LAST NAME,FIRST NAME,DEPT\r\nV200001,S1,ADDED,DANA,NAVX\r\nV200009,S3,FRESH,ZOÉ,OPS').toString('base64') }
    const { hash } = await call('roll.preview', { file })
    await call('roll.import', { file, previewHash: hash })
    const found = (await lines({ search: 'november' })).map(({ action, subject }) => [action, subject])
    expect(found).toEqual([['import_execute', 'november.csv'], ['member_update', 'S2 Added, D'], ['member_create', 'S3 Fresh, Z'], ['division_create', 'NAVX']])
    expect(await line('member_update')).toMatchObject({ details: { fileName: 'november.csv', before: { rank: 'S2', division: 'OPS' }, after: { rank: 'S1', division: 'NAVX' } } })
    expect(JSON.stringify(await line('import_execute'))).not.toContain('[redacted]')
  })
})

describe('badges', () => {
  test('whose, by the end of its number, from the first day to the last', async () => {
    const { id = '' } = await addMember('V200005', 'Holder')
    await call('badges.enrol', { memberId: id, serial: '04AAAA0001' })
    expect(await line('badge_assign')).toMatchObject({ subject: '…0001 · S2 Holder, D', details: { by: 'number', created: true } })
    expect(await core.dispatch(admin, 'presence.scan', { serial: '04AAAA0001' })).toMatchObject({ ok: true, value: { outcome: 'member_in' } })
    expect(await line('checkin_scan')).toMatchObject({ subject: 'S2 Holder, D', stationId: 'desk', details: { outcome: 'member_in', memberId: id } })
    await call('badges.replace', { memberId: id, serial: '04BBBB0002', old: 'lost' })
    expect(await line('badge_unassign')).toMatchObject({ subject: '…0001 · S2 Holder, D', details: { reason: 'lost', returned: false } })
    expect(await line('badge_assign')).toMatchObject({ subject: '…0002 · S2 Holder, D', details: { replaces: '0001' } })
    expect(await core.dispatch(admin, 'presence.scan', { serial: '04AAAA0001' })).toMatchObject({ ok: true, value: { outcome: 'inactive_badge' } })
    expect(await line('checkin_scan_refused')).toMatchObject({ subject: 'S2 Holder, D', details: { outcome: 'inactive_badge', serialTail: '0001' } })
    const { badges } = await call<{ badges: { id: string; serialTail: string }[] }>('badges.list', { search: '0002' })
    await call('badges.setStatus', { badgeId: badges[0]?.id, status: 'damaged', note: 'Cracked' })
    expect(await line('badge_status_change')).toMatchObject({ subject: '…0002 · S2 Holder, D', details: { reason: 'Cracked', before: { status: 'active', note: null }, after: { status: 'damaged', note: 'Cracked' } } })
    await call('badges.takeBack', { badgeId: badges[0]?.id, returned: false })
    expect(await line('badge_unassign')).toMatchObject({ subject: '…0002 · S2 Holder, D', details: { returned: false } })
    await call('badges.markReturned', { badgeId: badges[0]?.id })
    expect(await line('badge_returned')).toMatchObject({ subject: '…0002 · S2 Holder, D' })
  })
  test('no line anywhere holds a whole number', async () => {
    expect(JSON.stringify(await lines({ limit: 250 }))).not.toMatch(/04AAAA0001|04BBBB0002/i)
  })
})

describe('settings and access', () => {
  test('lists: the item by its name, a tag by its own, an order by the names in it', async () => {
    const { key } = await call('definitions.create', { list: 'messes', code: 'gunroom', name: 'Gunroom' })
    expect(await line('list_item_create')).toMatchObject({ subject: 'Gunroom', details: { after: { code: 'gunroom' } } })
    const { tags, qualificationTypes } = await call<Record<string, { id: string; name: string; code: string }[]>>('definitions.read', {})
    const [swk, tag] = [qualificationTypes?.find(({ code }) => code === 'SWK'), tags?.find(({ name }) => name === 'QM')]
    await call('definitions.update', { ...swk, list: 'qualificationTypes', key: swk?.id, tagId: tag?.id })
    expect(await line('qualification_type_update')).toMatchObject({ details: { before: { tag: 'SWK' }, after: { tag: 'QM' } } })
    await call('definitions.remove', { list: 'messes', key })
    expect(await line('list_item_delete')).toMatchObject({ subject: 'Gunroom' })
  })
  test('a reader that is gone is still known', async () => {
    const { id } = await call('readers.add', { path: '/dev/no-such-port', name: 'Jetty', stationId: 'desk' })
    await call('readers.remove', { id })
    expect(await line('reader_remove')).toMatchObject({ subject: 'Jetty', details: { before: { path: '/dev/no-such-port', stationId: 'desk' } } })
  })
  test('the kiosk: whether it was left by its code or by rank, and how often the code was wrong', async () => {
    await call('kiosk.open', { exitCode: '839174' })
    const passer: Caller = { ...admin, kind: 'kiosk', id: 'kiosk', person: null, level: 0 }
    await core.dispatch(passer, 'kiosk.leave', { exitCode: '000000' })
    expect(await line('kiosk_leave_failed')).toMatchObject({ actor: { kind: 'device' }, details: { failures: 1 } })
    await call('kiosk.leave', {})
    expect(await line('kiosk_leave')).toMatchObject({ actor: { name: 'PO1 Boss, A' }, details: { by: 'level' } })
    expect(JSON.stringify(await lines({ areas: ['access'] }))).not.toMatch(/839174|000000|scrypt/)
  })
})

test('⚠ nobody writes the trail from outside: of its calls none takes a line (domain.md 5.7)', () => {
  const calls = entries(contract).filter(([name, { kind }]) => name.startsWith('audit.') && kind === 'call')
  expect(calls.map(([name, { needs }]) => [name, needs])).toEqual([['audit.list', 'admin'], ['audit.entity', 'admin'], ['audit.news', 'admin'], ['audit.stats', 'admin'], ['audit.export', 'admin']])
})
