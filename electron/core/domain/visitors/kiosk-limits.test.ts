import { parse } from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visitors as contract } from '../../../../shared/contract/visitors.ts'
import type { Caller } from '../../../../shared/domain/access.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { signedInDesk } from '../../app/testing/test-callers.ts'
import { newId } from '../../kit/id.ts'
import { openHistoryDesk, type HistoryDesk } from '../history/testing/history-desk.ts'
import { createVisitorsService, type VisitorsService } from './service.ts'

let { database, clock, hub, enlist, presence } = {} as HistoryDesk
let visitors: VisitorsService
const desk = signedInDesk('quartermaster')
const kiosk: Caller = { ...desk, kind: 'kiosk', id: 'kiosk', stationId: 'front-door', person: null, level: 0 }
beforeEach(async () => {
  ;({ database, clock, hub, enlist, presence } = await openHistoryDesk())
  visitors = createVisitorsService({ database, clock, hub, unitTime: () => defaultUnitTime })
})
afterEach(() => database.close())

const signIn = (caller: Caller, given: object = {}) => visitors.signIn(parse(contract.signIn.input, { requestId: newId(), visitType: 'guest', lastName: 'Roy', purpose: 'information', ...given }), caller)
const hosts = (caller: Caller) => visitors.hosts(parse(contract.hosts.input, { search: 'roy' }), caller)
const times = async (count: number, run: () => Promise<unknown>): Promise<void> => {
  for (let done = 0; done < count; done += 1) await run()
}

describe('what anybody may ask at a kiosk is limited (domain.md 4.8 ▶)', () => {
  test('ten visitors a minute; the eleventh is told when to try again, and comes in then', async () => {
    await times(10, () => signIn(kiosk))
    clock.advance(15_000)
    await expect(signIn(kiosk)).rejects.toMatchObject({ code: 'kiosk_too_often', details: { seconds: 45 } })
    expect((await visitors.inside()).visits).toHaveLength(10)
    clock.advance(45_000)
    await signIn(kiosk)
  })

  test('one station’s turns are not another’s, and the desk has no limit', async () => {
    await times(10, () => signIn(kiosk))
    await signIn({ ...kiosk, stationId: 'rear-door' })
    await times(11, () => signIn(desk))
    expect((await visitors.inside()).visits).toHaveLength(22)
  })

  test('sixty searches and sixty looks at who is leaving, each counted by itself', async () => {
    await times(60, () => hosts(kiosk))
    await expect(hosts(kiosk)).rejects.toMatchObject({ code: 'kiosk_too_often' })
    await times(60, () => visitors.leaving(kiosk))
    await expect(visitors.leaving(kiosk)).rejects.toMatchObject({ code: 'kiosk_too_often' })
    await hosts(desk)
  })

  test('twenty sign-outs a minute, the guesses that name nobody among them', async () => {
    const guess = () => visitors.signOut(parse(contract.signOut.input, { visitId: newId() }), kiosk)
    await times(20, () => expect(guess()).rejects.toMatchObject({ code: 'visit_unknown' }))
    await expect(guess()).rejects.toMatchObject({ code: 'kiosk_too_often' })
  })

  test('a badge held to the reader counts, however often visitors asked', async () => {
    const member = await enlist('Roy')
    await times(10, () => signIn(kiosk))
    await expect(signIn(kiosk)).rejects.toMatchObject({ code: 'kiosk_too_often' })
    expect(await presence.scan({ serial: member.serial, stationId: 'front-door', actor: { kind: 'device', id: 'reader', name: 'Reader' } })).toMatchObject({ outcome: 'member_in' })
  })
})

describe('a visit that is asked for again, because its answer was lost', () => {
  test('is answered before anything is counted: the eleventh of ten is still the tenth', async () => {
    await times(9, () => signIn(kiosk))
    const requestId = newId()
    const tenth = await signIn(kiosk, { requestId })
    expect(await signIn(kiosk, { requestId })).toEqual(tenth)
    await expect(signIn(kiosk)).rejects.toMatchObject({ code: 'kiosk_too_often' })
  })

  test('is answered before the details are checked: what was true then may not be now', async () => {
    const requestId = newId()
    const made = await signIn(kiosk, { requestId })
    expect(await signIn(kiosk, { requestId, visitType: 'no_longer' })).toMatchObject({ id: made.id, visitType: { code: 'guest' } })
    expect((await visitors.inside()).visits).toHaveLength(1)
  })
})
