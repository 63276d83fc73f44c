/** What an import would do, worked out from the file, the roll and what a person chose, alone (domain.md 4.7). Pure. */
import { foldText } from '../../../../shared/domain/fold-text.ts'
import { rollFields, type ColumnField, type RollField } from '../../../../shared/domain/roll.ts'
import { foldServiceNumber } from '../../../../shared/domain/service-number.ts'
import { divisionKey, rowLists, spellingsOf } from './lists.ts'
import { numberIn, readRow, type Notice, type Problem, type RollRow, type RollValues } from './row.ts'
import { standardDivisions } from './standard-divisions.ts'
import type { RollTable } from './table.ts'

export interface RollMember {
  readonly id: string
  readonly source: 'nominal_roll' | 'civilian_manual'
  readonly status: string
  readonly displayName: string
  readonly values: Readonly<Record<RollField, string | null>>
}
export interface RollState {
  readonly members: readonly RollMember[]
  readonly ranks: readonly { readonly id: string; readonly code: string; readonly branch: string; readonly isActive: boolean; readonly replacedBy: string | null }[]
  readonly divisions: readonly { readonly id: string; readonly code: string; readonly name: string }[]
  /** Names as the desk's lists spell them. */
  readonly messes: readonly string[]
  readonly trades: readonly string[]
}

/** What stands in DEPT, and the division that is meant by it; a code of null = none, and rows with it are wrong. */
export interface DivisionChoice {
  readonly text: string
  readonly code: string | null
  /** Of a new division; null = the usual name. */
  readonly name: string | null
}
export interface PlanChoices {
  /** Rows to leave out, as if they did not stand in the file; their members are still not missing from it. */
  readonly exclude: ReadonlySet<number>
  /** Columns whose blank cells empty what the member has. */
  readonly clears: ReadonlySet<ColumnField>
  readonly divisions: readonly DivisionChoice[]
}
export const noChoices: PlanChoices = { exclude: new Set(), clears: new Set(), divisions: [] }

export interface Change {
  readonly field: RollField
  readonly from: string | null
  readonly to: string | null
}
interface Planned {
  readonly row: number
  /** Left out: shown, and not done. */
  readonly excluded: boolean
}
export interface PlannedAdd extends Planned {
  readonly values: RollValues
}
export interface PlannedUpdate extends Planned {
  readonly member: RollMember
  readonly changes: readonly Change[]
}
export interface PlannedDivision {
  /** As the file writes it first. */
  readonly text: string
  /** Null = it can be none. */
  readonly code: string | null
  readonly name: string
  readonly isNew: boolean
  readonly rows: number
}
export interface RollPlan {
  /** Rows that count: those with anything in them that were not left out. */
  readonly rows: number
  readonly add: readonly PlannedAdd[]
  readonly update: readonly PlannedUpdate[]
  readonly unchanged: number
  /** Active members of the nominal roll whose service number stands nowhere in the file, by name. */
  readonly review: readonly RollMember[]
  readonly problems: readonly (Problem & { readonly excluded: boolean })[]
  readonly notices: readonly Notice[]
  /** Every text of DEPT in a row that counts. */
  readonly divisions: readonly PlannedDivision[]
  readonly newDivisions: readonly { readonly code: string; readonly name: string; readonly members: number }[]
  /** Names that the lists do not have yet. */
  readonly newMesses: readonly string[]
  readonly newTrades: readonly string[]
  /** Rows that were left out. */
  readonly excluded: readonly number[]
}

export function planRoll(table: RollTable, state: RollState, choices: PlanChoices = noChoices): RollPlan {
  const { exclude, clears } = choices
  const lists = rowLists(table, state, choices.divisions)
  const spell = { mess: spellingsOf(state.messes), moc: spellingsOf(state.trades) }
  const byNumber = new Map(state.members.map((member) => [foldServiceNumber(member.values.serviceNumber ?? ''), member]))
  const add: PlannedAdd[] = []
  const update: PlannedUpdate[] = []
  const problems: (Problem & { excluded: boolean })[] = []
  const notices: Notice[] = table.columns.flatMap(({ header, doubled }) => (doubled ? [{ row: 1, field: null, code: 'column_ignored' as const, value: header }] : []))
  const counted: RollRow[] = []
  const seen = new Set<string>()
  let unchanged = 0

  for (const record of table.records) {
    const found = readRow(record, lists, clears)
    const { row, values } = found
    const excluded = exclude.has(row)
    const number = values.serviceNumber ?? ''
    const member = byNumber.get(number)
    const changes = member === undefined ? [] : changesOf(respelt(values, excluded ? undefined : spell), member)
    const own = [...found.problems, ...contextProblems(found, member, number !== '' && seen.has(number))]
    if (!excluded) {
      seen.add(number)
      counted.push(found)
      notices.push(...found.notices)
      if (own.length === 0 && member !== undefined && member.status !== 'active' && member.status !== 'deployed') notices.push({ row, field: null, code: 'status_kept', value: member.status })
    }
    if (own.length > 0) problems.push(...own.map((problem) => ({ ...problem, excluded })))
    else if (member === undefined) add.push({ row, excluded, values: respelt(values, excluded ? undefined : spell) })
    else if (changes.length > 0) update.push({ row, excluded, member, changes })
    else if (!excluded) unchanged += 1
  }

  const inFile = new Set(table.records.map(numberIn))
  const written = [...add.filter(isIncluded).map(({ values }) => values), ...update.filter(isIncluded).map(({ changes }): RollValues => Object.fromEntries(changes.map(({ field, to }) => [field, to])))]
  const divisions = plannedDivisions(counted, state, choices.divisions)
  return {
    rows: counted.length,
    add,
    update,
    unchanged,
    review: state.members.filter(({ source, status, values }) => source === 'nominal_roll' && status === 'active' && !inFile.has(foldServiceNumber(values.serviceNumber ?? ''))).sort(byName),
    problems,
    notices,
    divisions,
    newDivisions: newDivisions(written, divisions),
    newMesses: unlisted(written, 'mess', state.messes),
    newTrades: unlisted(written, 'moc', state.trades),
    excluded: table.records.flatMap(({ row }) => (exclude.has(row) ? [row] : [])),
  }
}

export const isIncluded = ({ excluded }: { readonly excluded: boolean }): boolean => !excluded

const nameKey = ({ values, id }: RollMember): string => `${foldText(`${values.lastName ?? ''} ${values.firstName ?? ''}`)} ${id}`
const byName = (a: RollMember, b: RollMember): number => (nameKey(a) < nameKey(b) ? -1 : 1)

/** What is wrong with a row only because of the rest of the file, or of the roll. */
function contextProblems({ row, values, problems }: RollRow, member: RollMember | undefined, isSecond: boolean): Problem[] {
  const number = values.serviceNumber ?? ''
  const { contractStart: start = member?.values.contractStart ?? null, contractEnd: end = member?.values.contractEnd ?? null } = values
  const datesRead = !problems.some(({ field }) => field === 'contractStart' || field === 'contractEnd')
  return [
    ...(isSecond ? [{ row, field: 'serviceNumber' as const, code: 'service_number_twice' as const, value: number }] : []),
    ...(member?.source === 'civilian_manual' ? [{ row, field: 'serviceNumber' as const, code: 'service_number_civilian' as const, value: number }] : []),
    ...(datesRead && (values.contractStart !== undefined || values.contractEnd !== undefined) && start !== null && end !== null && end < start ? [{ row, field: 'contractEnd' as const, code: 'dates_reversed' as const, value: end }] : []),
  ]
}

function respelt(values: RollValues, spell: Record<'mess' | 'moc', (name: string) => string> | undefined): RollValues {
  if (spell === undefined) return values
  const { mess, moc } = values
  return { ...values, ...(mess != null && { mess: spell.mess(mess) }), ...(moc != null && { moc: spell.moc(moc) }) }
}

const changesOf = (values: RollValues, member: RollMember): Change[] =>
  rollFields.flatMap((field) => {
    const to = values[field]
    const from = member.values[field]
    return to === undefined || to === from || field === 'serviceNumber' ? [] : [{ field, from, to }]
  })

function plannedDivisions(rows: readonly RollRow[], state: RollState, choices: readonly DivisionChoice[]): PlannedDivision[] {
  const names = new Map(state.divisions.map(({ code, name }) => [code, name]))
  const chosen = new Map(choices.map((choice) => [divisionKey(choice.text), choice]))
  const groups = Map.groupBy(rows.filter(({ divisionText }) => divisionText !== ''), ({ divisionText }) => divisionKey(divisionText))
  return [...groups].map(([key, [first, ...others]]) => {
    const code = first?.values.division ?? null
    const isCode = first !== undefined && !first.problems.some(({ field }) => field === 'division') ? code : null
    return {
      text: first?.divisionText ?? key,
      code: isCode,
      name: isCode === null ? '' : (names.get(isCode) ?? chosen.get(key)?.name ?? standardDivisions.get(isCode) ?? isCode),
      isNew: isCode !== null && !names.has(isCode),
      rows: others.length + 1,
    }
  })
}

function newDivisions(written: readonly RollValues[], divisions: readonly PlannedDivision[]): RollPlan['newDivisions'] {
  const fresh = new Map(divisions.toReversed().flatMap(({ code, name, isNew }) => (isNew && code !== null ? [[code, name] as const] : [])))
  return [...fresh]
    .map(([code, name]) => ({ code, name, members: written.filter(({ division }) => division === code).length }))
    .filter(({ members }) => members > 0)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

function unlisted(written: readonly RollValues[], field: 'mess' | 'moc', listed: readonly string[]): string[] {
  const known = new Set(listed.map((name) => name.toLowerCase()))
  return [...new Set(written.flatMap((values) => values[field] ?? []))].filter((name) => !known.has(name.toLowerCase()))
}
