import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { parse } from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visitors as contract } from '../../../../shared/contract/visitors.ts'
import { audit, badge, member } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { kiosk, quartermaster, reader, openVisitorsDesk, type VisitorsDesk } from './testing/visitors-desk.ts'

let { database, clock, enlist, presence, visitors, signIn, signOut, scan, addPass, later, inside, events: heard } = {} as VisitorsDesk
beforeEach(async () => {
  ;({ database, clock, enlist, presence, visitors, signIn, signOut, scan, addPass, later, inside, events: heard } = await openVisitorsDesk())
})
afterEach(() => database.close())

const history = (given: object = {}) => visitors.history(parse(contract.history.input, given))
const returning = (search: string) => visitors.returning(parse(contract.returning.input, { search }))

describe('a visitor comes (domain.md 4.8)', () => {
  test('is in the list of who is inside at once, with counts, the trail, and the desk told', async () => {
    const made = await signIn({ organization: 'Northern Elevators' })
    expect(made).toMatchObject({ displayName: 'Bélanger, Émilie', method: 'desk', stationName: 'Desk', actorName: 'PO1 Test, T', until: null, pass: null })
    expect(await presence.now()).toMatchObject({ counts: { members: 0, visitors: 1 }, people: [{ kind: 'visitor', displayName: 'Bélanger, Émilie', guest: { organization: 'Northern Elevators', pass: null, event: null } }] })
    expect((await presence.activity(5)).items).toMatchObject([{ kind: 'in', outcome: 'visitor_in', person: { displayName: 'Bélanger, Émilie' } }])
    expect(heard).toEqual(expect.arrayContaining(['visitors.signedIn', 'visitors.changed', 'presence.changed']))
    expect(await database.read((tx) => tx.select().from(audit).where(eq(audit.entityId, made.id)))).toMatchObject([{ action: 'visitor_signin', actorName: 'PO1 Test, T' }])
  })

  test.each([
    ['military without a unit', { visitType: 'military', rank: 'Maj' }, 'visitor_unit_needed'],
    ['military without a rank', { visitType: 'military', organization: '38 CBG' }, 'visitor_unit_needed'],
    ['contractor without a company', { visitType: 'contractor' }, 'visitor_company_needed'],
    ['recruit without a step', { visitType: 'recruitment' }, 'visitor_step_needed'],
    ['invited, by nobody', { purpose: 'member_invited' }, 'visitor_purpose_needed'],
    ['an appointment, with nobody', { purpose: 'appointment', details: '  ' }, 'visitor_purpose_needed'],
    ['another purpose, unsaid', { purpose: 'other' }, 'visitor_purpose_needed'],
    ['a kind that is not there', { visitType: 'spy' }, 'visit_type_unknown'],
    ['a host who is not on the roll', { hostMemberId: newId() }, 'visit_host_unknown'],
  ])('%s is refused, and nobody is inside', async (_, given, code) => {
    await expect(signIn(given)).rejects.toMatchObject({ code })
    expect(await inside()).toEqual([])
  })

  test('the host is told whether they are in (scenario 26); archived ones are no hosts', async () => {
    const host = await enlist('Roy')
    const gone = await enlist('Gone', { status: 'archived' })
    expect(await signIn({ purpose: 'member_invited', hostMemberId: host.id })).toMatchObject({ host: { id: host.id, isInside: false } })
    await scan(host.serial)
    expect(await signIn({ purpose: 'member_invited', hostMemberId: host.id })).toMatchObject({ host: { isInside: true } })
    await expect(signIn({ purpose: 'member_invited', hostMemberId: gone.id })).rejects.toMatchObject({ code: 'visit_host_unknown' })
    expect((await visitors.hosts(parse(contract.hosts.input, { search: 'ro' }), kiosk)).people.map(({ id }) => id)).toEqual([host.id])
    expect((await visitors.hosts(parse(contract.hosts.input, { search: 'gone' }), kiosk)).people).toEqual([])
  })

  test('the same request twice makes one visit, also at the same instant', async () => {
    const requestId = newId()
    const [first, second] = await Promise.all([signIn({ requestId }), signIn({ requestId })])
    expect(first.id).toBe(second.id)
    expect(await signIn({ requestId })).toMatchObject({ id: first.id })
    expect(heard.filter((name) => name === 'visitors.signedIn')).toHaveLength(1)
    expect(await inside()).toHaveLength(1)
  })

  test('by themselves at the kiosk: no pass, no notes, nobody expected', async () => {
    const pass = await addPass('V-01')
    expect(await signIn({}, kiosk)).toMatchObject({ method: 'kiosk', stationName: 'Front door' })
    for (const given of [{ badgeId: pass.id }, { notes: 'VIP' }, { expectedId: newId() }]) await expect(signIn(given, kiosk), JSON.stringify(given)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a visitor goes', () => {
  test('once: a second time is refused with their name', async () => {
    const made = await signIn()
    expect(await signOut(made.id, {}, kiosk)).toMatchObject({ endedBy: 'kiosk' })
    await expect(signOut(made.id)).rejects.toMatchObject({ code: 'visit_ended', details: { name: 'Bélanger, Émilie' } })
    await expect(signOut(made.id, {}, kiosk), 'a kiosk tells nobody’s name').rejects.toMatchObject({ code: 'visit_ended', details: { name: 'É. B.' } })
    await expect(signOut(newId())).rejects.toMatchObject({ code: 'visit_unknown' })
  })

  test('a kiosk tells initials and the pass, and nothing else of who is inside', async () => {
    const pass = await addPass('V-01')
    const made = await signIn({ badgeId: pass.id, organization: 'Northern Elevators' })
    expect(await visitors.leaving(kiosk)).toEqual({ people: [{ visitId: made.id, initials: 'É. B.', since: made.since, passLabel: 'V-01' }] })
    await database.transaction((tx) => tx.update(badge).set({ label: null }).where(eq(badge.id, pass.id)))
    expect(await visitors.leaving(kiosk)).toMatchObject({ people: [{ passLabel: '…EV01' }] })
  })

  test('where the clock was set back they do not go before they came', async () => {
    const made = await signIn()
    clock.set(new Date(clock.now().getTime() - 3_600_000))
    expect(await signOut(made.id)).toMatchObject({ until: made.since })
  })

  test('is taken back within a minute, and the arrival too: then it never was', async () => {
    const pass = await addPass('V-01')
    const made = await signIn({ badgeId: pass.id })
    await signOut(made.id)
    await visitors.undo({ visitId: made.id }, quartermaster)
    expect(await visitors.get({ visitId: made.id })).toMatchObject({ until: null, pass: { returnedAt: null } })
    await visitors.undo({ visitId: made.id }, quartermaster)
    expect(await inside()).toEqual([])
    expect((await history()).visits).toEqual([])
    expect((await visitors.passes()).free).toHaveLength(1)
    const old = await signIn()
    later(2)
    await expect(visitors.undo({ visitId: old.id }, quartermaster)).rejects.toMatchObject({ code: 'undo_too_late' })
  })

  test('a departure whose pass somebody else has meanwhile is not taken back', async () => {
    const pass = await addPass('V-01')
    const made = await signIn({ badgeId: pass.id })
    await signOut(made.id)
    await signIn({ badgeId: pass.id, lastName: 'Roy' })
    await expect(visitors.undo({ visitId: made.id }, quartermaster)).rejects.toMatchObject({ code: 'badge_lent', details: { name: 'Roy, Émilie' } })
  })
})

describe('what was said is put right, looked up and remembered', () => {
  test('a change keeps before and after; of two who change the second is told', async () => {
    const made = await signIn({ organization: 'Nothern Elevators' })
    later(1)
    const change = (organization: string) => visitors.update(parse(contract.update.input, { visitId: made.id, basedOn: made.updatedAt, visitType: 'guest', firstName: 'Émilie', lastName: 'Bélanger', purpose: 'information', organization }), quartermaster)
    expect(await change('Northern Elevators')).toMatchObject({ organization: 'Northern Elevators' })
    await expect(change('Northern')).rejects.toMatchObject({ code: 'visit_changed' })
    expect(await database.read((tx) => tx.select({ details: audit.details }).from(audit).where(eq(audit.action, 'visitor_update')))).toMatchObject([{ details: { before: { organization: 'Nothern Elevators' }, after: { organization: 'Northern Elevators' } } }])
  })

  test('a host who has left the unit since stays the host of a visit that is corrected, and becomes that of no other', async () => {
    const host = await enlist('Roy')
    const [made, other] = [await signIn({ hostMemberId: host.id }), await signIn({ lastName: 'Other' })]
    await database.transaction((tx) => tx.update(member).set({ status: 'archived' }).where(eq(member.id, host.id)))
    const correct = ({ id: visitId, updatedAt: basedOn }: typeof made) => visitors.update(parse(contract.update.input, { visitId, basedOn, visitType: 'guest', lastName: 'Corrected', purpose: 'information', hostMemberId: host.id }), quartermaster)
    expect(await correct(made)).toMatchObject({ lastName: 'Corrected', host: { id: host.id } })
    await expect(correct(other)).rejects.toMatchObject({ code: 'visit_host_unknown' })
  })

  test('a returning visitor is found without accents, with the last answers, once however often they came', async () => {
    await signOut((await signIn({ organization: 'Northern Elevators', phone: '204-555-0100' })).id)
    later(60)
    await signIn({ organization: 'Northern Elevators', phone: '204-555-0199' })
    expect((await returning('belanger elev')).people).toMatchObject([{ displayName: 'Bélanger, Émilie', visits: 2, isInside: true, phone: '204-555-0199' }])
    expect((await returning('nobody')).people).toEqual([])
  })

  test('history: newest first, page after page, by name, host, kind, day and who overstayed', async () => {
    const host = await enlist('Lévesque')
    const names = ['Able', 'Baker', 'Charlie', 'Dog', 'Easy']
    for (const lastName of names) {
      await signOut((await signIn({ lastName, firstName: null, ...(lastName === 'Dog' && { visitType: 'military', rank: 'Maj', organization: '38 CBG', purpose: 'member_invited', hostMemberId: host.id }) })).id)
      later(24 * 60)
    }
    const seen: string[] = []
    let cursor: unknown = null
    do {
      const page = await history({ limit: 2, cursor })
      seen.push(...page.visits.map(({ lastName }) => lastName))
      cursor = page.next
    } while (cursor !== null)
    expect(seen).toEqual(names.toReversed())
    const found = async (given: object) => (await history(given)).visits.map(({ lastName }) => lastName)
    expect(await found({ search: 'levesque' })).toEqual(['Dog'])
    expect(await found({ search: 'cbg dog' })).toEqual(['Dog'])
    expect(await found({ types: ['military'] })).toEqual(['Dog'])
    expect(await found({ from: '2026-11-25', to: '2026-11-26' })).toEqual(['Charlie', 'Baker'])
    expect(await found({ overstayed: true })).toEqual([])
  })

  test('who is expected is confirmed when they come, once, and can be forgotten before', async () => {
    const expectOne = (given: object = {}) => visitors.expect(parse(contract.expect.input, { date: '2026-11-24', time: '13:30', visitType: 'guest', lastName: 'Roy', purpose: 'information', ...given }), reader)
    const list = async () => (await visitors.expected(parse(contract.expected.input, { days: 3 }))).expected
    const { id } = await expectOne()
    const other = await expectOne({ date: '2026-11-25', time: null, lastName: 'Able' })
    await expect(expectOne({ date: '2026-11-23' })).rejects.toMatchObject({ code: 'visit_expected_past' })
    expect(await list()).toMatchObject([{ lastName: 'Roy', time: '13:30', visitId: null }, { lastName: 'Able', time: null }])
    const made = await signIn({ lastName: 'Roy', expectedId: id })
    expect(await list()).toMatchObject([{ visitId: made.id }, {}])
    await expect(signIn({ lastName: 'Roy', expectedId: id })).rejects.toMatchObject({ code: 'visit_expected_unknown' })
    await expect(visitors.forget({ expectedId: id }, reader)).rejects.toMatchObject({ code: 'visit_expected_unknown' })
    expect(await visitors.forget({ expectedId: other.id }, reader)).toEqual({ displayName: 'Able' })
    expect(await list()).toHaveLength(1)
  })

  test('whatever somebody is called, they are listed and found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((name) => /\p{L}/u.test(name) && !/[\p{Cc}\p{Cs}]/u.test(name)), async (lastName) => {
        const made = await signIn({ lastName, firstName: null })
        expect(await visitors.get({ visitId: made.id })).toMatchObject({ lastName: lastName.trim() })
        await signOut(made.id)
      }),
      { numRuns: 30 },
    )
  })
})
