/** What an arriving member may take on (domain.md 4.12.5, screens.md 1.5, P0-2, W-10; scenario 23). */
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDutyDesk, type DutyDesk, type Somebody } from './testing/duty-desk.ts'
import { decideStartOfDay } from './start-of-day.ts'

type Facts = Parameters<typeof decideStartOfDay>[0]

const live = (memberId: string, status: 'pending' | 'active', source: 'assignment' | 'handover' | 'roster' = 'roster') => ({ memberId, status, source, displayName: '', acceptedAt: null })
const nobody = { live: null, handover: 'none' as const, lastWeek: null }
const decide = (facts: Partial<Facts> = {}) => decideStartOfDay({ memberId: 'me', isInside: true, isQualified: true, mayHoldLockup: true, isSecured: true, duty: nobody, ...facts })

describe('the variants', () => {
  test.each<[string, Partial<Facts>, { variant: string | null; actions: string[] }]>([
    ['the expected one accepts, or only opens', { duty: { ...nobody, live: live('me', 'pending') } }, { variant: 'expected_dds', actions: ['accept_dds', 'open_building'] }],
    ['another qualified one only opens, or takes it over', { duty: { ...nobody, live: live('other', 'pending') } }, { variant: 'replacement_candidate', actions: ['open_building', 'accept_dds'] }],
    ['nobody is expected: the qualified one is a replacement', {}, { variant: 'replacement_candidate', actions: ['open_building', 'accept_dds'] }],
    ['open already, DDS missing', { isSecured: false }, { variant: 'building_open_dds_pending', actions: ['accept_dds'] }],
    ['open already, and the expected one comes', { isSecured: false, duty: { ...nobody, live: live('me', 'pending') } }, { variant: 'expected_dds', actions: ['accept_dds'] }],
    ['may open and not take DDS', { isQualified: false }, { variant: 'opener_only', actions: ['open_building'] }],
    ['DDS has it, the building is secured again', { duty: { ...nobody, live: live('other', 'active', 'assignment') } }, { variant: 'opener_only', actions: ['open_building'] }],
    ['the DDS comes back to a secured building', { duty: { ...nobody, live: live('me', 'active', 'assignment') } }, { variant: 'opener_only', actions: ['open_building'] }],
    ['may do nothing about it', { isQualified: false, mayHoldLockup: false }, { variant: 'blocked', actions: [] }],
    ['the hand-over waits: only the outgoing', { duty: { live: live('old', 'active', 'handover'), handover: 'pending', lastWeek: { memberId: 'old', displayName: '', isConfirmed: true } } }, { variant: 'opener_only', actions: ['open_building'] }],
    ['nothing is open: nothing is asked', { isSecured: false, duty: { ...nobody, live: live('other', 'active', 'assignment') } }, { variant: null, actions: [] }],
    ['not inside: nothing can be taken on', { isInside: false }, { variant: 'blocked', actions: [] }],
  ])('%s', (_case, facts, expected) => {
    expect(decide(facts)).toMatchObject(expected)
  })

  test('the outgoing accepts while the hand-over waits and somebody else’s assignment stands', () => {
    expect(decide({ memberId: 'old', duty: { live: live('old', 'pending', 'assignment'), handover: 'pending', lastWeek: { memberId: 'old', displayName: '', isConfirmed: true } } })).toMatchObject({ canAcceptDds: true, variant: 'expected_dds' })
  })
})

describe('at the door', () => {
  let desk: DutyDesk
  let day: Somebody
  let opener: Somebody
  let sailor: Somebody
  beforeEach(async () => {
    desk = await createDutyDesk()
    day = await desk.enlist('Day', { rankCode: 'PO2', qualifications: ['DDS'] })
    opener = await desk.enlist('Opener', { qualifications: ['BUILDING_AUTH'] })
    sailor = await desk.enlist('Plain')
    await desk.roster('2026-11-23', day)
  })
  afterEach(() => desk.close())

  test('scenario 23: the first of the morning is asked, the arrival stands already, and who is needed is named', async () => {
    const outcome = await desk.scan(sailor)
    expect(outcome).toMatchObject({
      outcome: 'member_in',
      movementId: expect.any(String),
      prompt: { variant: 'blocked', actions: [], isFirst: true, needsDds: true, needsBuildingOpen: true, buildingStatus: 'secured', expectedDds: { id: day.id }, scheduledDds: { id: day.id }, currentDds: null, holder: null, presentMembers: 1 },
    })
    desk.clock.advance(3000)
    expect((await desk.scan(day)).prompt).toMatchObject({ variant: 'expected_dds', actions: ['accept_dds', 'open_building'], isFirst: false, presentMembers: 2 })
    desk.clock.advance(3000)
    await desk.dds.accept({ note: '' }, desk.kiosk)
    expect((await desk.scan(opener)).prompt, 'nothing is open any more').toBeNull()
  })

  test('every window hears it with the scan', async () => {
    await desk.scan(day)
    expect(desk.events.find(([name]) => name === 'presence.scanned')).toMatchObject(['presence.scanned', { outcome: 'member_in', prompt: { variant: 'expected_dds' } }])
  })

  test('a badge that bounces carries the offer again; going out carries none', async () => {
    await desk.scan(day)
    desk.clock.advance(500)
    expect(await desk.scan(day)).toMatchObject({ outcome: 'duplicate', prompt: { variant: 'expected_dds' } })
    desk.clock.advance(3000)
    expect(await desk.scan(day)).toMatchObject({ outcome: 'member_out', prompt: null })
  })

  test('opened without DDS: the next qualified one may still accept, and is told who opened and when', async () => {
    await desk.arrive(opener)
    await desk.lockup.open({ note: '' }, desk.kiosk)
    expect((await desk.scan(day)).prompt).toMatchObject({ variant: 'expected_dds', actions: ['accept_dds'], needsBuildingOpen: false, holder: { id: opener.id }, opened: { by: { id: opener.id } } })
  })

  test('the offer names nobody but those who have a duty (W-10)', async () => {
    await desk.arrive(sailor)
    expect(JSON.stringify((await desk.scan(opener)).prompt)).not.toContain('Plain')
  })

  test('where it cannot be read, the arrival stands all the same', async () => {
    await desk.database.transaction((tx) => tx.execute(sql`alter table dds_assignment rename to hidden`))
    expect(await desk.scan(day)).toMatchObject({ outcome: 'member_in', prompt: null })
    expect(await desk.isInside(day)).toBe(true)
  })

  test('who signs in asks for the same; without session or badge there is nobody to ask for', async () => {
    expect(await desk.dds.startOfDay({}, desk.as(day))).toMatchObject({ person: { id: day.id }, isInside: false, shouldPrompt: true, variant: 'blocked', canAcceptDds: false })
    await desk.arrive(day)
    expect(await desk.dds.startOfDay({}, desk.as(day))).toMatchObject({ isInside: true, variant: 'expected_dds' })
    expect(await desk.dds.startOfDay({}, desk.kiosk)).toMatchObject({ person: { id: day.id } })
    desk.clock.advance(60_000)
    await expect(desk.dds.startOfDay({}, desk.kiosk)).rejects.toMatchObject({ code: 'badge_needed' })
  })
})
