/** Reads a report with all that it goes by. */
import type { ReportDocument } from '../../../../shared/domain/reports.ts'
import type { ReportSettings } from '../../../../shared/domain/report-settings.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import type { Reads } from '../../db/remote-reads.ts'
import { systemClock } from '../../kit/clock.ts'
import { createAttendanceService } from '../attendance/service.ts'
import { readReportSettings } from '../settings/report-settings.ts'
import { readUnitProfile, type UnitProfile } from '../settings/unit-profile.ts'
import { buildReport } from './kinds/index.ts'
import { dateTimeIn } from './layout.ts'
import type { Spec } from './report.ts'

export interface AskedReport {
  readonly report: Spec
  readonly language: Language
  /** The moment that it is of. */
  readonly now: Date
}

export interface ReadReport {
  readonly document: ReportDocument
  readonly unit: UnitProfile
  readonly settings: ReportSettings
  /** On the unit’s clock. */
  readonly generatedAt: string
}

/** No transaction is held open over it: a long report reads in pages. Refuses what the report refuses. */
export async function readReport({ report, language, now }: AskedReport, database: Reads, progress: (part: number) => void): Promise<ReadReport> {
  const { unit, settings } = await database.read(async (tx) => ({ unit: await readUnitProfile(tx), settings: (await readReportSettings(tx)).settings }))
  const attendance = createAttendanceService({ database, clock: { ...systemClock, now: () => now }, unitTime: () => unit })
  const document = await buildReport(report, { database, attendance, now, unit, settings, language, progress })
  return { document, unit, settings, generatedAt: dateTimeIn(now, unit, settings.formatting.dateFormat, language) }
}
