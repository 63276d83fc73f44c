/** What an import would do, worked out from the file and the roll alone (domain.md 4.7). Pure. */
import { createHash } from 'node:crypto'
import { foldText } from '../../../../shared/domain/fold-text.ts'
import { rollFields, type RollField } from '../../../../shared/i18n/roll-problems.ts'
import { slashOrderOf } from './roll-dates.ts'
import { canonicalServiceNumber, cleanCell, readRow, type Notice, type Problem, type RollValues, type RowLists } from './roll-row.ts'
import type { RollTable } from './roll-table.ts'
import { standardDivisions } from './standard-divisions.ts'

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
}

export interface Change {
  readonly field: RollField
  readonly from: string | null
  readonly to: string
}
export interface PlannedAdd {
  readonly row: number
  readonly values: RollValues
}
export interface PlannedUpdate {
  readonly row: number
  readonly member: RollMember
  readonly changes: readonly Change[]
}
export interface RollPlan {
  /** Rows that count: those with anything in them that were not left out. */
  readonly rows: number
  readonly add: readonly PlannedAdd[]
  readonly update: readonly PlannedUpdate[]
  readonly unchanged: number
  /** Active members of the nominal roll whose service number stands nowhere in the file. */
  readonly review: readonly RollMember[]
  readonly problems: readonly Problem[]
  readonly notices: readonly Notice[]
  readonly newDivisions: readonly { readonly code: string; readonly name: string; readonly members: number }[]
  /** Rows that were left out. */
  readonly excluded: readonly number[]
}

/** @param exclude row numbers to leave out, as if they did not stand in the file; their members are still not missing from it. */
export function planRoll(table: RollTable, state: RollState, exclude: ReadonlySet<number> = new Set()): RollPlan {
  const records = table.records.filter(({ row }) => !exclude.has(row))
  const lists = rowLists(table, state)
  const byNumber = new Map(state.members.map((member) => [canonicalServiceNumber(member.values.serviceNumber ?? ''), member]))
  const add: PlannedAdd[] = []
  const update: PlannedUpdate[] = []
  const problems: Problem[] = []
  const notices: Notice[] = table.columns.flatMap(({ header, doubled }) => (doubled ? [{ row: 1, field: null, code: 'column_ignored' as const, value: header }] : []))
  const seen = new Set<string>()
  let unchanged = 0

  for (const record of records) {
    const { row, values, ...found } = readRow(record, lists)
    const own = [...found.problems]
    const number = values.serviceNumber ?? ''
    const member = byNumber.get(number)
    if (number !== '' && seen.has(number)) own.push({ row, field: 'serviceNumber', code: 'service_number_twice', value: number })
    if (member?.source === 'civilian_manual') own.push({ row, field: 'serviceNumber', code: 'service_number_civilian', value: number })
    seen.add(number)
    notices.push(...found.notices)
    if (own.length > 0) {
      problems.push(...own)
      continue
    }
    if (member === undefined) {
      add.push({ row, values })
      continue
    }
    if (member.status !== 'active' && member.status !== 'deployed') notices.push({ row, field: null, code: 'status_kept', value: member.status })
    const changes = changesOf(values, member)
    if (changes.length > 0) update.push({ row, member, changes })
    else unchanged += 1
  }

  const inFile = new Set(table.records.map(({ cells }) => canonicalServiceNumber(cleanCell(cells.serviceNumber ?? '', 'serviceNumber'))))
  const review = state.members.filter(({ source, status, values }) => source === 'nominal_roll' && status === 'active' && !inFile.has(canonicalServiceNumber(values.serviceNumber ?? '')))
  const divisionsUsed = [...add.map(({ values }) => values.division), ...update.map(({ changes }) => changes.find(({ field }) => field === 'division')?.to)]
  return {
    rows: records.length,
    add,
    update,
    unchanged,
    review,
    problems,
    notices,
    newDivisions: newDivisions(divisionsUsed, state),
    excluded: table.records.flatMap(({ row }) => (exclude.has(row) ? [row] : [])),
  }
}

const changesOf = (values: RollValues, member: RollMember): Change[] =>
  rollFields.flatMap((field) => {
    const to = values[field]
    const from = member.values[field]
    return to === undefined || to === from || field === 'serviceNumber' ? [] : [{ field, from, to }]
  })

function newDivisions(used: readonly (string | undefined)[], state: RollState): RollPlan['newDivisions'] {
  const known = new Set(state.divisions.map(({ code }) => code))
  const counts = new Map<string, number>()
  for (const code of used) if (code !== undefined && !known.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, members]) => ({ code, name: standardDivisions.get(code) ?? code, members })).sort((a, b) => (a.code < b.code ? -1 : 1))
}

const divisionForm = /^[\p{L}\p{N}][\p{L}\p{N} .&'’/_-]{0,19}$/u
const rankKey = (code: string): string => code.replace(/\s+/g, '').toUpperCase()

function rowLists(table: RollTable, state: RollState): RowLists {
  const ranks = new Map(state.ranks.filter(({ branch }) => branch !== 'system').map((rank) => [rankKey(rank.code), rank]))
  const codes = new Set(state.divisions.map(({ code }) => code))
  const divisions = new Map<string, string>()
  // Later entries win: a code before a name, the roll's own before the usual ones.
  for (const [code, name] of standardDivisions) divisions.set(foldText(name), code).set(foldText(code), code)
  for (const { code, name } of state.divisions) divisions.set(foldText(name), code)
  for (const { code } of state.divisions) divisions.set(foldText(code), code)
  const dates = table.records.flatMap(({ cells }) => [cells.contractStart ?? '', cells.contractEnd ?? '']).map((text) => text.trim())
  return {
    rank(code) {
      const rank = ranks.get(rankKey(code))
      if (rank === undefined || rank.isActive) return rank && { code: rank.code, retired: false }
      const successor = ranks.get(rankKey(rank.replacedBy ?? ''))
      return successor?.isActive === true ? { code: successor.code, retired: true } : undefined
    },
    division(text) {
      const code = text.toUpperCase()
      if (codes.has(code)) return code
      return divisions.get(foldText(text)) ?? (divisionForm.test(code) ? code : undefined)
    },
    slashOrder: slashOrderOf(dates),
  }
}

/**
 * Binds an execute to these bytes and to the roll as it is: members, ranks and divisions. Who is inside is not part of it,
 * or nobody could import while people come and go; deactivating someone inside is refused on its own.
 */
export function rollHash(bytes: Uint8Array, { members, ranks, divisions }: RollState): string {
  const byKey = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1)
  const state = [
    members.map(({ id, source, status, values }) => [id, source, status, ...rollFields.map((field) => values[field])]).sort(byKey),
    ranks.map(({ code, isActive, replacedBy }) => [code, isActive, replacedBy]).sort(byKey),
    divisions.map(({ code, name }) => [code, name]).sort(byKey),
  ]
  return createHash('sha256').update(bytes).update(JSON.stringify(state)).digest('hex')
}
