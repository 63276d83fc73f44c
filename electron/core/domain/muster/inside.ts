/** Who is inside, with what the one who calls the roll needs of each (screens.md P0-7). In the act of its caller. */
import { inArray, sql } from 'drizzle-orm'
import { member } from '../../db/schema/index.ts'
import type { Tx } from '../../db/database.ts'
import { readAttendeesInside } from '../events/presence.ts'
import { toDivision } from '../presence/outcome.ts'
import { readInside } from '../presence/queries.ts'
import { toPersonInside } from '../visitors/presence.ts'
import { readVisitsInside } from '../visitors/queries.ts'

export interface MusterPerson {
  readonly kind: 'member' | 'visitor' | 'attendee'
  /** Of the member, the visit or the attendee. */
  readonly personId: string
  readonly rank: string
  readonly lastName: string
  readonly firstName: string
  readonly displayName: string
  readonly division: { readonly code: string; readonly name: string } | null
  readonly organization: string | null
  readonly phone: string | null
  readonly hostName: string | null
  readonly hostPhone: string | null
  readonly pass: string | null
  readonly since: Date | null
  readonly stationName: string | null
  /** What they came in by: another one later is a change, whatever the clock says. */
  readonly presenceRef: string | null
}

/** One moment’s list. */
export interface InsideList {
  readonly at: Date
  readonly people: readonly MusterPerson[]
}

const notAGuest = { organization: null, hostName: null, hostPhone: null, pass: null }

/** How to reach members; those without a telephone are not in it. */
export async function readPhones(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: member.id, phone: sql<string | null>`coalesce(${member.mobilePhone}, ${member.homePhone})` })
    .from(member)
    .where(inArray(member.id, [...new Set(ids)]))
  return new Map(rows.flatMap(({ id, phone }) => (phone === null || phone === '' ? [] : [[id, phone] as const])))
}

/** Members, visitors and attendees. */
export async function readMusterPeople(tx: Tx): Promise<MusterPerson[]> {
  const members = await readInside(tx)
  const visits = await readVisitsInside(tx)
  const attendees = await readAttendeesInside(tx)
  const phones = await readPhones(tx, [...members.map(({ id }) => id), ...visits.flatMap(({ visit }) => visit.hostMemberId ?? [])])
  const phoneOf = (id: string | null): string | null => (id === null ? null : (phones.get(id) ?? null))
  return [
    ...members.map((row): MusterPerson => ({ ...notAGuest, kind: 'member', personId: row.id, rank: row.rank, lastName: row.lastName, firstName: row.firstName, displayName: row.displayName, division: toDivision(row), phone: phoneOf(row.id), since: row.since, stationName: row.stationName, presenceRef: row.movementId })),
    ...visits.map((row): MusterPerson => {
      const { id, rank, lastName, firstName, displayName, guest, stationName } = toPersonInside(row)
      return { kind: 'visitor', personId: id, rank, lastName, firstName, displayName, division: null, organization: guest?.organization ?? null, phone: row.visit.phone, hostName: row.hostName, hostPhone: phoneOf(row.visit.hostMemberId), pass: guest?.pass ?? null, since: row.visit.since, stationName, presenceRef: id }
    }),
    ...attendees.map(({ id, rank, lastName, firstName, displayName, guest, since, stationName }): MusterPerson => ({ ...notAGuest, kind: 'attendee', personId: id, rank, lastName, firstName, displayName, division: null, organization: guest?.organization ?? null, phone: null, pass: guest?.pass ?? null, since: new Date(since), stationName, presenceRef: since })),
  ]
}
