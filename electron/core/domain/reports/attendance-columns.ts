/** How attendance stands in the tables of reports: of training nights and of recruit courses alike (domain.md 4.19). Pure. */
import type { Attendance } from '../../../../shared/domain/attendance.ts'
import type { ReportCell } from '../../../../shared/domain/reports.ts'
import type { Column } from './layout.ts'
import type { ReportContext } from './report.ts'
import { figures, type Wording } from './wording.ts'

/** What an average is made of. */
export interface Figure {
  readonly division: { readonly code: string; readonly name: string } | null
  readonly attendance: Attendance
}
interface Person extends Figure {
  readonly serviceNumber: string
  readonly displayName: string
}
interface Say {
  readonly columns: { readonly serviceNumber: string; readonly name: string; readonly division: string; readonly nights: string; readonly percentage: string; readonly flag: string }
  readonly flags: { readonly warning: string; readonly critical: string }
  readonly of: (attended: number, possible: number) => string
}

/** Who (the name has the rank before it), how many of how many, the percentage, and the flag in a word. */
export function attendanceColumns({ columns, flags, of }: Say, { settings: { formatting, thresholds } }: ReportContext, { percent }: Wording): Column<Person>[] {
  const flag = ({ attendance }: Person): ReportCell => (attendance.status === 'calculated' && attendance.flag !== 'none' ? { text: flags[attendance.flag], tone: attendance.flag } : { text: '' })
  return [
    ...(formatting.showServiceNumber ? [{ label: columns.serviceNumber, weight: 1.1, cell: ({ serviceNumber }: Person) => serviceNumber }] : []),
    { label: columns.name, weight: 2.4, cell: ({ displayName }) => displayName },
    { label: columns.division, weight: 0.8, cell: ({ division }) => division?.code ?? '' },
    figures(columns.nights, 0.9, ({ attendance }) => (attendance.status === 'new' ? '' : of(attendance.attended, attendance.possible))),
    figures(columns.percentage, 0.8, ({ attendance }) => (attendance.status === 'calculated' ? percent(attendance.percentage) : '')),
    ...(thresholds.showThresholdFlags ? [{ label: columns.flag, weight: 1, cell: flag }] : []),
  ]
}

/** In per cent, with one decimal; of nothing 0. */
export const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part * 1000) / whole) / 10)

/** Of those who have a percentage, with one decimal; null where nobody has. */
export function averageOf(people: readonly Figure[]): number | null {
  const found = people.flatMap(({ attendance }) => (attendance.status === 'calculated' ? [attendance.percentage] : []))
  return found.length === 0 ? null : Math.round((found.reduce((sum, figure) => sum + figure, 0) * 10) / found.length) / 10
}

/** An average in words; a dash where there is none. */
export const averageIn = (people: readonly Figure[], { percent }: Wording): string => {
  const average = averageOf(people)
  return average === null ? '–' : percent(average)
}
