/** The four ways in which a list writes a date (domain.md 4.7, 4.9): 2026-11-23, 11/23/2026, 23/11/2026, 23-NOV-26. */
import { civilDateOf } from '../../../../../shared/domain/civil-date.ts'
import { foldText } from '../../../../../shared/domain/fold-text.ts'

export type SlashOrder = 'month-first' | 'day-first'

export interface ListDate {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** True for 03/04/2026: nothing in it says which is the month. */
  readonly ambiguous: boolean
}

const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const worded = /^(\d{1,2})[- ](\p{L}+)\.?[- ](\d{4}|\d{2})$/u

/** English and French, folded, as far as letters are needed to tell them apart. */
const months = [/^jan/, /^fe[bv]/, /^mar/, /^a[pv]r/, /^ma[iy]/, /^jui?n/, /^jui?l/, /^a(?:ug|ou)/, /^sep/, /^oct/, /^nov/, /^dec/]

/** Which of the two a file means: a day above 12 in one of its dates tells it for all of them; else the month comes first. */
export function slashOrderOf(texts: Iterable<string>): SlashOrder {
  let dayFirst = false
  for (const text of texts) {
    const [, first, second] = slashed.exec(text) ?? []
    if (Number(second) > 12) return 'month-first'
    if (Number(first) > 12) dayFirst = true
  }
  return dayFirst ? 'day-first' : 'month-first'
}

/** The civil date that `text` means, or undefined when it is none. A year of two digits is 1970 to 2069. */
export function readListDate(text: string, order: SlashOrder): ListDate | undefined {
  const [isoMatch, ...isoParts] = iso.exec(text) ?? []
  if (isoMatch !== undefined) return civil(isoParts[0], isoParts[1], isoParts[2])

  const [slashMatch, first, second, slashYear] = slashed.exec(text) ?? []
  if (slashMatch !== undefined) {
    const ambiguous = Number(first) <= 12 && Number(second) <= 12
    const dayFirst = Number(first) > 12 || (ambiguous && order === 'day-first')
    return civil(slashYear, dayFirst ? second : first, dayFirst ? first : second, ambiguous && first !== second)
  }

  const [wordMatch, day, word = '', year = ''] = worded.exec(text) ?? []
  if (wordMatch === undefined) return undefined
  const month = months.findIndex((pattern) => pattern.test(foldText(word))) + 1
  return civil(year.length === 4 ? year : `${Number(year) < 70 ? 20 : 19}${year}`, String(month), day)
}

function civil(year: string | undefined, month: string | undefined, day: string | undefined, ambiguous = false): ListDate | undefined {
  const date = civilDateOf(Number(year), Number(month), Number(day))
  return date === undefined ? undefined : { date, ambiguous }
}
