/** A badge that is held to any reader while a muster is open accounts for its holder, in the scan's own transaction (trust.md: safety beats policy). */
import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { isAccounted, musterBadgeWarnings, type MusterBadgeWarning } from '../../../../shared/domain/muster.ts'
import type { Tx } from '../../db/database.ts'
import { attendee, badge, badgeStatus, musterEntry, musterMark, visit } from '../../db/schema/index.ts'
import { attendeeName } from '../../../../shared/domain/access-events.ts'
import type { ScanOfMuster } from '../presence/muster-roll.ts'
import { toDivision, type ScanPerson } from '../presence/outcome.ts'
import { readStoredSerial } from '../badges/stored-serial.ts'
import { readLastHolder } from '../presence/queries.ts'
import { readMemberCalled } from './called.ts'
import { insertEntries, rowOfPerson, type EntryRow } from './queries.ts'
import type { MusterPerson } from './inside.ts'

type Named = Pick<EntryRow, 'id' | 'personId' | 'rank' | 'lastName' | 'firstName' | 'displayName' | 'divisionCode' | 'divisionName'>

const personOf = (entry: Named): ScanPerson => ({ id: entry.personId ?? entry.id, rank: entry.rank, firstName: entry.firstName, lastName: entry.lastName, displayName: entry.displayName, division: toDivision(entry) })

interface Holder {
  readonly kind: MusterPerson['kind']
  readonly personId: string
}

const warningOf = (outcome: string): MusterBadgeWarning | null => musterBadgeWarnings.find((warning) => warning === outcome) ?? null

/** Whose the badge is, or was last where it is lost; undefined = nobody's. */
async function readHolder(tx: Tx, musterId: string, serial: string, scanId: string): Promise<Holder | undefined> {
  const stored = await readStoredSerial(tx, serial)
  if (stored === null) return undefined
  const [found] = await tx.select({ id: badge.id, kind: badge.kind, memberId: badge.memberId, isUsable: badgeStatus.isUsable }).from(badge).innerJoin(badgeStatus, eq(badgeStatus.code, badge.status)).where(eq(badge.serial, stored))
  if (found === undefined) return undefined
  if (found.kind === 'member') {
    const personId = found.memberId ?? (found.isUsable ? undefined : (await readLastHolder(tx, found.id))?.id)
    return personId === undefined ? undefined : { kind: 'member', personId }
  }
  if (found.kind === 'event') {
    const [bearer] = await tx.select({ id: attendee.id }).from(attendee).where(and(eq(attendee.badgeId, found.id), isNull(attendee.returnedAt))).orderBy(sql`${attendee.status} in ('pending', 'active') desc`, desc(attendee.lentAt)).limit(1)
    return bearer && { kind: 'attendee', personId: bearer.id }
  }
  const listed = tx.select({ id: musterEntry.personId }).from(musterEntry).where(and(eq(musterEntry.musterId, musterId), eq(musterEntry.kind, 'visitor')))
  const [bearer] = await tx
    .select({ id: visit.id })
    .from(visit)
    // Whoever this scan signed out has handed the pass back with it.
    .where(and(eq(visit.badgeId, found.id), eq(visit.voided, false), or(and(isNull(visit.until), isNull(visit.returnedAt)), eq(visit.endScanId, scanId), inArray(visit.id, listed))))
    .orderBy(desc(visit.lentAt))
    .limit(1)
  return bearer && { kind: 'visitor', personId: bearer.id }
}

async function readLatePerson(tx: Tx, { kind, personId }: Holder): Promise<MusterPerson | undefined> {
  const nothing = { organization: null, phone: null, hostName: null, hostPhone: null, pass: null, since: null, stationName: null, presenceRef: null, division: null }
  if (kind === 'member') return readMemberCalled(tx, personId)
  if (kind === 'attendee') {
    const [row] = await tx.select().from(attendee).where(eq(attendee.id, personId))
    return row && { ...nothing, kind, personId, rank: row.rank ?? '', lastName: row.name, firstName: '', displayName: attendeeName(row), organization: row.organization }
  }
  const [row] = await tx.select().from(visit).where(eq(visit.id, personId))
  return row && { ...nothing, kind, personId, rank: row.rank ?? '', lastName: row.lastName, firstName: row.firstName ?? '', displayName: row.displayName, organization: row.organization, phone: row.phone }
}

/** @returns whom the badge accounts for; undefined = nobody */
export async function markScanned(tx: Tx, musterId: string, scan: ScanOfMuster): Promise<ScanPerson | undefined> {
  const holder = await readHolder(tx, musterId, scan.serial, scan.scanId)
  if (holder === undefined) return undefined
  const [entry] = await tx.select().from(musterEntry).where(and(eq(musterEntry.musterId, musterId), eq(musterEntry.kind, holder.kind), eq(musterEntry.personId, holder.personId)))
  const listed = entry ?? (scan.direction === 'in' || scan.isPoint ? await addLate(tx, musterId, holder) : undefined)
  if (listed === undefined) return undefined
  const person = personOf(listed)

  const [last] = await tx.select({ state: musterMark.state, way: musterMark.way }).from(musterMark).where(eq(musterMark.entryId, listed.id)).orderBy(desc(musterMark.seq)).limit(1)
  const badgeWarning = warningOf(scan.outcome)
  // The same badge once more says nothing new.
  if (scan.direction === null && badgeWarning === null && last?.way === 'scan' && isAccounted(last.state)) return person
  const mark = {
    musterId,
    entryId: listed.id,
    // Whoever needs help needs it until somebody says otherwise; whoever is on duty stays so.
    state: last !== undefined && isAccounted(last.state) ? last.state : ('safe' as const),
    way: scan.direction === 'out' ? ('left' as const) : ('scan' as const),
    at: scan.at,
    actorName: scan.actorName,
    stationId: scan.stationId,
    stationName: scan.stationName,
    note: null,
    badgeWarning,
    direction: scan.direction,
    scanId: scan.scanId,
  }
  await tx.insert(musterMark).values(mark).onConflictDoNothing({ target: musterMark.scanId })
  return person
}

async function addLate(tx: Tx, musterId: string, holder: Holder): Promise<Named | undefined> {
  const person = await readLatePerson(tx, holder)
  if (person === undefined) return undefined
  const row = rowOfPerson(musterId, 'late', person)
  await insertEntries(tx, [row])
  return row
}
