import { describe, expect, test } from 'vitest'
import { lacksOf } from '../../../../../shared/domain/visits.ts'
import { emptyVisit, fieldsOf, lacksAt, maxLength, properName, reasons, stepsOf, toVisit, type KioskVisit } from './visit-steps.ts'

const filled: KioskVisit = { reason: 'meeting', recruitmentStep: 'testing', host: { id: 'h', name: 'PO2 Singh, H' }, hostText: 'SINGH', event: null, about: 'BAND PRACTICE', isMilitary: false, rank: 'MAJ', lastName: 'BÉLANGER', firstName: 'ÉMILIE', unit: '38 CBG', company: 'NORTHERN ELEVATORS', work: 'LIFT 2', plate: 'abc 123' }
const visit = (given: Partial<KioskVisit>): KioskVisit => ({ ...filled, ...given })

describe('what a visitor is asked (screens.md 1.5)', () => {
  test('takes at most six steps, from the reason to the review, whoever they are', () => {
    for (const reason of reasons) {
      const steps = stepsOf({ reason })
      expect(steps.length).toBeLessThanOrEqual(6)
      expect([steps[0], steps.at(-1)]).toEqual(['reason', 'review'])
    }
  })

  test('a recruit is not asked whether they serve; who comes to a meeting is asked whom they come to see', () => {
    expect(stepsOf({ reason: 'recruitment' })).toEqual(['reason', 'recruitment', 'identity', 'review'])
    expect(stepsOf({ reason: 'meeting' })).toEqual(['reason', 'host', 'service', 'identity', 'review'])
    expect(stepsOf({ reason: 'contract' })).toEqual(['reason', 'service', 'identity', 'contract', 'review'])
  })

  test('all that is asked is needed, and blanks are nothing', () => {
    expect(lacksAt('identity', visit({ isMilitary: true, unit: '  ', rank: '' }))).toEqual(['rank', 'unit'])
    expect(lacksAt('identity', visit({ isMilitary: false, lastName: '' }))).toEqual(['lastName'])
    expect(lacksAt('contract', visit({ company: '', work: '' }))).toEqual(['company', 'work'])
  })
})

describe('what becomes of it (domain.md 4.8)', () => {
  test.each([
    [{ reason: 'recruitment' as const }, { visitType: 'recruitment', purpose: 'information', recruitmentStep: 'testing', rank: null, details: null, hostMemberId: null }],
    [{ reason: 'contract' as const }, { visitType: 'contractor', purpose: 'other', details: 'LIFT 2', organization: 'NORTHERN ELEVATORS', rank: null }],
    [{ reason: 'contract' as const, isMilitary: true }, { visitType: 'contractor', organization: 'NORTHERN ELEVATORS', rank: 'MAJ' }],
    [{ reason: 'meeting' as const, isMilitary: true }, { visitType: 'military', purpose: 'appointment', hostMemberId: 'h', details: null, rank: 'MAJ', organization: '38 CBG' }],
    [{ reason: 'meeting' as const, host: null }, { visitType: 'guest', hostMemberId: null, details: 'Singh' }],
    [{ reason: 'event' as const, event: { id: 'e', name: 'Court martial' } }, { visitType: 'guest', purpose: 'other', details: 'Court martial', eventId: 'e' }],
    [{ reason: 'event' as const }, { details: 'BAND PRACTICE', eventId: null }],
    [{ reason: 'museum' as const }, { visitType: 'guest', purpose: 'other', details: 'Museum', hostMemberId: null, recruitmentStep: null }],
    [{ reason: 'other' as const }, { purpose: 'other', details: 'BAND PRACTICE', organization: null }],
  ])('%j', (given, made) => {
    expect(toVisit(visit(given), 'Museum')).toMatchObject({ firstName: 'Émilie', lastName: 'Bélanger', licensePlate: 'abc 123', ...made })
  })

  test('once every step is answered, nothing is lacking for the core', () => {
    for (const reason of reasons) for (const isMilitary of [true, false]) expect(lacksOf({ ...toVisit(visit({ reason, isMilitary }), 'Museum'), hostMemberId: filled.host?.id ?? null }), reason).toEqual([])
  })

  test('a name in capitals gets its usual case; one that somebody wrote themselves stays', () => {
    expect(['MCDONALD', 'O’BRIEN', 'van der Berg ', 'DeWolf', "D'AMOURS  ST-PIERRE"].map(properName)).toEqual(['McDonald', 'O’Brien', 'van der Berg', 'DeWolf', "D'Amours St-Pierre"])
  })

  test('no field takes more than the core does', () => {
    expect(fieldsOf('identity', visit({ isMilitary: true })).map((field) => maxLength[field])).toEqual([50, 100, 100, 200])
    expect(emptyVisit.plate.length).toBeLessThan(maxLength.plate)
  })
})
