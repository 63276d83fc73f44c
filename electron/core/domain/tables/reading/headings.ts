/** Which column of a list stands for what (domain.md 4.7, 4.9): by its heading, by a likeness to be confirmed, or as a person says. */
import { foldText } from '../../../../../shared/domain/fold-text.ts'
import { refuse, type Refusal } from '../../../kit/refusal.ts'

export interface Column<F extends string> {
  readonly header: string
  readonly field: F | null
  /** True where another column stands for the same field. */
  readonly doubled: boolean
}
export interface Suggestion<F extends string> {
  readonly field: F | null
  /** False = the heading only looks like it: a person should look. */
  readonly certain: boolean
}

/** What the headings of one kind of list are called. */
export interface HeadingNames<F extends string> {
  /** In the order in which they are looked for. */
  readonly fields: readonly F[]
  /** By field; the earlier name wins where a file has two of them. A blank one stands for a column without a heading. */
  readonly aliases: Readonly<Record<F, readonly string[]>>
  /** Names that say too little when they are only a part of a heading: HOME UNIT is no telephone. Lower case. */
  readonly vague: ReadonlySet<string>
  readonly required: readonly F[]
  /** The refusal where no column stands for these. */
  readonly missing: (fields: readonly F[]) => Refusal
}

/** Case, spaces, underscores, hyphens, points, apostrophes and accents of a heading do not matter. */
const normalise = (header: string): string =>
  header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\s_.\-'’\uFEFF]+/gu, '')

/** Exports often begin with a title. */
const linesBeforeHeading = 10
/** Fewer names than these may stand in any row. */
const namesOfHeading = 3

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

export type Headings<F extends string> = ReturnType<typeof createHeadings<F>>

export function createHeadings<F extends string>({ fields, aliases, vague, required, missing }: HeadingNames<F>) {
  const known = new Map(fields.flatMap((field) => aliases[field].map((alias) => [normalise(alias), field] as const)))
  const likely = fields.flatMap((field) =>
    aliases[field].map((alias) => ({ field, words: foldText(alias).split(' ') })).filter(({ words }) => words.join('').length >= 4 && !(words.length === 1 && vague.has(words[0] ?? ''))),
  )

  /** By the headings alone: each field once, in the column whose heading names it best. */
  function fieldsByHeading(header: readonly string[]): (F | null)[] {
    const names = header.map(normalise)
    const at = new Map<number, F>()
    for (const field of fields) {
      const index = aliases[field].map((alias) => names.indexOf(normalise(alias))).find((found) => found >= 0 && !at.has(found))
      if (index !== undefined) at.set(index, field)
    }
    return header.map((_, index) => at.get(index) ?? null)
  }

  /** How many fields a heading names. */
  const recognisedIn = (header: readonly string[]): number => fieldsByHeading(header).filter((field) => field !== null).length

  /** Where the heading is: among the first lines the one that names the most fields; where none does, the first that has more than a title's one cell. */
  function findHeading(lines: readonly (readonly string[])[]): number {
    const first = lines.findIndex((cells) => !isBlank(cells))
    const beginning = lines.slice(0, Math.max(first, 0) + linesBeforeHeading)
    const scores = beginning.map(recognisedIn)
    const most = Math.max(0, ...scores)
    if (most >= namesOfHeading) return scores.indexOf(most)
    const wide = beginning.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length > 1)
    return wide < 0 ? first : wide
  }

  return {
    required,
    recognisedIn,
    findHeading,

    /** What each column probably is; each field at most once. */
    suggest(header: readonly string[]): Suggestion<F>[] {
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
    },

    /**
     * What each column is read as: as `chosen`, or, where nothing was chosen, as the headings say for certain. Refuses
     * `roll_mapping_invalid` when what was chosen does not fit the file, and what the list says for required columns.
     */
    resolve(header: readonly string[], chosen: readonly (F | null)[] | null): Column<F>[] {
      if (chosen !== null && chosen.length !== header.length) throw refuse('roll_mapping_invalid')
      const read = chosen ?? fieldsByHeading(header)
      const mapped = read.filter((field) => field !== null)
      if (new Set(mapped).size < mapped.length) throw refuse('roll_mapping_invalid')
      const lacking = required.filter((field) => !mapped.includes(field))
      if (lacking.length > 0) throw missing(lacking)
      return header.map((text, index) => {
        const name = normalise(text)
        const field = read[index] ?? null
        // Where a person chose, nothing is left out by oversight.
        return { header: text.trim(), field, doubled: chosen === null && field === null && name !== '' && known.has(name) }
      })
    },
  }
}
