/** Fields that several features share on the wire. Plain schemas only: a transform could not be published as JSON Schema. */
import * as v from 'valibot'
import { isCivilDate, isSearchDate } from '../domain/civil-date.ts'
import { timeForm } from '../domain/operational-day.ts'
import { stationCodeForm } from '../domain/station-code.ts'

export const Uuid = v.pipe(v.string(), v.uuid())
/** An instant, ISO 8601 in UTC. */
export const Instant = v.pipe(v.string(), v.isoTimestamp())
/** A civil date, `YYYY-MM-DD`. */
export const CivilDate = v.pipe(v.string(), v.isoDate())
/** A date that a person gave: one that the calendar has. */
export const RealDate = v.pipe(CivilDate, v.check(isCivilDate, 'there is no such day'))
/** A date to look at, from or up to: any that the calendar has. */
export const SearchDate = v.pipe(CivilDate, v.check(isSearchDate, 'there is no such day'))
/** `HH:MM` on the unit's clock. */
export const TimeOfDay = v.pipe(v.string(), v.regex(timeForm, 'HH:MM'))
/** A door or desk, such as `front-door`. */
export const StationId = v.pipe(v.string(), v.regex(stationCodeForm, 'lower-case letters, digits, - and _, at most 50'))
/** What a reader or a person gave as a badge's number, before it is brought to its canonical form (domain.md 4.5). */
export const BadgeSerialText = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
export const ScanId = v.pipe(v.string(), v.uuid())
/** Counts every change of presence; a window that missed one fetches the snapshot again. */
export const Revision = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
/** How many there are, or the number under which something is on record. */
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
/** Of a document that is saved whole; 0 = never saved: defaults hold. Who saves says which version they saw. The record has room for 32 bits of it. */
export const Version = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 2))
/** Of a list that is shown by pages; the first is 1. */
export const PageNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))
/** Of a file that is imported; the first is 1. */
export const RowNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000))
export const Direction = v.picklist(['in', 'out'])
export const Empty = v.object({})

export const DivisionRef = v.object({ code: v.string(), name: v.string() })

/** A code of a list that an administrator keeps: member statuses, member types, badge statuses (domain.md 2.1). */
export const Code = v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,50}$/, 'lower-case letters, digits and _, at most 50'))

/** No control signs: the database takes no NUL, and a name stands on one line. */
export const Line = v.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line of text')
/** The name of something that an administrator keeps. */
export const Name = v.pipe(v.string(), v.maxLength(100), Line, v.regex(/[\p{L}\p{N}\p{P}\p{S}]/u, 'must not be empty'))
/** Its name in the other language; null or empty = the same. */
export const OptionalName = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100), Line)), null)
export const Description = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(500), Line)), null)
/** One line that says something. */
export const OneLine = (longest: number) => v.pipe(v.string(), v.trim(), v.minLength(1, 'needed'), v.maxLength(longest), Line)
export const OptionalOneLine = (longest: number) => v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(longest), Line)), null)
/** Several lines, or nothing. */
export const OptionalText = (longest: number) => v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(longest), v.regex(/^[^\0\p{Cs}]*$/u, 'must be text'))), null)

/** Rank and name: all that a wall display shows of a person (domain.md 6 ▶). */
export const PersonName = v.object({ id: Uuid, displayName: v.string() })
