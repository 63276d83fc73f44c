/** Who stands which duty, from what a roster says and what differs on one night (domain.md 4.13). Pure; the core and the windows reckon alike. */

export const ddsRole = 'DDS'
export const dutyWatchRole = 'DUTY_WATCH'

export const assignmentStates = ['assigned', 'confirmed', 'released'] as const
export type AssignmentState = (typeof assignmentStates)[number]
export const overrideKinds = ['replace', 'add', 'remove'] as const
export type OverrideKind = (typeof overrideKinds)[number]

export interface RosterSeat {
  readonly id: string
  readonly maxSlots: number
  readonly isRequired: boolean
}

interface Person {
  readonly id: string
}

export interface Rostered<P extends Person = Person> {
  readonly id: string
  /** Null = the one duty of a single role. */
  readonly positionId: string | null
  readonly member: P
  readonly status: AssignmentState
}

export interface NightChange<P extends Person = Person> {
  readonly id: string
  readonly nightDate: string
  readonly positionId: string
  readonly kind: OverrideKind
  readonly member: P | null
  readonly base: P | null
}

export interface Standing<P extends Person = Person> {
  readonly positionId: string | null
  readonly member: P
  readonly source: 'schedule' | 'override'
  /** The assignment or the override it comes from. */
  readonly id: string
  readonly status: AssignmentState
  /** Whom they stand in for that night. */
  readonly replaces: P | null
}

const stands = ({ status }: { readonly status: AssignmentState }): boolean => status !== 'released'

/**
 * The team of one night: those of the week who are not released, then what differs that night. A replacement whom nobody
 * is left to make room for still stands: somebody has promised to come.
 */
export function nightTeam<P extends Person>(rostered: readonly Rostered<P>[], changes: readonly NightChange<P>[], night: string): Standing<P>[] {
  const ofNight = changes.filter(({ nightDate }) => nightDate === night)
  const gone = new Set(ofNight.flatMap(({ base, positionId }) => (base === null ? [] : [`${positionId} ${base.id}`])))
  const staying = rostered.filter((entry) => stands(entry) && !gone.has(`${entry.positionId} ${entry.member.id}`)).map(({ id, positionId, member, status }): Standing<P> => ({ id, positionId, member, status, source: 'schedule', replaces: null }))
  const coming = ofNight.flatMap(({ id, positionId, member, base }): Standing<P>[] => (member === null ? [] : [{ id, positionId, member, status: 'assigned', source: 'override', replaces: base }]))
  return [...staying, ...coming]
}

/** Required seats that nobody fills, in the order given. A single role (no seats) misses its one. */
export function missingSeats(seats: readonly RosterSeat[], standing: readonly { readonly positionId: string | null }[]): { positionId: string | null; count: number }[] {
  if (seats.length === 0) return standing.length > 0 ? [] : [{ positionId: null, count: 1 }]
  return seats.flatMap(({ id, maxSlots, isRequired }) => {
    const count = maxSlots - standing.filter(({ positionId }) => positionId === id).length
    return isRequired && count > 0 ? [{ positionId: id, count }] : []
  })
}

/** Those of a roster who are not released. */
export const rostered = <R extends { readonly status: AssignmentState }>(assignments: readonly R[]): R[] => assignments.filter(stands)

export const assignmentChanges: Readonly<Record<AssignmentState, readonly AssignmentState[]>> = {
  assigned: ['confirmed', 'released'],
  confirmed: ['assigned', 'released'],
  // Restored: somebody marked as dropping out comes after all.
  released: ['assigned'],
}
