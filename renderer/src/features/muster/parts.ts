/** How the list stands: who needs somebody first, then who is missing, and each kind that is no part of the frozen list by itself. */
import { isAccounted, type MusterState } from '../../../../shared/domain/muster.ts'
import { foldText, searchTerms } from '../../../../shared/domain/fold-text.ts'
import type { Entry } from '../../stores/muster.ts'

export const parts = ['needs_assistance', 'missing', 'late', 'unlisted', 'due', 'accounted'] as const
export type Part = (typeof parts)[number]

export const partOf = ({ list, state }: Pick<Entry, 'list' | 'state'>): Part => (state === 'needs_assistance' ? 'needs_assistance' : list !== 'inside' ? list : state === 'missing' ? 'missing' : 'accounted')

/** What stands for those who have no division. */
export const withoutDivision = '-'
export const divisionOf = ({ division }: Pick<Entry, 'division'>): string => division?.code ?? withoutDivision

export interface Figures {
  /** All who must be found; who is only due is not among them. */
  readonly total: number
  readonly accounted: number
  readonly missing: number
  readonly needsAssistance: number
  /** Whole percent, and 100 only when nobody is missing. */
  readonly percent: number
}

export function figuresOf(entries: readonly Pick<Entry, 'list' | 'state'>[]): Figures {
  const sought = entries.filter(({ list }) => list !== 'due')
  const accounted = sought.filter(({ state }) => isAccounted(state)).length
  return { ...countsOf(sought.length, accounted), needsAssistance: sought.filter(({ state }) => state === 'needs_assistance').length }
}

const countsOf = (total: number, accounted: number): Omit<Figures, 'needsAssistance'> => ({ total, accounted, missing: total - accounted, percent: percentOf(total, accounted) })

/** Rounded down: nobody is to read 100 while somebody is missing. */
export const percentOf = (total: number, accounted: number): number => (total === 0 ? 100 : Math.floor((accounted / total) * 100))

export interface DivisionCount {
  readonly code: string
  readonly name: string | null
  readonly total: number
  readonly missing: number
}

/** Divisions of those who must be found, by code; those without one last. */
export function divisionsOf(entries: readonly Entry[]): DivisionCount[] {
  const found = new Map<string, { code: string; name: string | null; total: number; missing: number }>()
  for (const entry of entries) {
    if (entry.list === 'due') continue
    const code = divisionOf(entry)
    const count = found.get(code) ?? { code, name: entry.division?.name ?? null, total: 0, missing: 0 }
    count.total += 1
    if (entry.state === 'missing') count.missing += 1
    found.set(code, count)
  }
  return [...found.values()].toSorted((a, b) => Number(a.code === withoutDivision) - Number(b.code === withoutDivision) || a.code.localeCompare(b.code))
}

export interface Filter {
  readonly text: string
  /** Null = all. */
  readonly division: string | null
  readonly leftOnly: boolean
}

export type Line = { readonly kind: 'head'; readonly part: Part; readonly count: number } | { readonly kind: 'row'; readonly part: Part; readonly entry: Entry }

/**
 * The list as it is drawn.
 * @param held where each stood before the last taps: while somebody taps, no row moves from under the finger
 */
export function linesOf(entries: readonly Entry[], { text, division, leftOnly }: Filter, held: ReadonlyMap<string, Part> | null): Line[] {
  const terms = searchTerms(text)
  const isLeft = (part: Part, state: MusterState): boolean => part === 'missing' || part === 'needs_assistance' || (part !== 'due' && state === 'missing')
  const placed = entries
    .map((entry) => ({ entry, part: held?.get(entry.id) ?? partOf(entry) }))
    .filter(({ entry, part }) => (division === null || divisionOf(entry) === division) && (!leftOnly || isLeft(part, entry.state)) && terms.every((term) => wordsOf(entry).includes(term)))
  const near = terms.length === 0 ? placed : placed.toSorted((a, b) => distanceOf(a.entry, terms) - distanceOf(b.entry, terms))
  return parts.flatMap((part) => {
    const rows = near.filter((line) => line.part === part).map(({ entry }) => ({ kind: 'row', part, entry }) as const)
    return rows.length === 0 ? [] : [{ kind: 'head', part, count: rows.length } as const, ...rows]
  })
}

/** Whose own name it is stands before those who only have to do with it: a visitor of theirs, say. */
function distanceOf({ lastName, firstName }: Entry, terms: readonly string[]): number {
  const [last, name] = [foldText(lastName), foldText(`${lastName} ${firstName}`)]
  return terms.some((term) => last.startsWith(term)) ? 0 : terms.every((term) => name.includes(term)) ? 1 : 2
}

/** Whom Enter marks while somebody types: the nearest of those who are missing, or else the nearest. */
export function nearestOf(lines: readonly Line[], text: string): string | null {
  const terms = searchTerms(text)
  if (terms.length === 0) return null
  const rows = lines.flatMap((line) => (line.kind === 'row' ? [line.entry] : []))
  const [nearest] = rows.toSorted((a, b) => Number(a.state !== 'missing') - Number(b.state !== 'missing') || distanceOf(a, terms) - distanceOf(b, terms))
  return nearest?.id ?? null
}

const folded = new WeakMap<Entry, string>()

/** What a search looks at: the person, whom they visit, their company and their pass. */
function wordsOf(entry: Entry): string {
  const known = folded.get(entry) ?? foldText([entry.rank, entry.lastName, entry.firstName, entry.organization, entry.host?.displayName, entry.pass, entry.division?.code].filter(Boolean).join(' '))
  folded.set(entry, known)
  return known
}
