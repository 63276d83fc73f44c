/** Visitors at lockup and at the daily reset: signed out with everybody else, named, their passes outstanding (domain.md 4.8 ▶, 4.15, 4.16; scenarios 16–18, 22). */
import { eq } from 'drizzle-orm'
import { parse } from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visitors as contract } from '../../../../shared/contract/visitors.ts'
import { signedInDesk } from '../../app/testing/test-callers.ts'
import { audit, badge } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import type { Somebody } from '../dds/testing/duty-desk.ts'
import { createJobsDesk, type JobsDesk } from '../jobs/testing/jobs-desk.ts'
import { createVisitorsService, type VisitorsService } from './service.ts'

let desk: JobsDesk
let visitors: VisitorsService
let holder: Somebody
const quartermaster = signedInDesk('quartermaster')
beforeEach(async () => {
  desk = await createJobsDesk()
  visitors = createVisitorsService(desk)
  holder = await desk.enlist('Holder', { rankCode: 'PO1', qualifications: ['SWK'] })
  await desk.arrive(holder)
  await desk.lockup.open({ note: '' }, desk.kiosk)
})
afterEach(() => desk.close())

const signIn = (lastName: string, given: object = {}) => visitors.signIn(parse(contract.signIn.input, { requestId: newId(), visitType: 'guest', lastName, purpose: 'information', ...given }), quartermaster)
const execute = (version: string) => desk.lockup.execute({ requestId: newId(), version, note: '' }, desk.as(holder))
async function addPass(label: string): Promise<string> {
  const id = newId()
  await desk.database.transaction((tx) => tx.insert(badge).values({ id, serial: `CAFE${label}`, kind: 'visitor', label, status: 'active', createdAt: desk.clock.now(), updatedAt: desk.clock.now() }))
  return id
}

describe('lockup', () => {
  test('lists visitors, signs them out with everybody else in one act, and keeps their passes outstanding (W-6, W-22)', async () => {
    const { id } = await signIn('Roy', { badgeId: await addPass('V01') })
    const { version, people } = await desk.lockup.start({ note: '' }, desk.as(holder))
    expect(people).toMatchObject([{ kind: 'member', isHolder: true }, { kind: 'visitor', id, displayName: 'Roy', isHolder: false }])
    expect(await desk.lockup.status()).toMatchObject({ inside: { members: 1, visitors: 1 } })
    expect(await execute(version)).toMatchObject({ total: 2, missed: 1, people: [{ kind: 'member', missed: false }, { kind: 'visitor', name: 'Roy', missed: true }] })
    expect(await visitors.get({ visitId: id })).toMatchObject({ endedBy: 'lockup_sequence', until: desk.clock.now().toISOString() })
    await expect(visitors.undo({ visitId: id }, quartermaster), 'nobody is put back into a secured building').rejects.toMatchObject({ code: 'visit_ended', details: { name: 'Roy' } })
    expect((await visitors.passes()).outstanding).toMatchObject([{ visitId: id, label: 'V01' }])
    expect((await visitors.history(parse(contract.history.input, { overstayed: true }))).visits).toMatchObject([{ id }])
    expect(await desk.presence.now()).toMatchObject({ people: [], counts: { visitors: 0 } })
    expect(await desk.database.read((tx) => tx.select({ action: audit.action }).from(audit).where(eq(audit.entityId, id)))).toEqual([{ action: 'visitor_signin' }, { action: 'visitor_overstay' }])
  })

  test('a visitor who comes or goes after the list was confirmed changes it: nobody is lost (scenario 22)', async () => {
    const { version } = await desk.lockup.start({ note: '' }, desk.as(holder))
    const { id } = await signIn('Roy')
    await expect(execute(version)).rejects.toMatchObject({ code: 'lockup_list_changed' })
    const { version: withRoy } = await desk.lockup.list()
    await visitors.signOut(parse(contract.signOut.input, { visitId: id }), quartermaster)
    await expect(execute(withRoy)).rejects.toMatchObject({ code: 'lockup_list_changed' })
    expect(await execute((await desk.lockup.list()).version)).toMatchObject({ total: 1 })
  })

  test('ten come while the building is being secured: each is signed out by it or is inside after it', async () => {
    await desk.lockup.start({ note: '' }, desk.as(holder))
    const [, ...made] = await Promise.all([desk.lockup.list().then(({ version }) => execute(version)).catch(() => undefined), ...Array.from({ length: 10 }, (_, index) => signIn(`Visitor ${index}`))])
    const states = await Promise.all(made.map(({ id }) => visitors.get({ visitId: id })))
    const inside = new Set((await desk.presence.now()).people.map(({ id }) => id))
    for (const { id, until } of states) expect(inside.has(id), id).toBe(until === null)
  })
})

describe('the daily reset', () => {
  test('closes visitors at 03:00 sharp, names them in one alert and in the morning digest', async () => {
    const [first, second] = [await signIn('Roy'), await signIn('Able', { badgeId: await addPass('V01') })]
    await desk.at('2026-11-25T08:59:59.000Z')
    expect((await desk.jobs().resetPreview()).people.filter(({ kind }) => kind === 'visitor')).toHaveLength(2)
    expect(await visitors.get({ visitId: first.id })).toMatchObject({ until: null })
    await desk.at('2026-11-25T09:00:30.000Z')
    for (const { id } of [first, second]) expect(await visitors.get({ visitId: id })).toMatchObject({ until: '2026-11-25T09:00:00.000Z', endedBy: 'daily_reset' })
    expect((await desk.alerts.active()).alerts.find(({ type }) => type === 'visitor_overstay')).toMatchObject({ severity: 'warning', facts: { count: 2, names: ['Roy', 'Able'] } })
    expect(await desk.jobs().digest({ date: null })).toMatchObject({ reset: { closedOut: 3 }, missed: [{ displayName: holder.name }], visitors: [{ visitId: first.id, displayName: 'Roy' }, { visitId: second.id }] })
    expect((await visitors.passes()).outstanding).toHaveLength(1)
  })

  test('off for days it closes them at the right rollover, and leaves alone who came this morning (scenario 18)', async () => {
    const early = await signIn('Early')
    desk.clock.advance(new Date('2026-11-27T14:00:00.000Z').getTime() - desk.clock.now().getTime())
    const late = await signIn('Late')
    await desk.restart()
    expect(await visitors.get({ visitId: early.id })).toMatchObject({ until: '2026-11-25T09:00:00.000Z' })
    expect(await visitors.get({ visitId: late.id })).toMatchObject({ until: null })
  })
})
