/** One row of the roll, checked cell by cell (domain.md 4.7). Pure. */
import { neutraliseFormula, isFormula } from '../../../../shared/domain/formula-cell.ts'
import { caseName } from '../../../../shared/domain/names.ts'
import type { RollField, RollNotice, RollProblem } from '../../../../shared/i18n/roll-problems.ts'
import { readRollDate, type SlashOrder } from './roll-dates.ts'
import { requiredFields, type ColumnField, type RollRecord } from './roll-table.ts'

/** What a row tells; a field that is absent was blank, and blank keeps what the member has. */
export type RollValues = Partial<Record<RollField, string>>

export interface Problem {
  readonly row: number
  readonly field: RollField | null
  readonly code: RollProblem
  readonly value: string | null
}
export interface Notice {
  readonly row: number
  readonly field: RollField | null
  readonly code: RollNotice
  readonly value: string
}
export interface RollRow {
  readonly row: number
  readonly values: RollValues
  readonly problems: readonly Problem[]
  readonly notices: readonly Notice[]
}

/** What the row rules look up. */
export interface RowLists {
  /** The active rank that a code stands for, and whether it took a retired one's place. */
  rank(code: string): { readonly code: string; readonly retired: boolean } | undefined
  /** The code of the division with this code or name, or the code that a new one would get; undefined when it can be none. */
  division(text: string): string | undefined
  readonly slashOrder: SlashOrder
}

/** The longest text a column of the database's description takes, in characters (domain.md 2.1). */
const limits: Partial<Record<ColumnField, number>> = {
  employeeNumber: 20,
  lastName: 100,
  firstName: 100,
  initials: 10,
  mess: 50,
  moc: 100,
  email: 255,
  homePhone: 30,
  mobilePhone: 50,
  details: 100,
  notes: 4000,
}
const plainText = Object.keys(limits) as ColumnField[]
const phone = /^\+?[\d\s().-]+$/

/** Six to twenty letters and digits, upper case: the same number in another case is the same person. */
export const canonicalServiceNumber = (text: string): string => text.replace(/\s+/g, '').toUpperCase()
const serviceNumberForm = /^[\p{L}\p{N}][\p{L}\p{N}./_-]{5,19}$/u
const emailForm = /^[\p{L}\p{N}][^\s@]*@[^\s@]+\.[^\s@]+$/u

/** class_b, class_c and reg_force by the words of the DETAILS column, class_a otherwise. */
export function memberTypeOf(details: string): 'class_a' | 'class_b' | 'class_c' | 'reg_force' {
  if (/CLASSE?\s*B\b/i.test(details)) return 'class_b'
  if (/CLASSE?\s*C\b/i.test(details)) return 'class_c'
  return /REG\s*FORCE|REGULAR/i.test(details) ? 'reg_force' : 'class_a'
}

/** Without control characters (PostgreSQL takes no NUL), with single spaces; notes keep their line breaks. */
export const cleanCell = (cell: string, field: ColumnField): string =>
  field === 'notes'
    ? cell
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n]+/gu, ' ')
        .trim()
    : cell
        .normalize('NFC')
        .replace(/[\s\p{Cc}\uFEFF]+/gu, ' ')
        .trim()

/** Applies every row rule and collects everything that is wrong, so that a person corrects a row once. */
export function readRow({ row, cells, tooWide }: RollRecord, lists: RowLists): RollRow {
  const problems: Problem[] = []
  const notices: Notice[] = []
  const problem = (code: RollProblem, field: RollField | null, value: string | null): void => void problems.push({ row, field, code, value: value === null ? null : value.slice(0, 200) })
  const notice = (code: RollNotice, field: RollField, value: string): void => void notices.push({ row, field, code, value: value.slice(0, 200) })
  const values: RollValues = {}
  const given = (field: ColumnField): string => values[field] ?? ''

  if (tooWide) problem('row_too_wide', null, null)
  for (const [field, cell] of Object.entries(cells) as [ColumnField, string][]) {
    const text = cleanCell(cell, field)
    if (text === '') continue
    if (text.includes('\uFFFD')) problem('character_lost', field, text)
    values[field] = text
  }
  for (const field of requiredFields) if (given(field) === '') problem('cell_missing', field, null)

  for (const field of plainText) {
    let text = given(field)
    if (text === '') continue
    if (isFormula(text) && !(field.endsWith('Phone') && phone.test(text))) {
      text = neutraliseFormula(text)
      notice('formula_neutralised', field, text)
    }
    if (field === 'lastName' || field === 'firstName') text = caseName(text)
    if ([...text].length > (limits[field] ?? 0)) problem('cell_too_long', field, text)
    values[field] = text
  }

  if (values.serviceNumber !== undefined) {
    values.serviceNumber = canonicalServiceNumber(values.serviceNumber)
    if (!serviceNumberForm.test(values.serviceNumber)) problem('service_number_form', 'serviceNumber', values.serviceNumber)
  }
  if (values.rank !== undefined) {
    const rank = lists.rank(values.rank)
    if (rank === undefined) problem('rank_unknown', 'rank', values.rank)
    if (rank?.retired === true) notice('rank_retired', 'rank', `${values.rank} → ${rank.code}`)
    values.rank = rank?.code ?? values.rank
  }
  if (values.division !== undefined) {
    const division = isFormula(values.division) ? undefined : lists.division(values.division)
    if (division === undefined) problem('division_form', 'division', values.division)
    values.division = division ?? values.division
  }
  if (values.email !== undefined && !emailForm.test(values.email)) problem('email_form', 'email', values.email)

  for (const field of ['contractStart', 'contractEnd'] as const) {
    const text = values[field]
    if (text === undefined) continue
    const read = readRollDate(text, lists.slashOrder)
    if (read === undefined) problem('date_form', field, text)
    if (read?.ambiguous === true) notice('date_ambiguous', field, `${text} → ${read.date}`)
    values[field] = read?.date ?? text
  }
  const { contractStart, contractEnd, details } = values
  if (problems.length === 0 && contractStart !== undefined && contractEnd !== undefined && contractEnd < contractStart) problem('dates_reversed', 'contractEnd', contractEnd)
  if (details !== undefined) values.memberType = memberTypeOf(details)
  return { row, values, problems, notices }
}
