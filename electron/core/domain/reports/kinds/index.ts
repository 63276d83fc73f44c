/** Which builder makes which report. One a line: kinds are added side by side. */
import type { ReportDocument, ReportKind } from '../../../../../shared/domain/reports.ts'
import type { ReportBuilder, ReportContext, Spec } from '../report.ts'
import { badges } from './badges.ts'
import { bmq } from './bmq.ts'
import { corrections } from './corrections.ts'
import { dailyCheckin } from './daily-checkin.ts'
import { dutyLog } from './duty-log.ts'
import { handover } from './handover.ts'
import { missedCheckouts } from './missed-checkouts.ts'
import { presence } from './presence.ts'
import { roster } from './roster.ts'
import { trainingNights } from './training-nights.ts'
import { visitors } from './visitors.ts'

const builders: { readonly [K in ReportKind]: ReportBuilder<K> } = {
  presence,
  daily_checkin: dailyCheckin,
  training_nights: trainingNights,
  bmq,
  roster,
  visitors,
  missed_checkouts: missedCheckouts,
  badges,
  duty_log: dutyLog,
  handover,
  corrections,
}

/** The report that is asked for, whole. Refuses what its builder refuses. */
export const buildReport = (spec: Spec, context: ReportContext): Promise<ReportDocument> => (builders[spec.kind] as ReportBuilder<ReportKind>)(spec, context)
