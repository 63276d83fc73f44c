/** Reads a report with all that it goes by: for the screen, and for files. */
import type { ReportDocument } from '../../../../shared/domain/reports.ts'
import type { ReportSettings } from '../../../../shared/domain/report-settings.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import type { AttendanceService } from '../attendance/service.ts'
import { readReportSettings } from '../settings/report-settings.ts'
import { readUnitProfile, type UnitProfile } from '../settings/unit-profile.ts'
import { buildReport } from './kinds/index.ts'
import { dateTimeIn } from './layout.ts'
import type { Spec } from './report.ts'

interface Circumstances {
  readonly unit: UnitProfile
  readonly settings: ReportSettings
}

export interface ReadReport extends Circumstances {
  readonly document: ReportDocument
  readonly now: Date
  /** On the unit’s clock. */
  readonly generatedAt: string
}

export interface ReadingDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly attendance: AttendanceService
}

export type Reading = ReturnType<typeof createReading>

export function createReading({ database, clock, log, attendance }: ReadingDependencies) {
  const circumstances = (): Promise<Circumstances> => database.read(async (tx) => ({ unit: await readUnitProfile(tx), settings: (await readReportSettings(tx)).settings }))
  return {
    database,
    clock,
    log,
    circumstances,

    /** No transaction is held open over it: a long report reads in pages, and the door goes on between two of them. */
    async read(report: Spec, language: Language, signal: AbortSignal, progress: (part: number) => void): Promise<ReadReport> {
      const now = clock.now()
      const { unit, settings } = await circumstances()
      const document = await buildReport(report, { database, attendance, now, unit, settings, language, signal, progress })
      return { document, unit, settings, now, generatedAt: dateTimeIn(now, unit, settings.formatting.dateFormat, language) }
    },

    /** The days that a report is over; null = it is of one moment. Refuses `period_invalid`. */
    async spanOf(report: Spec): Promise<{ from: string; to: string } | null> {
      if ('period' in report) return attendance.span(report.period)
      if ('from' in report) return { from: report.from, to: report.to }
      return 'date' in report ? { from: report.date, to: report.date } : null
    },
  }
}
