import fc from 'fast-check'
import { parse } from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { audit as contract } from '../../../../shared/contract/audit.ts'
import { areaOf, auditAreaNames } from '../../../../shared/domain/audit-actions.ts'
import { audit, station } from '../../db/schema/index.ts'
import { boss, door, lets, listInput, memberId, openTrailDesk, type TrailDesk } from './testing/trail-desk.ts'
import { systemActor, type Actor, type AuditEntry } from './write.ts'

let desk: TrailDesk
beforeEach(async () => {
  desk = await openTrailDesk()
})
afterEach(() => desk.database.close())

const minutesAgo = (minutes: number): Date => new Date(desk.clock.now().getTime() - minutes * 60_000)
const line = (values: Partial<AuditEntry> = {}): AuditEntry => ({ at: desk.clock.now(), actor: boss, action: 'member_update', entityType: 'member', entityId: memberId, ...values })
const list = (input: object = {}) => desk.log.list(listInput(input))
const actions = async (input: object): Promise<string[]> => (await list(input)).lines.map(({ action }) => action)

describe('one line (domain.md 4.23 ▶)', () => {
  test('says who in what capacity, when, where, what, about whom as they were called then, and every detail', async () => {
    await desk.database.transaction((tx) => tx.insert(station).values({ id: 'desk', name: 'Duty desk', createdAt: desk.clock.now(), updatedAt: desk.clock.now() }).onConflictDoNothing())
    await desk.write([line({ details: { name: 'S1 Côté, Z', before: { rank: 'S2' }, after: { rank: 'S1' } } })])
    expect((await list()).lines).toEqual([
      {
        seq: 1,
        at: '2026-11-24T18:00:00.000Z',
        actor: { kind: 'admin', id: boss.id, name: 'PO1 L’Heureux-Bélanger, É' },
        area: 'members',
        action: 'member_update',
        entityType: 'member',
        entityId: memberId,
        subject: 'S1 Côté, Z',
        stationId: 'desk',
        stationName: 'Duty desk',
        details: { name: 'S1 Côté, Z', before: { rank: 'S2' }, after: { rank: 'S1' } },
        correlationId: null,
      },
    ])
  })

  test.each([
    [{ entityType: 'badge', details: { serialTail: 'C217', label: null, name: 'S1 Roy, A' } }, '…C217 · S1 Roy, A'],
    [{ entityType: 'badge', details: { serialTail: 'C217', label: 'V-07' } }, 'V-07'],
    [{ entityType: 'refused_scan', details: { serialTail: 'C217', name: null } }, '…C217'],
    [{ entityType: 'roll', details: { fileName: 'november.csv' } }, 'november.csv'],
    [{ entityType: 'report', entityId: 'day/2026-11-24' }, 'day/2026-11-24'],
    [{ entityType: 'operational_day', entityId: '2026-11-23', details: { closedOut: 2 } }, '2026-11-23'],
    [{ entityType: 'kiosk', entityId: 'front-door' }, null],
  ] as const)('%j is about %s', async (values, subject) => {
    await desk.write([line({ ...values, entityId: 'entityId' in values ? values.entityId : null })])
    expect((await list()).lines).toMatchObject([{ subject }])
  })

  test('an act that this Sentinel does not know stands under administration, by its code', async () => {
    await desk.database.transaction((tx) => tx.insert(audit).values({ at: desk.clock.now(), actorKind: 'system', actorId: 'system', actorName: 'Sentinel', action: 'of_another_time', entityType: 'thing' }))
    expect((await list()).lines).toMatchObject([{ area: 'admin', action: 'of_another_time', stationId: null, stationName: null, details: null, subject: null }])
  })
})

describe('filters (domain.md 4.23, 1.4 ▶)', () => {
  test('an actor by id, or by any part of the name they had, without accents and capitals', async () => {
    await desk.write([line(), line({ actor: door, action: 'checkin_scan' }), line({ actor: { ...boss, name: 'PO1 Boss, É' }, action: 'login' })])
    expect(await actions({ actorId: boss.id })).toEqual(['login', 'member_update'])
    expect(await actions({ actor: 'lheureux belanger' })).toEqual(['member_update'])
    expect(await actions({ actor: 'BOSS po1' })).toEqual(['login'])
    expect(await actions({ actorId: boss.id, actor: 'door' })).toEqual([])
    expect(await actions({ actor: '%' })).toHaveLength(3)
  })

  test('an area is its acts; an area and acts are what is in both', async () => {
    await desk.write([line({ action: 'badge_assign' }), line({ action: 'login' }), line({ action: 'badge_create' })])
    expect(await actions({ areas: ['badges'] })).toEqual(['badge_create', 'badge_assign'])
    expect(await actions({ areas: ['badges', 'access'] })).toHaveLength(3)
    expect(await actions({ areas: ['badges'], actions: ['badge_assign', 'login'] })).toEqual(['badge_assign'])
    expect(await actions({ areas: ['duty'], actions: ['login'] })).toEqual([])
  })

  test('dates are operational: 02:59 belongs to the day before, 03:00 does not', async () => {
    const at = (text: string): AuditEntry => line({ at: new Date(text) })
    await desk.write([at('2026-11-24T08:59:59.999Z'), at('2026-11-24T09:00:00.000Z')])
    expect((await list({ from: '2026-11-23', to: '2026-11-23' })).lines.map((row) => row.at)).toEqual(['2026-11-24T08:59:59.999Z'])
    expect((await list({ from: '2026-11-24' })).lines.map((row) => row.at)).toEqual(['2026-11-24T09:00:00.000Z'])
    expect((await list({ from: '2026-11-25', to: '2026-11-01' })).lines).toEqual([])
  })

  test('a search finds who, whom and why in any order; the signs of LIKE are none', async () => {
    await desk.write([line({ details: { name: 'S1 Côté, Zoë', reason: 'Badge oublié' } }), line({ details: { name: 'S1 Roy, A', reason: '100 %_sure' } })])
    expect((await list({ search: 'oublie COTE' })).lines).toHaveLength(1)
    expect((await list({ search: 'belanger roy' })).lines).toMatchObject([{ subject: 'S1 Roy, A' }])
    expect((await list({ search: '%' })).lines).toHaveLength(2)
  })

  test('the trail of one thing; of a member also their account and badges, but not every scan', async () => {
    await desk.write([
      line({ action: 'member_create' }),
      line({ action: 'badge_assign', entityType: 'badge', entityId: 'b1', details: { memberId, name: 'S1 Roy, A' } }),
      line({ action: 'role_changed', entityType: 'account' }),
      line({ action: 'unlock_failed', entityType: 'account', details: { memberId } }),
      line({ action: 'checkin_scan', entityType: 'movement', entityId: 'm1', details: { memberId } }),
      line({ action: 'checkin_update', entityType: 'movement', entityId: 'm1', details: { memberId } }),
      line({ action: 'member_update', entityId: '33333333-3333-4333-8333-333333333333' }),
    ])
    const trail = async (entityType: string, entityId: string) => (await desk.log.entity(parse(contract.entity.input, { entityType, entityId }))).lines.map(({ action }) => action)
    expect(await trail('member', memberId)).toEqual(['checkin_update', 'unlock_failed', 'role_changed', 'badge_assign', 'member_create'])
    expect(await trail('badge', 'b1')).toEqual(['badge_assign'])
    expect(await trail('movement', 'm1')).toEqual(['checkin_update', 'checkin_scan'])
    expect(await actions({ entityType: 'account' })).toEqual(['unlock_failed', 'role_changed'])
  })

  test('alone and together they let through what they say, in order, each line once, whatever the page (property)', async () => {
    const actors: Actor[] = [boss, door, systemActor, { kind: 'member', id: '44444444-4444-4444-8444-444444444444', name: 'S1 Œuvray, B', stationId: 'desk' }]
    const acts = ['checkin_scan', 'badge_assign', 'member_update', 'login', 'export'] as const
    const entities = [['movement', 'm1'], ['badge', 'b1'], ['member', memberId], ['account', memberId], ['roll', null]] as const
    const names = ['S1 Côté, Zoë', 'MS Roy, A', null]
    // Few instants, so that many lines stand at the same one, and the days of a change of clocks among them.
    const trail = Array.from({ length: 160 }, (_, index): AuditEntry => {
      const [entityType, entityId] = entities[(index * 3) % entities.length] ?? ['roll', null]
      const at = new Date(Date.parse('2026-10-31T20:00:00.000Z') + ((index * 7) % 11) * 6 * 3_600_000)
      return { at, actor: actors[index % actors.length] ?? boss, action: acts[(index * 2) % acts.length] ?? 'login', entityType, entityId, details: { name: names[index % names.length] ?? null, ...(index % 5 === 0 && { memberId }), ...(index % 4 === 0 && { reason: `raison ${index % 8}` }) } }
    })
    await desk.write(trail)
    const order = trail.map((entry, index) => ({ entry, seq: index + 1 })).toSorted((a, b) => b.entry.at.getTime() - a.entry.at.getTime() || b.seq - a.seq)
    const filters = fc.record(
      {
        actorId: fc.constantFrom(boss.id, 'reader', 'nobody'),
        actor: fc.constantFrom('oeuvray', 'É belanger', 'sentinel', 'o', 'zzz', ' '),
        areas: fc.subarray([...auditAreaNames]),
        actions: fc.subarray([...acts, 'of_another_time']),
        entityType: fc.constantFrom('member', 'badge', 'account', 'movement', 'nothing'),
        entityId: fc.constantFrom(memberId, 'b1', 'm1'),
        from: fc.constantFrom('2026-10-31', '2026-11-01', '2026-11-02', '2026-11-04'),
        to: fc.constantFrom('2026-10-30', '2026-11-01', '2026-11-02'),
        search: fc.constantFrom('cote', 'ROY raison', 'raison 4', 'front', 'zoe belanger', 'nothing at all'),
        limit: fc.constantFrom(1, 3, 40, 250),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(filters, async (asked) => {
        const wanted = order.filter(({ entry }) => lets(listInput(asked), entry)).map(({ seq }) => seq)
        expect((await desk.everyPage(asked)).map(({ seq }) => seq)).toEqual(wanted)
        const { limit: _limit, ...narrowed } = asked
        const after = wanted[Math.floor(wanted.length / 2)] ?? 0
        expect(await desk.log.news(parse(contract.news.input, { filters: narrowed, after }))).toEqual({ count: wanted.filter((seq) => seq > after).length, more: false })
      }),
      { numRuns: 60 },
    )
  })
})

describe('pages (domain.md 1.4 ▶)', () => {
  test('hold at most 250 lines', async () => {
    await desk.write(Array.from({ length: 260 }, (_, index) => line({ at: minutesAgo(index) })))
    expect((await list({ limit: 250 })).lines).toHaveLength(250)
    expect(() => listInput({ limit: 251 })).toThrow(/250/)
    expect((await list()).lines).toHaveLength(100)
  })

  test('follow on one another while lines are written, at one instant too; what came meanwhile is told as news', async () => {
    await desk.write(Array.from({ length: 30 }, () => line()))
    const seen: number[] = []
    let page = await list({ limit: 7, search: 'belanger' })
    const { newest } = page
    expect(newest).toBe(30)
    for (let round = 0; ; round += 1) {
      seen.push(...page.lines.map(({ seq }) => seq))
      // Even one that says it was written earlier than all the others: the clock was set back.
      await desk.write([line(), line({ at: minutesAgo(-1) }), line({ at: minutesAgo(60), action: 'login', actor: door })])
      if (page.next === null) break
      page = await list({ limit: 7, search: 'belanger', cursor: page.next })
    }
    expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => 30 - index))
    expect(await desk.log.news({ filters: listInput(), after: newest })).toEqual({ count: 15, more: false })
    expect(await desk.log.news({ filters: listInput({ actions: ['login'] }), after: newest })).toEqual({ count: 5, more: false })
    await desk.write(Array.from({ length: 250 }, () => line()))
    expect(await desk.log.news({ filters: listInput(), after: newest })).toEqual({ count: 250, more: true })
  })
})

describe('counts (domain.md 4.23)', () => {
  test('in all, by area, act, thing and actor, in a range of operational days; an actor has the latest name', async () => {
    await desk.write([
      ...Array.from({ length: 20 }, () => line({ action: 'checkin_scan', entityType: 'movement', actor: door })),
      line(),
      line({ action: 'login', entityType: 'session', actor: { ...boss, kind: 'member', name: 'MS Boss, É' } }),
      line({ at: new Date('2026-11-01T18:00:00.000Z'), action: 'login', entityType: 'session' }),
    ])
    expect(await desk.log.stats({ from: '2026-11-24', to: '2026-11-24' })).toEqual({
      total: 22,
      byArea: [{ area: 'attendance', count: 20 }, { area: 'access', count: 1 }, { area: 'members', count: 1 }],
      byAction: [{ action: 'checkin_scan', area: 'attendance', count: 20 }, { action: 'login', area: 'access', count: 1 }, { action: 'member_update', area: 'members', count: 1 }],
      byEntityType: [{ entityType: 'movement', count: 20 }, { entityType: 'member', count: 1 }, { entityType: 'session', count: 1 }],
      byActor: [{ id: 'reader', kind: 'device', name: 'Front door', count: 20 }, { id: boss.id, kind: 'member', name: 'MS Boss, É', count: 2 }],
    })
    expect(await desk.log.stats({ from: null, to: null })).toMatchObject({ total: 23 })
    expect((await desk.log.stats({ from: null, to: null })).byArea.every(({ area }) => auditAreaNames.includes(area))).toBe(true)
    expect(areaOf('of_another_time')).toBe('admin')
  })
})

describe('the export (domain.md 4.23, screens.md 5.4)', () => {
  const textOf = (content: string): string => Buffer.from(content, 'base64').toString('utf8')

  test('is what the list shows, in words, and runs nothing in a spreadsheet', async () => {
    await desk.write([
      line({ details: { name: '=HYPERLINK("x")', reason: '+1', before: { division: 'OPS', isFullTime: false }, after: { division: 'DECK', isFullTime: true } } }),
      line({ action: 'checkin_update', entityType: 'movement', entityId: 'm1', actor: door, details: { name: 'S1 Côté, Z', before: { direction: 'in', at: '2026-11-24T17:00:00.000Z' }, after: { direction: 'out', at: '2026-11-24T17:05:00.000Z' } } }),
      line({ action: 'login' }),
    ])
    const file = await desk.log.export({ filters: listInput({ actions: ['member_update', 'checkin_update'] }), format: 'csv', language: 'en' }, boss)
    expect(file).toMatchObject({ fileName: 'sentinel-audit-2026-11-24.csv', rows: 2, isCut: false })
    const text = textOf(file.content)
    expect(text.startsWith('\uFEFFNumber,Time,Area,Action,Actor,Acting as,About,Subject,Station,Changes,Details,Key\r\n')).toBe(true)
    expect(text).toContain('2,2026-11-24 12:00:00,Attendance,Movement corrected,Front door,Station,Movement,"S1 Côté, Z",front-door,Direction: In → Out; Time: 2026-11-24 11:00:00 → 2026-11-24 11:05:00')
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    expect(text).toContain('Division: OPS → DECK; Full-time staff: No → Yes,Reason: +1')
    expect(text).not.toMatch(/(^|,|\n)"?[=+@]/)
    expect(text).not.toContain('Signed in')
  })

  test('in French, and as a workbook', async () => {
    await desk.write([line({ details: { name: 'S1 Côté, Z', after: { contractEnd: '2027-03-31' } } })])
    const csv = textOf((await desk.log.export({ filters: listInput(), format: 'csv', language: 'fr' }, boss)).content)
    expect(csv).toContain('Membres,Membre modifié,')
    expect(csv).toContain('Contrat au\u00a0: 2027-03-31')
    const book = await desk.log.export({ filters: listInput(), format: 'xlsx', language: 'fr' }, boss)
    expect(book.fileName).toBe('sentinel-audit-2026-11-24.xlsx')
    expect(Buffer.from(book.content, 'base64').subarray(0, 2).toString()).toBe('PK')
  })

  test('is itself in the trail, with its filters and how many lines it held', async () => {
    await desk.write(Array.from({ length: 12 }, () => line()))
    await desk.log.export({ filters: listInput({ areas: ['members'] }), format: 'csv', language: 'en' }, boss)
    expect((await list()).lines[0]).toMatchObject({ area: 'reports', action: 'export', entityType: 'audit', actor: { id: boss.id }, details: { format: 'csv', rows: 12, filters: { areas: ['members'] } } })
  })

  test('of nothing is a heading', async () => {
    expect(await desk.log.export({ filters: listInput({ actor: 'nobody' }), format: 'csv', language: 'en' }, boss)).toMatchObject({ rows: 0, isCut: false })
  })
})
