/** A muster as it was when it was closed: kept for ever, and all that its paper is made from (screens.md P0-7.5). */
import type { UnitTime } from '../../../../shared/domain/operational-day.ts'
import { isAccounted } from '../../../../shared/domain/muster.ts'
import type { Tx } from '../../db/database.ts'
import { readReportSettings } from '../settings/report-settings.ts'
import type { UnitProfile } from '../settings/unit-profile.ts'
import type { MusterPerson } from './inside.ts'
import { countsOf, readPoints, type Counts, type MarkRow, type MusterRow } from './queries.ts'
import { readRoll, type Entry } from './roll.ts'

export interface ReportMark {
  readonly at: string
  readonly name: string
  readonly state: MarkRow['state']
  readonly way: MarkRow['way']
  readonly by: string
  readonly stationName: string | null
  readonly note: string | null
  readonly badgeWarning: MarkRow['badgeWarning']
  readonly direction: MarkRow['direction']
}

export interface MusterReport {
  readonly unitName: string
  readonly unit: UnitTime
  readonly pageSize: 'letter' | 'a4'
  /** The moment that it is of. */
  readonly at: string
  readonly counts: Counts
  /** When nobody was missing any more; null = somebody still is. */
  readonly allSafeAt: string | null
  readonly entries: readonly Entry[]
  /** In the order in which they were made. */
  readonly marks: readonly ReportMark[]
  readonly points: readonly string[]
}

/** The instant of the last mark that left nobody missing, by replaying them in their order. */
function allSafeAt(entries: readonly Entry[], marks: readonly MarkRow[]): string | null {
  const missing = new Set(entries.filter(({ list }) => list !== 'due').map(({ id }) => id))
  let since: Date | null = null
  for (const { entryId, state, at } of marks) {
    const wasMissing = missing.size > 0
    if (isAccounted(state)) missing.delete(entryId)
    else missing.add(entryId)
    if (missing.size > 0) since = null
    else if (wasMissing) since = at
  }
  return since?.toISOString() ?? null
}

/** Of a list that the record has not got: nobody was called yet. */
export const reportOfList = (people: readonly (MusterPerson & { readonly due?: Entry['due']})[], unit: UnitProfile, pageSize: MusterReport['pageSize'], at: Date): MusterReport => {
  const entries = people.map((person): Entry => ({ id: person.personId, list: person.due == null ? 'inside' : 'due', kind: person.kind, personId: person.personId, rank: person.rank, lastName: person.lastName, firstName: person.firstName, displayName: person.displayName, division: person.division, organization: person.organization, phone: person.phone, host: person.hostName === null ? null : { displayName: person.hostName, phone: person.hostPhone }, pass: person.pass, since: person.since?.toISOString() ?? null, stationName: person.stationName, due: person.due ?? null, state: 'missing', marked: null, note: null, change: null, badgeWarning: null }))
  return { unitName: unit.name, unit: { zone: unit.zone, rollover: unit.rollover }, pageSize, at: at.toISOString(), counts: countsOf(entries.filter(({ list }) => list !== 'due').map(({ state }) => state)), allSafeAt: null, entries, marks: [], points: [] }
}

export async function readReport(tx: Tx, { id }: Pick<MusterRow, 'id'>, unit: UnitProfile, at: Date): Promise<MusterReport> {
  const { entries, marks, counts } = await readRoll(tx, id)
  const { settings } = await readReportSettings(tx)
  const nameOf = new Map(entries.map((entry) => [entry.id, entry.displayName]))
  return {
    unitName: unit.name,
    unit: { zone: unit.zone, rollover: unit.rollover },
    pageSize: settings.formatting.pageSize,
    at: at.toISOString(),
    counts,
    allSafeAt: allSafeAt(entries, marks),
    entries,
    marks: marks.map(({ at: when, entryId, state, way, actorName, stationName, note, badgeWarning, direction }) => ({ at: when.toISOString(), name: nameOf.get(entryId) ?? '', state, way, by: actorName, stationName, note, badgeWarning, direction })),
    points: await readPoints(tx, id),
  }
}
