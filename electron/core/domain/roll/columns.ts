/** Which column of a file stands for what (domain.md 4.7): by its heading, by a likeness to be confirmed, or as a person says. */
import { columnFields, requiredFields, type ColumnField } from '../../../../shared/domain/roll.ts'
import { foldText } from '../../../../shared/domain/fold-text.ts'
import { rollProblems } from '../../../../shared/i18n/roll-problems.ts'
import { refuse } from '../../kit/refusal.ts'

/** Heading names by field; the earlier one wins where a file has two of them. A blank heading stands for the service number. */
const aliases: Record<ColumnField, readonly string[]> = {
  serviceNumber: ['SN', 'SERVICE NUMBER', 'SERVICE_NO', 'INDEX', 'NUMÉRO MATRICULE', 'NO MATRICULE', 'MATRICULE', ''],
  employeeNumber: ['EMPL #', 'EMPL', 'EMPLOYEE', 'EMPLOYEE #', 'EMPLOYEE NUMBER', 'EMP #', 'NUMÉRO D’EMPLOYÉ'],
  rank: ['RANK', 'GRADE'],
  lastName: ['LAST NAME', 'SURNAME', 'FAMILY NAME', 'NOM', 'NOM DE FAMILLE'],
  firstName: ['FIRST NAME', 'GIVEN NAME', 'FORENAME', 'PRÉNOM'],
  initials: ['INITIALS', 'INIT', 'INITIALES'],
  division: ['DEPT', 'DEPARTMENT', 'DIV', 'DIVISION', 'DÉPARTEMENT'],
  mess: ['MESS'],
  moc: ['MOC', 'MOSID', 'TRADE', 'GPM', 'MÉTIER'],
  email: ['EMAIL', 'EMAIL ADDRESS', 'E-MAIL', 'COURRIEL', 'ADRESSE COURRIEL'],
  homePhone: ['HOME PHONE', 'HOME TEL', 'HOME', 'TÉLÉPHONE DOMICILE', 'DOMICILE'],
  mobilePhone: ['MOBILE PHONE', 'CELL', 'CELL PHONE', 'MOBILE', 'CELLULAIRE'],
  details: ['DETAILS', 'CLASS', 'CLASS DETAILS', 'CLASSE'],
  notes: ['NOTES', 'REMARKS', 'COMMENTS', 'CONTRACT DETAILS', 'REMARQUES', 'COMMENTAIRES'],
  contractStart: ['CONTRACT START', 'START DATE', 'START', 'DÉBUT DU CONTRAT'],
  contractEnd: ['CONTRACT END', 'END DATE', 'END', 'EXPIRY', 'FIN DU CONTRAT'],
}

/** Names that say too little when they are only a part of a heading: HOME UNIT is no telephone. */
const vague = new Set(['home', 'start', 'end', 'class', 'classe', 'cell', 'init', 'index', 'employee', 'mobile', 'domicile', 'nom'])

export interface Column {
  readonly header: string
  readonly field: ColumnField | null
  /** True where another column stands for the same field. */
  readonly doubled: boolean
}
export interface Suggestion {
  readonly field: ColumnField | null
  /** False = the heading only looks like it: a person should look. */
  readonly certain: boolean
}

/** Case, spaces, underscores, hyphens, points, apostrophes and accents of a heading do not matter. */
const normalise = (header: string): string =>
  header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\s_.\-'’\uFEFF]+/gu, '')

const known = new Map(columnFields.flatMap((field) => aliases[field].map((alias) => [normalise(alias), field] as const)))
const likely = columnFields.flatMap((field) =>
  aliases[field].map((alias) => ({ field, words: foldText(alias).split(' ') })).filter(({ words }) => words.join('').length >= 4 && !(words.length === 1 && vague.has(words[0] ?? ''))),
)

/** By the headings alone: each field once, in the column whose heading names it best. */
function fieldsByHeading(header: readonly string[]): (ColumnField | null)[] {
  const names = header.map(normalise)
  const at = new Map<number, ColumnField>()
  for (const field of columnFields) {
    const index = aliases[field].map((alias) => names.indexOf(normalise(alias))).find((found) => found >= 0)
    if (index !== undefined) at.set(index, field)
  }
  return header.map((_, index) => at.get(index) ?? null)
}

/** How many fields a heading names. */
export const recognisedIn = (header: readonly string[]): number => fieldsByHeading(header).filter((field) => field !== null).length

/** Exports often begin with a title. */
const linesBeforeHeading = 10
/** Fewer names than these may stand in any row. */
const namesOfHeading = 3

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** Where the heading is: among the first lines the one that names the most fields; where none does, the first that has more than a title's one cell. */
export function findHeading(lines: readonly (readonly string[])[]): number {
  const first = lines.findIndex((cells) => !isBlank(cells))
  const beginning = lines.slice(0, Math.max(first, 0) + linesBeforeHeading)
  const scores = beginning.map(recognisedIn)
  const most = Math.max(0, ...scores)
  if (most >= namesOfHeading) return scores.indexOf(most)
  const wide = beginning.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length > 1)
  return wide < 0 ? first : wide
}

/** What each column probably is; each field at most once. */
export function suggestColumns(header: readonly string[]): Suggestion[] {
  const certain = fieldsByHeading(header)
  const taken = new Set(certain)
  return header.map((text, index) => {
    const field = certain[index] ?? null
    if (field !== null) return { field, certain: true }
    const words = new Set(foldText(text).split(' '))
    const like = likely.filter((alias) => !taken.has(alias.field) && alias.words.every((word) => words.has(word))).sort((a, b) => b.words.length - a.words.length)[0]
    if (like === undefined) return { field: null, certain: true }
    taken.add(like.field)
    return { field: like.field, certain: false }
  })
}

/**
 * What each column is read as: as `chosen`, or, where nothing was chosen, as the headings say for certain. Refuses
 * `roll_mapping_invalid` when what was chosen does not fit the file, and `roll_columns_missing`.
 */
export function resolveColumns(header: readonly string[], chosen: readonly (ColumnField | null)[] | null): Column[] {
  if (chosen !== null && chosen.length !== header.length) throw refuse('roll_mapping_invalid')
  const fields = chosen ?? fieldsByHeading(header)
  const mapped = fields.filter((field) => field !== null)
  if (new Set(mapped).size < mapped.length) throw refuse('roll_mapping_invalid')
  const missing = requiredFields.filter((field) => !mapped.includes(field))
  if (missing.length > 0) throw refuse('roll_columns_missing', { columns: missing.map((field) => rollProblems.en.field[field]).join(', ') })
  return header.map((text, index) => {
    const name = normalise(text)
    const field = fields[index] ?? null
    // Where a person chose, nothing is left out by oversight.
    return { header: text.trim(), field, doubled: chosen === null && field === null && name !== '' && known.has(name) }
  })
}
