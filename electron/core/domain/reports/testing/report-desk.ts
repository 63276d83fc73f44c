/** A desk that makes reports on a database of a test. */
import { parse, type InferInput } from 'valibot'
import { ReportSpec } from '../../../../../shared/contract/reports.ts'
import type { SentinelEvents } from '../../../../../shared/contract/index.ts'
import { defaultUnitTime } from '../../../../../shared/domain/operational-day.ts'
import { defaultReportSettings, type ReportSettings } from '../../../../../shared/domain/report-settings.ts'
import type { Language } from '../../../../../shared/i18n/index.ts'
import type { Database } from '../../../db/database.ts'
import type { Clock } from '../../../kit/clock.ts'
import { createHub } from '../../../kit/hub.ts'
import { silentLog } from '../../../kit/log.ts'
import { createAttendanceService } from '../../attendance/service.ts'
import { defaultUnitProfile } from '../../settings/unit-profile.ts'
import { renderReport } from '../render.ts'
import { buildReport } from '../kinds/index.ts'
import type { SavePlace } from '../exporting.ts'
import { makeReport } from '../make.ts'
import { createReportsService } from '../service.ts'

export type ReportDesk = ReturnType<typeof reportDesk>
type Asked = { readonly kind: string } & Readonly<Record<string, unknown>>

export const specOf = (report: Asked) => parse(ReportSpec, report satisfies Asked as InferInput<typeof ReportSpec>)

type SomeSettings = { readonly [G in keyof ReportSettings]?: Partial<ReportSettings[G]> }
const withDefaults = (settings: SomeSettings): ReportSettings => ({ ...defaultReportSettings, ...Object.fromEntries(Object.entries(settings).map(([group, values]) => [group, { ...defaultReportSettings[group as keyof ReportSettings], ...values }])) })

export function reportDesk({ database, clock, savePlace }: { database: Database; clock: Clock; savePlace?: SavePlace }) {
  const hub = createHub<SentinelEvents>(silentLog)
  const attendance = createAttendanceService({ database, clock, unitTime: () => defaultUnitTime })
  const service = createReportsService({ database, clock, hub, log: silentLog, attendance, savePlace })
  /** The whole document, by other settings than those that are stored. */
  const build = (report: Asked, settings: SomeSettings = {}, language: Language = 'en') =>
    buildReport(specOf(report), { database, attendance, now: clock.now(), unit: defaultUnitProfile, settings: withDefaults(settings), language, progress: () => {} })
  return {
    service,
    hub,
    build,
    /** What the thread makes of it, without starting one for each test. */
    preview: async (report: Asked, language: Language = 'en') => {
      const made = await makeReport({ report: specOf(report), language, now: clock.now(), file: null }, database, () => {})
      if (!('shown' in made)) throw new Error('nothing to show')
      return made.shown
    },
    /** Its paper, by other settings than those that are stored. */
    render: async (report: Asked, settings: SomeSettings = {}, language: Language = 'en') => {
      const facts = { unit: defaultUnitProfile, crest: null, pageSize: withDefaults(settings).formatting.pageSize, generatedAt: '25 NOV 2026 12:30', generatedBy: 'PO1 Test, T', language }
      return renderReport({ format: 'pdf', document: await build(report, settings, language), facts, now: clock.now() })
    },
  }
}
