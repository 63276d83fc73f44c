/** A visit as somebody fills it in at the desk. */
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { visitors } from '../../../../shared/contract/visitors.ts'
import { lacksOf, type RecruitmentStep, type VisitLack, type VisitPurpose } from '../../../../shared/domain/visits.ts'
import type { Person } from '../accounts/person-field.tsx'

export interface VisitDraft {
  readonly visitType: string
  readonly firstName: string
  readonly lastName: string
  readonly rank: string
  readonly organization: string
  readonly purpose: VisitPurpose
  readonly details: string
  readonly recruitmentStep: RecruitmentStep | null
  readonly host: Person | null
  readonly phone: string
  readonly licensePlate: string
}

export const emptyVisit: VisitDraft = { visitType: 'guest', firstName: '', lastName: '', rank: '', organization: '', purpose: 'member_invited', details: '', recruitmentStep: null, host: null, phone: '', licensePlate: '' }

type Known = Pick<OutputOf<typeof visitors.returning>['people'][number], 'visitType' | 'firstName' | 'lastName' | 'rank' | 'organization' | 'purpose' | 'details' | 'recruitmentStep' | 'host' | 'phone' | 'licensePlate'>

/** What somebody said the last time, or what was written down of them beforehand. */
export const draftOf = ({ visitType, firstName, lastName, rank, organization, purpose, details, recruitmentStep, host, phone, licensePlate }: Known): VisitDraft => ({
  ...{ visitType, lastName, purpose, recruitmentStep },
  firstName: firstName ?? '',
  rank: rank ?? '',
  organization: organization ?? '',
  details: details ?? '',
  host: host === null ? null : { id: host.id, displayName: host.displayName },
  phone: phone ?? '',
  licensePlate: licensePlate ?? '',
})

export type VisitFault = VisitLack | 'visitor_name_needed'

/** What is still missing, as the core would refuse it. */
export function faultsOf(draft: VisitDraft): VisitFault[] {
  const lacks = lacksOf({ ...toDetails(draft) })
  return draft.lastName.trim() === '' ? ['visitor_name_needed', ...lacks] : lacks
}

/** As the core takes it. */
export const toDetails = ({ host, ...draft }: VisitDraft): Omit<InputOf<typeof visitors.expect>, 'date' | 'time'> => ({
  visitType: draft.visitType,
  lastName: draft.lastName.trim(),
  firstName: orNull(draft.firstName),
  rank: draft.visitType === 'military' ? orNull(draft.rank) : null,
  organization: orNull(draft.organization),
  purpose: draft.purpose,
  details: orNull(draft.details),
  recruitmentStep: draft.visitType === 'recruitment' ? draft.recruitmentStep : null,
  hostMemberId: host?.id ?? null,
  phone: orNull(draft.phone),
  licensePlate: orNull(draft.licensePlate),
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
