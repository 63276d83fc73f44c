/** Reports: read once as a document, shown, and made into files (domain.md 4.20, decision 016). */
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { reports } from '../../../../shared/contract/reports.ts'
import { permits, type Caller } from '../../../../shared/domain/access.ts'
import { reportNeeds, type ReportKind } from '../../../../shared/domain/reports.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import type { AttendanceService } from '../attendance/service.ts'
import { actorOf } from '../audit/write.ts'
import { readReportSettings } from '../settings/report-settings.ts'
import { readUnitProfile } from '../settings/unit-profile.ts'
import { dayReport } from './day-report.ts'
import { buildReport } from './kinds/index.ts'
import { previewOf } from './preview.ts'

type Contract = typeof reports

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly attendance: AttendanceService
}

export interface ReportsService {
  /** Refuses `forbidden` where the report itself asks for more than the call, and what the report refuses. */
  preview(input: InputOf<Contract['preview']>, caller: Caller): Promise<OutputOf<Contract['preview']>>
  day(input: InputOf<Contract['day']>, caller: Caller): Promise<OutputOf<Contract['day']>>
}

/** SECURITY: the call lets in whoever may read some report; which one, only the report itself says. */
function demand(kind: ReportKind, caller: Caller): void {
  if (!permits(reportNeeds[kind], caller)) throw refuse('forbidden')
}

export function createReportsService({ database, clock, log, attendance }: Dependencies): ReportsService {
  return {
    async preview({ report, language }, caller) {
      demand(report.kind, caller)
      const now = clock.now()
      const { unit, settings } = await database.read(async (tx) => ({ unit: await readUnitProfile(tx), settings: (await readReportSettings(tx)).settings }))
      const document = await buildReport(report, { database, attendance, now, unit, settings, language, signal: new AbortController().signal, progress: () => {} })
      return { ...previewOf(document), generatedAt: now.toISOString() }
    },

    day: (input, caller) => dayReport({ database, clock, log }, input, actorOf(caller)),
  }
}
