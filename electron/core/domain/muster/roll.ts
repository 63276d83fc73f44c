/** From rows to the list as it is called (screens.md P0-7): what became of each by the last word about them. Pure but for the reading. */
import type * as v from 'valibot'
import type { MusterEntry, MusterSummary } from '../../../../shared/contract/muster.ts'
import { isAccounted } from '../../../../shared/domain/muster.ts'
import type { Tx } from '../../db/database.ts'
import { inOrder, rollKeys, type Listed } from './order.ts'
import { countsOf, readChanges, readEntries, readMarks, type Change, type Counts, type EntryRow, type MarkRow, type MusterRow } from './queries.ts'

export type Entry = v.InferOutput<typeof MusterEntry>
export type Summary = v.InferOutput<typeof MusterSummary>

/** In the order in which names are called: the missing first, and those who are due only last. */
const place = (entry: Entry): readonly string[] => [entry.list === 'due' ? '2' : isAccounted(entry.state) ? '1' : '0', ...rollKeys(entry)]

function toEntry(row: EntryRow, marks: readonly MarkRow[], change: Change | undefined): Entry {
  const last = marks.at(-1)
  const { divisionCode, divisionName, hostName, hostPhone, since } = row
  return {
    id: row.id,
    list: row.list,
    kind: row.kind,
    personId: row.personId,
    rank: row.rank,
    lastName: row.lastName,
    firstName: row.firstName,
    displayName: row.displayName,
    division: divisionCode === null ? null : { code: divisionCode, name: divisionName ?? divisionCode },
    organization: row.organization,
    phone: row.phone,
    host: hostName === null ? null : { displayName: hostName, phone: hostPhone },
    pass: row.pass,
    since: since?.toISOString() ?? null,
    stationName: row.stationName,
    due: row.due,
    state: last?.state ?? 'missing',
    marked: last === undefined || !isAccounted(last.state) ? null : { at: last.at.toISOString(), by: last.actorName, way: last.way, stationName: last.stationName },
    // A note stands until another takes its place; an empty one takes it away.
    note: marks.findLast(({ note }) => note !== null)?.note || null,
    change: change === undefined ? null : { direction: change.direction, at: change.at.toISOString(), stationName: change.stationName },
    badgeWarning: last?.badgeWarning ?? null,
  }
}

export interface Roll {
  readonly entries: Entry[]
  readonly marks: MarkRow[]
  readonly counts: Counts
}

export async function readRoll(tx: Tx, musterId: string): Promise<Roll> {
  const rows = await readEntries(tx, musterId)
  const marks = await readMarks(tx, musterId)
  const changes = await readChanges(tx, musterId)
  const of = Map.groupBy(marks, ({ entryId }) => entryId)
  const entries = inOrder(rows.map((row) => toEntry(row, of.get(row.id) ?? [], changes.get(row.id))), place)
  return { entries, marks, counts: countsOf(entries.flatMap(({ list, state }) => (list === 'due' ? [] : [state]))) }
}

export const toSummary = ({ id, kind, startedAt, startedBy, endedAt, endedBy, reason, remarks }: Omit<MusterRow, 'report'>, { total, accounted, missing, needsAssistance }: Counts): Summary => ({ id, kind, startedAt: startedAt.toISOString(), startedBy, endedAt: endedAt?.toISOString() ?? null, endedBy, total, accounted, missing, needsAssistance, reason, remarks })

/** As the sheets and files list them. */
export const toListed = ({ division, host, since, ...entry }: Entry): Listed => ({ ...entry, division, hostName: host?.displayName ?? null, hostPhone: host?.phone ?? null, since: since === null ? null : new Date(since) })
