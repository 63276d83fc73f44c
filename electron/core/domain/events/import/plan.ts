/** What an import of attendees would do, from the table and the event's list alone (domain.md 4.9 Import). Pure. */
import { windowOf } from '../../../../../shared/domain/access-events.ts'
import { maxOwnRoles, type AttendeeField, type DuplicatePolicy } from '../../../../../shared/domain/attendee-list.ts'
import { foldText } from '../../../../../shared/domain/fold-text.ts'
import { neutraliseFormula } from '../../../../../shared/domain/formula-cell.ts'
import type { AttendeeProblem } from '../../../../../shared/i18n/attendee-problems.ts'
import { readListDate, slashOrderOf, type SlashOrder } from '../../tables/reading/dates.ts'
import type { ListRecord } from '../../tables/reading/list-file.ts'
import type { AttendeeTable } from './columns.ts'

export interface KnownAttendee {
  readonly id: string
  readonly name: string
  readonly rank: string | null
  readonly organization: string
  readonly role: string
  readonly accessStart: string | null
  readonly accessEnd: string | null
}

export interface ImportState {
  readonly event: { readonly startDate: string; readonly endDate: string; readonly customRoles: readonly string[] }
  /** The unit's list, for an event without roles of its own. */
  readonly unitRoles: readonly string[]
  /** Those who take part. */
  readonly attendees: readonly KnownAttendee[]
}

export interface ImportChoices {
  readonly exclude: ReadonlySet<number>
  readonly duplicates: DuplicatePolicy
  readonly rows: ReadonlyMap<number, DuplicatePolicy>
  readonly roles: readonly { readonly text: string; readonly role: string | null }[]
}

export interface Problem {
  readonly row: number
  readonly field: AttendeeField | null
  readonly code: AttendeeProblem
  readonly value: string | null
}

type Values = Omit<KnownAttendee, 'id'>
type As = 'add' | 'update' | 'unchanged' | 'skip' | 'error' | 'excluded'
export interface PlannedPerson {
  readonly row: number
  readonly as: As
  readonly values: Values
  readonly known: KnownAttendee | null
}

export interface ImportPlan {
  readonly people: readonly PlannedPerson[]
  readonly problems: readonly Problem[]
  readonly roles: readonly { readonly text: string; readonly role: string; readonly isNew: boolean; readonly rows: number }[]
}

const longest: Record<AttendeeField, number> = { name: 200, rank: 50, organization: 200, role: 100, accessStart: 100, accessEnd: 100 }

/** Whoever is written “Émilie Bélanger” is the same as “BELANGER, Emilie”. */
export const nameKey = (name: string): string => foldText(name).split(' ').filter(Boolean).sort().join(' ')

const textOf = (cell: string | undefined): string => neutraliseFormula((cell ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim())

/** @param table its dates may be written in any of four ways; a day above 12 in one of them tells for all */
export function planImport({ columns, records }: AttendeeTable, state: ImportState, choices: ImportChoices): ImportPlan {
  const order = slashOrderOf(records.flatMap(({ cells }) => [cells.accessStart ?? '', cells.accessEnd ?? '']))
  const has = new Set(columns.map(({ field }) => field))
  const roleOf = createRoles(state, choices)
  const knownBy = new Map(state.attendees.map((attendee) => [nameKey(attendee.name), attendee]))
  const seen = new Set<string>()
  const problems: Problem[] = []

  const people = records.map((record): PlannedPerson => {
    const own: Problem[] = []
    const note = (code: AttendeeProblem, field: AttendeeField | null, value: string | null = null): void => void own.push({ row: record.row, code, field, value })
    const isExcluded = choices.exclude.has(record.row)
    const values = readValues(record, order, state, (text) => roleOf.read(text, isExcluded), note)
    const key = nameKey(values.name)
    const known = knownBy.get(key) ?? null
    const policy = choices.rows.get(record.row) ?? choices.duplicates
    if (!isExcluded && key !== '' && seen.has(key) && policy !== 'add') note('name_twice', 'name', values.name)
    if (!isExcluded) seen.add(key)
    problems.push(...own)
    return { row: record.row, values, known, as: isExcluded ? 'excluded' : own.length > 0 ? 'error' : asOf(values, known, policy, has) }
  })
  return { people, problems, roles: roleOf.all() }
}

function asOf(values: Values, known: KnownAttendee | null, policy: DuplicatePolicy, has: ReadonlySet<AttendeeField | null>): As {
  if (known === null || policy === 'add') return 'add'
  if (policy === 'skip') return 'skip'
  return changedFields(values, known, has).length > 0 ? 'update' : 'unchanged'
}

/** Fields of the file that say something else than the list; a blank cell keeps what is there. */
export const changedFields = (values: Values, known: KnownAttendee, has: ReadonlySet<AttendeeField | null>): Exclude<AttendeeField, 'name'>[] =>
  (['rank', 'organization', 'role', 'accessStart', 'accessEnd'] as const).filter((field) => has.has(field) && values[field] !== null && values[field] !== '' && values[field] !== known[field])

type Note = (code: AttendeeProblem, field: AttendeeField | null, value?: string | null) => void

function readValues({ cells, tooWide }: ListRecord<AttendeeField>, order: SlashOrder, { event }: ImportState, role: (text: string) => string | undefined, note: Note): Values {
  if (tooWide) note('row_too_wide', null)
  const text = (field: AttendeeField): string => {
    const value = textOf(cells[field])
    if (value.length > longest[field]) note('cell_too_long', field, value.slice(0, 60))
    if (value.includes('\uFFFD')) note('character_lost', field, value.slice(0, 60))
    return value
  }
  const needed = (field: AttendeeField): string => {
    const value = text(field)
    if (value === '') note('cell_missing', field)
    return value
  }
  const date = (field: 'accessStart' | 'accessEnd'): string | null => {
    const value = text(field)
    if (value === '') return null
    const read = readListDate(value, order)
    if (read === undefined) note('date_form', field, value)
    return read?.date ?? null
  }
  const said = needed('role')
  const meant = said === '' ? '' : role(said)
  if (meant === undefined) note('roles_too_many', 'role', said)
  const values = { name: needed('name'), rank: text('rank') || null, organization: needed('organization'), role: meant ?? said, accessStart: date('accessStart'), accessEnd: date('accessEnd') }
  const { from, to } = windowOf(values, event)
  if (from > to) note('window_reversed', 'accessEnd', `${from} – ${to}`)
  return values
}

/** Roles are known without regard to case and accents; others become the event's own, as the first row writes them. */
function createRoles({ event, unitRoles }: ImportState, { roles: chosen }: ImportChoices) {
  const existing = event.customRoles.length > 0 ? event.customRoles : unitRoles
  const known = new Map(existing.map((role) => [foldText(role), role]))
  const meant = new Map(chosen.flatMap(({ text, role }) => (role === null ? [] : [[foldText(text), role] as const])))
  const added = new Map<string, string>()
  const read = new Map<string, { text: string; role: string; isNew: boolean; rows: number }>()
  return {
    /** @returns undefined where the event would have too many. A row that is left out adds none. */
    read(text: string, isExcluded: boolean): string | undefined {
      const key = foldText(text)
      const role = known.get(foldText(meant.get(key) ?? '')) ?? known.get(key) ?? added.get(key)
      if (role === undefined && !isExcluded) {
        if (existing.length + added.size >= maxOwnRoles) return undefined
        added.set(key, text)
      }
      const found = role ?? text
      if (!isExcluded) {
        const before = read.get(key)
        read.set(key, { text: before?.text ?? text, role: found, isNew: added.has(key), rows: (before?.rows ?? 0) + 1 })
      }
      return found
    },
    all: () => [...read.values()],
  }
}
