/** Who stands a night's Duty Watch (domain.md 4.13): the published roster, then what differs that night, then live duty. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { schedule } from '../../../../shared/contract/schedule.ts'
import { mondayOf } from '../../../../shared/domain/operational-week.ts'
import { dutyWatchRole, missingSeats, nightTeam, type Standing } from '../../../../shared/domain/duty-roster.ts'
import type { Tx } from '../../db/database.ts'
import { dutyPosition, liveDuty, member, memberPresence } from '../../db/schema/index.ts'
import { readAssignments, readOverrides, readRoles, readSchedules, type Seat } from './queries.ts'
import { readWatchNights, type UnitRules, type WatchNight } from './watch-nights.ts'

interface Person {
  readonly id: string
  readonly displayName: string
}

export interface OnWatch extends Omit<Standing<Person>, 'source'> {
  /** `live` = there now without being planned (4.14). */
  readonly source: Standing['source'] | 'live'
}

export interface NightWatch {
  readonly date: string
  /** Undefined = no watch stands that night. */
  readonly night: WatchNight | undefined
  readonly status: 'none' | 'draft' | 'published'
  readonly seats: Seat[]
  /** In the order of the seats. */
  readonly team: OnWatch[]
}

const readLive = (tx: Tx) =>
  tx
    .select({ id: liveDuty.id, positionId: liveDuty.positionId, member: { id: member.id, displayName: member.displayName } })
    .from(liveDuty)
    .innerJoin(dutyPosition, eq(dutyPosition.id, liveDuty.positionId))
    .innerJoin(member, eq(member.id, liveDuty.memberId))
    .where(and(eq(dutyPosition.roleCode, dutyWatchRole), isNull(liveDuty.endedAt)))
    .orderBy(asc(liveDuty.startedAt), asc(liveDuty.id))

/** The team of an operational date. A draft has no effect (▶); live duty counts on any night. */
export async function readNightWatch(tx: Tx, date: string, rules: UnitRules): Promise<NightWatch> {
  const weekStart = mondayOf(date)
  const [night] = await readWatchNights(tx, date, date, rules)
  const seats = (await readRoles(tx)).find(({ code }) => code === dutyWatchRole)?.positions ?? []
  const roster = (await readSchedules(tx, weekStart, weekStart)).find(({ roleCode }) => roleCode === dutyWatchRole)
  const ofRoster = <T extends { readonly scheduleId: string }>(rows: readonly T[]): T[] => rows.filter(({ scheduleId }) => scheduleId === roster?.id)
  const planned: OnWatch[] = roster?.status === 'published' && night !== undefined ? nightTeam<Person>(ofRoster(await readAssignments(tx, weekStart, weekStart)), ofRoster(await readOverrides(tx, date, date)), date) : []
  const there = new Set(planned.map((entry) => entry.member.id))
  const live = (await readLive(tx)).filter((entry) => !there.has(entry.member.id)).map((entry): OnWatch => ({ ...entry, status: 'confirmed', source: 'live', replaces: null }))
  const place = new Map<string | null, number>(seats.map(({ id }, index) => [id, index]))
  return { date, night, status: roster?.status ?? 'none', seats, team: [...planned, ...live].toSorted((a, b) => (place.get(a.positionId) ?? seats.length) - (place.get(b.positionId) ?? seats.length)) }
}

/** The same with who of them is inside, for the screens. */
export async function readTonight(tx: Tx, date: string, rules: UnitRules): Promise<OutputOf<(typeof schedule)['tonight']>> {
  const { night, status, seats, team } = await readNightWatch(tx, date, rules)
  const ids = team.map((entry) => entry.member.id)
  const inside = ids.length === 0 ? [] : await tx.select({ memberId: memberPresence.memberId, at: memberPresence.at }).from(memberPresence).where(and(inArray(memberPresence.memberId, ids), eq(memberPresence.direction, 'in')))
  const since = new Map(inside.map(({ memberId, at }) => [memberId, at.toISOString()]))
  const seatOf = new Map(seats.map(({ id, code, name, nameFr }) => [id, { id, code, name, nameFr }]))
  return {
    date,
    isWatchNight: night !== undefined,
    start: night?.start ?? null,
    events: night?.events ?? [],
    status,
    team: team.map(({ positionId, member: person, source, replaces, status: state }) => ({ position: seatOf.get(positionId ?? '') ?? null, member: person, source, replaces, confirmed: state === 'confirmed', present: since.has(person.id), since: since.get(person.id) ?? null })),
    missing: night === undefined ? [] : missingSeats(seats, team).flatMap(({ positionId, count }) => {
      const position = seatOf.get(positionId ?? '')
      return position === undefined ? [] : [{ position, count }]
    }),
  }
}
