/** One row of the roll, checked cell by cell (domain.md 4.7). Pure. */
import { neutraliseFormula, isFormula } from '../../../../shared/domain/formula-cell.ts'
import { caseName } from '../../../../shared/domain/names.ts'
import { requiredFields, type ColumnField, type RollField } from '../../../../shared/domain/roll.ts'
import { foldServiceNumber, toServiceNumber } from '../../../../shared/domain/service-number.ts'
import type { RollNotice, RollProblem } from '../../../../shared/i18n/roll-problems.ts'
import { readListDate } from '../tables/reading/dates.ts'
import type { RowLists } from './lists.ts'
import type { RollRecord } from './table.ts'

/** What a row tells. A field that is absent was blank and keeps what the member has; null empties it. */
export type RollValues = Partial<Record<RollField, string | null>>

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
  /** What DEPT says, cleaned: what a division is chosen for. */
  readonly divisionText: string
  readonly problems: readonly Problem[]
  readonly notices: readonly Notice[]
}

/** The longest text a column takes, in characters (domain.md 2.1). */
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
  details: 500,
  notes: 2000,
}
const plainText = Object.keys(limits) as ColumnField[]
const phone = /^\+?[\d\s().-]+$/
const emailForm = /^[\p{L}\p{N}][^\s@]*@[^\s@]+\.[^\s@]+$/u
const shownLength = 200

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

/** The service number that a row is about, whatever else is wrong with it. */
export const numberIn = ({ cells }: RollRecord): string => foldServiceNumber(cleanCell(cells.serviceNumber ?? '', 'serviceNumber'))

/**
 * Applies every row rule and collects everything that is wrong, so that a person corrects a row once.
 * @param clears columns whose blank cells empty what the member has
 */
export function readRow(record: RollRecord, lists: RowLists, clears: ReadonlySet<ColumnField> = new Set()): RollRow {
  const { row, cells, tooWide } = record
  const problems: Problem[] = []
  const notices: Notice[] = []
  const problem = (code: RollProblem, field: RollField | null, value: string | null): void => void problems.push({ row, field, code, value: value === null ? null : value.slice(0, shownLength) })
  const notice = (code: RollNotice, field: RollField, value: string): void => void notices.push({ row, field, code, value: value.slice(0, shownLength) })
  const values: RollValues = {}
  const given = (field: ColumnField): string => values[field] ?? ''

  if (tooWide) problem('row_too_wide', null, null)
  for (const [field, cell] of Object.entries(cells) as [ColumnField, string][]) {
    const text = cleanCell(cell, field)
    if (text.includes('\uFFFD')) problem('character_lost', field, text)
    if (text !== '') values[field] = text
    else if (clears.has(field)) values[field] = null
  }
  for (const field of requiredFields) if (given(field) === '') problem('cell_missing', field, null)

  for (const field of plainText) {
    let text = given(field)
    if (text === '') continue
    if (field.endsWith('Phone')) text = withoutMark(text)
    if (isFormula(text) && !(field.endsWith('Phone') && phone.test(text))) {
      text = neutraliseFormula(text)
      notice('formula_neutralised', field, text)
    }
    if (field === 'lastName' || field === 'firstName') text = caseName(text)
    if ([...text].length > (limits[field] ?? 0)) problem('cell_too_long', field, text)
    values[field] = text
  }

  const number = given('serviceNumber')
  if (number !== '') {
    values.serviceNumber = foldServiceNumber(number)
    if (toServiceNumber(number) === undefined) problem('service_number_form', 'serviceNumber', values.serviceNumber)
  }
  const rankText = given('rank')
  if (rankText !== '') {
    const rank = lists.rank(rankText)
    if (rank === undefined) problem('rank_unknown', 'rank', rankText)
    if (rank?.retired === true) notice('rank_retired', 'rank', `${rankText} → ${rank.code}`)
    values.rank = rank?.code ?? rankText
  }
  const divisionText = given('division')
  if (divisionText !== '') {
    const division = lists.division(divisionText)
    if (typeof division === 'string') values.division = division
    else problem(division.problem, 'division', divisionText)
  }
  const email = given('email')
  if (email !== '' && !emailForm.test(email)) problem('email_form', 'email', email)

  for (const field of ['contractStart', 'contractEnd'] as const) {
    const text = given(field)
    if (text === '') continue
    const read = readListDate(text, lists.slashOrder)
    if (read === undefined) problem('date_form', field, text)
    if (read?.ambiguous === true) notice('date_ambiguous', field, `${text} → ${read.date}`)
    values[field] = read?.date ?? text
  }
  // Emptied details say the same as details that name no class.
  if (values.details !== undefined) values.memberType = memberTypeOf(values.details ?? '')
  return { row, values, divisionText, problems, notices }
}

/** A telephone that one of our own files has marked as text. */
const withoutMark = (text: string): string => (text.startsWith("'") && phone.test(text.slice(1)) ? text.slice(1) : text)
