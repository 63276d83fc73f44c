/** How people are called on screens, and how the capitals of a roll become names (domain.md 4.6.2). */
import { foldText } from './fold-text.ts'

export interface NamedPerson {
  readonly id: string
  readonly rank: string
  readonly lastName: string
  readonly firstName: string
}

/** What a name search looks at: `searchTerms` of a query are each sought in it. Also sorts people without regard to accents. */
export const searchNameOf = ({ lastName, firstName }: Pick<NamedPerson, 'lastName' | 'firstName'>): string => foldText(`${lastName} ${firstName}`)

const said = (part: string | null): string => part?.trim() ?? ''

/** Somebody’s whole name: “PO2 Singh, Harjit”, of a visitor “Tremblay, Anne”; without a first name no comma dangles. */
export function fullName({ rank, lastName, firstName }: { readonly rank: string | null; readonly lastName: string; readonly firstName: string | null }): string {
  const name = said(firstName) === '' ? lastName.trim() : `${lastName.trim()}, ${said(firstName)}`
  return `${said(rank)} ${name}`.trim()
}

/**
 * “PO2 Singh, H” for each person by id; where two or more would read the same (same last name and initial, accents and
 * case aside, whatever their ranks) all of them become “PO2 Singh, Harjit”. Give it everyone who may stand on a screen.
 */
export function displayNames(people: readonly NamedPerson[]): Map<string, string> {
  const counts = new Map<string, number>()
  for (const person of people) counts.set(collisionKey(person), (counts.get(collisionKey(person)) ?? 0) + 1)
  return new Map(people.map((person) => [person.id, displayName(person, (counts.get(collisionKey(person)) ?? 0) > 1)]))
}

/** One person's display name: with the initial, or with the whole first name where that is `ambiguous`. */
export function displayName({ rank, lastName, firstName }: Omit<NamedPerson, 'id'>, ambiguous: boolean): string {
  const given = ambiguous ? firstName : initialOf(firstName)
  return `${rank} ${lastName}${given === '' ? '' : `, ${given}`}`.trim()
}

const collisionKey = ({ lastName, firstName }: NamedPerson): string => `${foldText(lastName)}|${foldText(initialOf(firstName))}`

const initialOf = (firstName: string): string => {
  const [letter = ''] = firstName.normalize('NFC').match(/\p{L}\p{M}*/u) ?? []
  return upperFirst(letter)
}

const particles = new Set(['de', 'del', 'della', 'di', 'du', 'da', 'la', 'le', 'les', 'lo', 'van', 'von', 'den', 'der', 'het', 'el', 'al', 'y', 'e'])

/**
 * Gives a name from a roll its usual case: MCDONALD → McDonald, MACLEOD → MacLeod, O'BRIEN → O'Brien, ST-PIERRE →
 * St-Pierre, VAN DER BERG → Van der Berg. A word that somebody wrote with a capital in the middle (DeWolf) stays.
 * Doing it twice changes nothing.
 */
export function caseName(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .map((word, index) => (index > 0 && particles.has(word.toLowerCase()) ? word.toLowerCase() : caseWord(word)))
    .join(' ')
    .normalize('NFC')
}

/** Hyphens, points and apostrophes begin a new part: Jean-Luc, St.Pierre, D'Amours. */
const caseWord = (word: string): string =>
  word
    .split(/(?<=[-‐‑–.])/u)
    .map((part) => part.replace(/^(\P{L}*\p{L}['’])?(.*)$/su, (_, prefix: string | undefined, rest: string) => upperFirst(prefix ?? '') + casePart(rest)))
    .join('')

function casePart(part: string): string {
  if (/\p{Ll}.*\p{Lu}/u.test(part)) return part
  const lower = part.toLowerCase()
  if (/^mc\p{L}/u.test(lower)) return `Mc${upperFirst(lower.slice(2))}`
  if (/^mac(?![hke])\p{L}{2}/u.test(lower)) return `Mac${upperFirst(lower.slice(3))}`
  return upperFirst(lower)
}

/** The first letter in upper case, where there is one that leads back to it: ß stays, and so does an old form of в. */
const upperFirst = (text: string): string =>
  text.replace(/\p{L}/u, (letter) => {
    const upper = letter.toUpperCase()
    return upper.toLowerCase() === letter.toLowerCase() ? upper : letter
  })
