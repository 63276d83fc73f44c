/** Which records of attendance are shown, in what order, and what they come to by division. Pure. */
import type { attendance } from '../../../../../shared/contract/attendance.ts'
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import { foldText, searchTerms } from '../../../../../shared/domain/fold-text.ts'

export type UnitAttendance = OutputOf<typeof attendance.unit>
export type AttendanceRecord = UnitAttendance['records'][number]
export type Figure = AttendanceRecord['attendance']
export type Flag = 'warning' | 'critical'

export const columns = ['name', 'division', 'figure', 'trend'] as const
export interface Sort {
  readonly column: (typeof columns)[number]
  readonly descending: boolean
}

/** Stands for those without a division, as the contract has it. */
export const withoutDivision = '-'
const divisionOf = ({ member }: AttendanceRecord): string => member.division?.code ?? withoutDivision

export interface Shown {
  readonly find: string
  /** A code, `withoutDivision`, or null for all. */
  readonly division: string | null
  readonly flag: Flag | null
}

export const flagOf = (figure: Figure): Flag | null => (figure.status === 'calculated' && figure.flag !== 'none' ? figure.flag : null)

export function choose(records: readonly AttendanceRecord[], { find, division, flag }: Shown): AttendanceRecord[] {
  const terms = searchTerms(find)
  return records.filter((record) => {
    if (division !== null && divisionOf(record) !== division) return false
    if (flag !== null && flagOf(record.attendance) !== flag) return false
    const text = foldText(`${record.member.displayName} ${record.member.serviceNumber}`)
    return terms.every((term) => text.includes(term))
  })
}

/** The name without the rank before it, which would sort S1 behind PO2. */
const nameOf = ({ member: { displayName, rank } }: AttendanceRecord): string => (displayName.startsWith(`${rank} `) ? displayName.slice(rank.length + 1) : displayName)

/** Who has no number stands last, whichever way the others stand. */
function byNumber(a: number | null, b: number | null, direction: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return direction * (a - b)
}
const percentageOf = ({ attendance: figure }: AttendanceRecord): number | null => (figure.status === 'calculated' ? figure.percentage : null)

export function order(records: readonly AttendanceRecord[], { column, descending }: Sort, collator: Intl.Collator): AttendanceRecord[] {
  const direction = descending ? -1 : 1
  const byName = (a: AttendanceRecord, b: AttendanceRecord): number => collator.compare(nameOf(a), nameOf(b)) || a.member.id.localeCompare(b.member.id)
  const first: Record<Sort['column'], (a: AttendanceRecord, b: AttendanceRecord) => number> = {
    name: (a, b) => direction * byName(a, b),
    division: (a, b) => direction * collator.compare(divisionOf(a), divisionOf(b)),
    figure: (a, b) => byNumber(percentageOf(a), percentageOf(b), direction),
    trend: (a, b) => byNumber(a.trend?.delta ?? null, b.trend?.delta ?? null, direction),
  }
  return records.toSorted((a, b) => first[column](a, b) || byName(a, b))
}

export interface DivisionSum {
  readonly code: string
  /** Null = without a division. */
  readonly name: string | null
  readonly people: number
  /** Nights attended of those that were asked of all of them, one decimal; null while none was. */
  readonly percentage: number | null
}

export function byDivision(records: readonly AttendanceRecord[]): DivisionSum[] {
  const sums = [...Map.groupBy(records, divisionOf)].map(([code, own]) => {
    const counted = own.flatMap(({ attendance: figure }) => (figure.status === 'new' ? [] : [figure]))
    const possible = counted.reduce((sum, figure) => sum + figure.possible, 0)
    const attended = counted.reduce((sum, figure) => sum + figure.attended, 0)
    return { code, name: own[0]?.member.division?.name ?? null, people: own.length, percentage: possible === 0 ? null : Math.round((attended * 1000) / possible) / 10 }
  })
  return sums.toSorted((a, b) => Number(a.code === withoutDivision) - Number(b.code === withoutDivision) || a.code.localeCompare(b.code))
}

export const countFlag = (records: readonly AttendanceRecord[], flag: Flag): number => records.filter(({ attendance: figure }) => flagOf(figure) === flag).length
