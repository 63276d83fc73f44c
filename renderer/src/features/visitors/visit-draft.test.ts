import { expect, test } from 'vitest'
import { draftOf, emptyVisit, faultsOf, toDetails } from './visit-draft.ts'

const roy = { ...emptyVisit, lastName: ' Roy ', purpose: 'information' as const }

test('an empty form says what is missing, as the core would (domain.md 4.8)', () => {
  expect(faultsOf(emptyVisit)).toEqual(['visitor_name_needed', 'visitor_purpose_needed'])
  expect(faultsOf(roy)).toEqual([])
  expect(faultsOf({ ...roy, visitType: 'military', rank: 'Maj' })).toEqual(['visitor_unit_needed'])
  expect(faultsOf({ ...roy, visitType: 'contractor' })).toEqual(['visitor_company_needed'])
  expect(faultsOf({ ...roy, visitType: 'recruitment' })).toEqual(['visitor_step_needed'])
  expect(faultsOf({ ...roy, purpose: 'appointment', host: { id: 'a', displayName: 'PO2 Singh, H' } })).toEqual([])
})

test('what is not asked of this kind of visitor is not sent, and blanks are nothing', () => {
  expect(toDetails({ ...roy, rank: 'Maj', recruitmentStep: 'testing', phone: '  ' })).toMatchObject({ lastName: 'Roy', firstName: null, rank: null, recruitmentStep: null, phone: null })
  expect(toDetails({ ...roy, visitType: 'recruitment', recruitmentStep: 'testing' })).toMatchObject({ recruitmentStep: 'testing' })
})

test('a returning visitor’s answers come back as they were', () => {
  const known = { ...toDetails({ ...roy, organization: 'Northern Elevators' }), host: { id: 'a', displayName: 'PO2 Singh, H' }, recruitmentStep: null, firstName: null, rank: null, organization: 'Northern Elevators', details: null, phone: null, licensePlate: null }
  expect(draftOf(known)).toMatchObject({ lastName: 'Roy', organization: 'Northern Elevators', host: { displayName: 'PO2 Singh, H' }, firstName: '' })
})
