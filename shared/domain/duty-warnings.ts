/** What speaks against a duty as planned (domain.md 4.13 ▶). A planner is warned and decides; nothing here refuses. Pure. */

export const warningKinds = ['not_qualified', 'not_active', 'contract_over', 'two_duties', 'double_seat', 'base_not_rostered'] as const
export type WarningKind = (typeof warningKinds)[number]

/** One planned duty of one person. */
export interface PlannedDuty {
  /** Of the assignment, the night's change or the event's staffing. */
  readonly id: string
  readonly memberId: string
  /** A role's code, or `event`. */
  readonly role: string
  /** How a person knows it: the role's code or the event's title. */
  readonly what: string
  /** Operational dates on which it is stood. */
  readonly dates: readonly string[]
  /** Code of the qualification that its seat asks for; null = anybody. */
  readonly needs: string | null
  /** It is (part of) the Duty Watch: the watch of an event and that of the week are one. */
  readonly isWatch: boolean
}

export interface PersonFacts {
  /** Code of the status; anything but `active` is worth a word. */
  readonly status: string
  readonly contractEnd: string | null
  /** Codes of qualifications that are not revoked, with the operational date from which each holds no longer; null = for good. */
  readonly qualifications: ReadonlyMap<string, string | null>
}

export interface DutyWarning {
  readonly kind: WarningKind
  /** Of the duty it speaks of. */
  readonly dutyId: string
  readonly memberId: string
  /** Operational dates that it is about; none = the whole duty. */
  readonly dates: string[]
  /** The qualification, the status, the date, the other duty or the person that is meant. */
  readonly what: string | null
}

/** Every warning of these duties, in their order. A person without facts is warned of nothing that needs them. */
export function warningsOf(duties: readonly PlannedDuty[], factsOf: (memberId: string) => PersonFacts | undefined): DutyWarning[] {
  const ofMember = Map.groupBy(duties, ({ memberId }) => memberId)
  return duties.flatMap((duty) => [...personal(duty, factsOf(duty.memberId)), ...clashes(duty, ofMember.get(duty.memberId) ?? [])])
}

function personal(duty: PlannedDuty, facts: PersonFacts | undefined): DutyWarning[] {
  if (facts === undefined) return []
  const { id: dutyId, memberId, dates, needs } = duty
  const last = dates.at(-1)
  const warn = (kind: WarningKind, what: string | null): DutyWarning => ({ kind, dutyId, memberId, dates: [], what })
  const warnings: DutyWarning[] = []
  if (needs !== null && !holdsUntil(facts.qualifications, needs, last)) warnings.push(warn('not_qualified', needs))
  if (facts.status !== 'active') warnings.push(warn('not_active', facts.status))
  if (facts.contractEnd !== null && last !== undefined && facts.contractEnd < last) warnings.push(warn('contract_over', facts.contractEnd))
  return warnings
}

interface Changed {
  readonly id: string
  readonly nightDate: string
  readonly positionId: string
  readonly base: { readonly id: string; readonly displayName: string } | null
}

/** Changes of a night for somebody who is not on the roster at that seat (any more): a swap or a release came after them. */
export const orphanWarnings = (rostered: readonly { readonly positionId: string | null; readonly member: { readonly id: string } }[], changes: readonly Changed[]): DutyWarning[] =>
  changes.flatMap(({ id, nightDate, positionId, base }): DutyWarning[] =>
    base === null || rostered.some((entry) => entry.positionId === positionId && entry.member.id === base.id) ? [] : [{ kind: 'base_not_rostered', dutyId: id, memberId: base.id, dates: [nightDate], what: base.displayName }],
  )

/** Held through the last day of the duty. */
function holdsUntil(qualifications: PersonFacts['qualifications'], code: string, last: string | undefined): boolean {
  const ends = qualifications.get(code)
  if (ends === undefined) return false
  return ends === null || last === undefined || last < ends
}

/** Other duties of the same person on the same days. */
function clashes(duty: PlannedDuty, own: readonly PlannedDuty[]): DutyWarning[] {
  return own.flatMap((other): DutyWarning[] => {
    if (other.id === duty.id) return []
    const dates = duty.dates.filter((date) => other.dates.includes(date))
    if (dates.length === 0) return []
    const shared = { dutyId: duty.id, memberId: duty.memberId, dates }
    if (duty.role === other.role && duty.what === other.what) return [{ ...shared, kind: 'double_seat', what: other.what }]
    // Whoever stands the week's watch stands it at an event of that night too.
    if (duty.isWatch && other.isWatch) return []
    return [{ ...shared, kind: 'two_duties', what: other.what }]
  })
}
