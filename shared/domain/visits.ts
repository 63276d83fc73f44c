/** What is said of a visit, and what each kind of visit needs (domain.md 3.3, 4.8). Pure: windows ask before the core does. */

/** What a visitor comes for, whatever kind of visitor it is. */
export const visitPurposes = ['member_invited', 'appointment', 'information', 'other'] as const
export const recruitmentSteps = ['information', 'testing', 'interview', 'medical_admin', 'other'] as const
/** Where somebody was signed in: by the desk, or by themselves. */
export const visitMethods = ['desk', 'kiosk'] as const
/** How they left. `lockup_sequence` and `daily_reset` are those who forgot to sign out. */
export const visitEnds = ['badge', 'desk', 'kiosk', 'lockup_sequence', 'daily_reset'] as const

export type VisitPurpose = (typeof visitPurposes)[number]
export type RecruitmentStep = (typeof recruitmentSteps)[number]

export interface VisitAnswers {
  /** Code of the kind of visit. An administrator may add kinds: they need nothing more. */
  readonly visitType: string
  readonly rank: string | null
  readonly organization: string | null
  readonly purpose: VisitPurpose
  readonly details: string | null
  readonly recruitmentStep: RecruitmentStep | null
  readonly hostMemberId: string | null
}

/** What an answer lacks: also the code of the refusal. */
export const visitLacks = ['visitor_unit_needed', 'visitor_company_needed', 'visitor_step_needed', 'visitor_purpose_needed'] as const
export type VisitLack = (typeof visitLacks)[number]

/** Everything that 4.8 asks for and that was not said. */
export function lacksOf({ visitType, rank, organization, purpose, details, recruitmentStep, hostMemberId }: VisitAnswers): VisitLack[] {
  const lacks: VisitLack[] = []
  if (visitType === 'military' && (isBlank(rank) || isBlank(organization))) lacks.push('visitor_unit_needed')
  if (visitType === 'contractor' && isBlank(organization)) lacks.push('visitor_company_needed')
  if (visitType === 'recruitment' && recruitmentStep === null) lacks.push('visitor_step_needed')
  if ((purpose === 'member_invited' || purpose === 'appointment') && hostMemberId === null && isBlank(details)) lacks.push('visitor_purpose_needed')
  if (purpose === 'other' && isBlank(details)) lacks.push('visitor_purpose_needed')
  return lacks
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''
