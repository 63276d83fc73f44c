/** Reports: read once as a document, shown, made into files, and kept as presets (domain.md 4.20, decision 016). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { reports } from '../../../../shared/contract/reports.ts'
import { permits, type Caller } from '../../../../shared/domain/access.ts'
import { reportNeeds, type ReportKind } from '../../../../shared/domain/reports.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import type { Log } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import type { AttendanceService } from '../attendance/service.ts'
import { actorOf } from '../audit/write.ts'
import { dayReport } from './day-report.ts'
import { createExporting, type SavePlace } from './exporting.ts'
import { createPresets } from './presets.ts'
import { createReportMaker } from './maker.ts'

type Contract = typeof reports

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly attendance: AttendanceService
  readonly hub: Hub<SentinelEvents>
  /** Absent where the host cannot ask a person for a place. */
  readonly savePlace?: SavePlace | undefined
}

export interface ReportsService {
  /** Refuses `forbidden` where the report itself asks for more than the call, `report_not_drawn`, and what the report refuses. */
  preview(input: InputOf<Contract['preview']>, caller: Caller): Promise<OutputOf<Contract['preview']>>
  /** Refuses `forbidden` as well, `report_runs_already`, `report_not_written`, `report_not_drawn`. @param place where it goes, instead of asking a person */
  export(input: InputOf<Contract['export']>, caller: Caller, place?: SavePlace): Promise<OutputOf<Contract['export']>>
  cancel(runId: string): Promise<void>
  presets(caller: Caller): Promise<OutputOf<Contract['presets']>>
  /** Refuses `forbidden`, `preset_unknown`, `preset_changed`, `preset_taken`. */
  savePreset(input: InputOf<Contract['savePreset']>, caller: Caller): Promise<OutputOf<Contract['savePreset']>>
  /** Refuses `preset_unknown`. */
  removePreset(presetId: string, caller: Caller): Promise<void>
  day(input: InputOf<Contract['day']>, caller: Caller): Promise<OutputOf<Contract['day']>>
  /** Cancels what is under way. */
  close(): Promise<void>
}

/** SECURITY: the call lets in whoever may read some report; which one, only the report itself says. */
function demand(kind: ReportKind, caller: Caller): void {
  if (!permits(reportNeeds[kind], caller)) throw refuse('forbidden')
}

export function createReportsService({ hub, savePlace, ...dependencies }: Dependencies): ReportsService {
  const { database, clock } = dependencies
  const maker = createReportMaker(database, clock)
  const exporting = createExporting({ ...dependencies, maker, hub, savePlace })
  const presets = createPresets({ ...dependencies, hub })
  return {
    async preview({ report, language }, caller) {
      demand(report.kind, caller)
      const now = clock.now()
      const made = await maker.make({ report, language, now, file: null }, new AbortController().signal, () => {})
      if (!('shown' in made)) throw new Error('a preview was asked for, and none was made')
      return { ...made.shown, generatedAt: now.toISOString() }
    },

    async export(input, caller, place) {
      demand(input.report.kind, caller)
      return exporting.export(input, caller, place)
    },
    cancel: exporting.cancel,

    presets: presets.list,
    async savePreset(input, caller) {
      demand(input.report.kind, caller)
      return presets.save(input, caller)
    },
    removePreset: presets.remove,

    day: (input, caller) => dayReport(dependencies, input, actorOf(caller)),
    close: exporting.close,
  }
}
