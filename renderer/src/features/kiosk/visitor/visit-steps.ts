/** What a visitor is asked at the kiosk, in which order, and what it makes of a visit (screens.md 1.5, domain.md 4.8). Pure. */
import type { InputOf } from '../../../../../shared/contract/kit.ts'
import type { visitors } from '../../../../../shared/contract/visitors.ts'
import { caseName } from '../../../../../shared/domain/names.ts'
import type { RecruitmentStep } from '../../../../../shared/domain/visits.ts'

export const reasons = ['recruitment', 'contract', 'event', 'museum', 'meeting', 'other'] as const
export type Reason = (typeof reasons)[number]

export type Step = 'reason' | 'recruitment' | 'host' | 'event' | 'about' | 'service' | 'identity' | 'contract' | 'review'

export interface Named {
  readonly id: string
  readonly name: string
}

export interface KioskVisit {
  readonly reason: Reason | null
  readonly recruitmentStep: RecruitmentStep | null
  /** Whom they come to see, from the roll. */
  readonly host: Named | null
  /** Whom, as they wrote it, where the roll does not know. */
  readonly hostText: string
  readonly event: Named | null
  readonly about: string
  readonly isMilitary: boolean | null
  readonly rank: string
  readonly lastName: string
  readonly firstName: string
  readonly unit: string
  readonly company: string
  readonly work: string
  readonly plate: string
}
export const emptyVisit: KioskVisit = { reason: null, recruitmentStep: null, host: null, hostText: '', event: null, about: '', isMilitary: null, rank: '', lastName: '', firstName: '', unit: '', company: '', work: '', plate: '' }

const second: Record<Reason, readonly Step[]> = { recruitment: ['recruitment'], contract: [], event: ['event'], museum: [], meeting: ['host'], other: ['about'] }

/** At most six, the first and the last included. Recruits are civilians. */
export const stepsOf = ({ reason }: Pick<KioskVisit, 'reason'>): readonly Step[] =>
  reason === null ? ['reason'] : ['reason', ...second[reason], ...(reason === 'recruitment' ? [] : (['service'] as const)), 'identity', ...(reason === 'contract' ? (['contract'] as const) : []), 'review']

export const fields = ['rank', 'lastName', 'firstName', 'unit', 'company', 'work', 'about', 'plate'] as const
export type FieldName = (typeof fields)[number]

/** The contract's own limits: what is longer would be refused. */
export const maxLength: Record<FieldName, number> = { rank: 50, lastName: 100, firstName: 100, unit: 200, company: 200, work: 500, about: 500, plate: 20 }

/** What is written at a step. A contractor's company takes the place of a unit. */
export function fieldsOf(step: Step, { isMilitary, reason }: Pick<KioskVisit, 'isMilitary' | 'reason'>): readonly FieldName[] {
  if (step === 'about' || step === 'event') return ['about']
  if (step === 'contract') return ['company', 'work']
  if (step !== 'identity') return []
  if (isMilitary !== true) return ['firstName', 'lastName']
  return reason === 'contract' ? ['rank', 'lastName', 'firstName'] : ['rank', 'lastName', 'firstName', 'unit']
}

/** Which fields of a step are still empty: all of them are needed. */
export const lacksAt = (step: Step, visit: KioskVisit): readonly FieldName[] => fieldsOf(step, visit).filter((field) => visit[field].trim() === '')

/** The keyboard on the screen has capitals only: what came from it gets a name's usual case. */
export const properName = (text: string): string => (/\p{Ll}/u.test(text) ? text.trim().replace(/\s+/g, ' ') : caseName(text))

/** Everything about a visit that the core is told, but who asks and where. @param museum the museum's name in the record */
export function toVisit(visit: KioskVisit, museum: string): Omit<InputOf<typeof visitors.signIn>, 'requestId' | 'stationId' | 'badgeId' | 'expectedId' | 'notes'> {
  const { reason, isMilitary, recruitmentStep, host, event, rank, firstName, lastName, plate, unit, company } = visit
  const isContract = reason === 'contract'
  return {
    visitType: reason === 'recruitment' ? 'recruitment' : isContract ? 'contractor' : isMilitary === true ? 'military' : 'guest',
    firstName: properName(firstName),
    lastName: properName(lastName),
    rank: isMilitary === true ? rank.trim() : null,
    organization: isContract ? company.trim() : isMilitary === true ? unit.trim() : null,
    purpose: reason === 'recruitment' ? 'information' : reason === 'meeting' ? 'appointment' : 'other',
    details: detailsOf(visit, museum),
    recruitmentStep: reason === 'recruitment' ? recruitmentStep : null,
    hostMemberId: reason === 'meeting' ? (host?.id ?? null) : null,
    eventId: reason === 'event' ? (event?.id ?? null) : null,
    phone: null,
    licensePlate: plate.trim() === '' ? null : plate.trim(),
  }
}

function detailsOf({ reason, work, about, event, host, hostText }: KioskVisit, museum: string): string | null {
  switch (reason) {
    case 'contract':
      return work.trim()
    case 'event':
      return event?.name ?? about.trim()
    case 'museum':
      return museum
    case 'meeting':
      return host === null ? properName(hostText) : null
    case 'other':
      return about.trim()
    default:
      return null
  }
}
