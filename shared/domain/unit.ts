/** Which unit this is, as its papers name it (domain.md 3.5, 4.20). Its zone is here, its rollover among the timings. */
import * as v from 'valibot'

/** Provinces and territories, by the letters that statutory holidays are kept under (4.18). */
export const provinces = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT'] as const
export type Province = (typeof provinces)[number]

/** No control signs but the end of a line: the database takes no NUL. */
const line = (length: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(length), v.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line of text'))
const lines = (length: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(length), v.regex(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u, 'must be plain text'))

export const unitEntries = {
  name: line(200),
  /** An IANA zone, such as America/Winnipeg; whether there is one of that name is for the core to say. */
  zone: v.pipe(v.string(), v.regex(/^[A-Za-z][\w+/-]{0,59}$/, 'must be the name of a time zone')),
  /** Null = only federal holidays are the unit’s. */
  province: v.nullable(v.picklist(provinces)),
  phone: v.nullable(line(50)),
  address: v.nullable(lines(500)),
  /** Stands at the head of papers, below the name. */
  letterhead: v.nullable(line(200)),
  /** Stands at the foot of every page. */
  classification: v.nullable(line(100)),
}

export const UnitSchema = v.strictObject(unitEntries)
export type Unit = v.InferOutput<typeof UnitSchema>

export const defaultUnit: Unit = { name: 'Sentinel', zone: 'America/Winnipeg', province: null, phone: null, address: null, letterhead: null, classification: null }
