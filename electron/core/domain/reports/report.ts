/** What every report is made from, and what it makes (domain.md 4.20). One file a kind in `kinds/`. */
import type * as v from 'valibot'
import type { ReportSpec } from '../../../../shared/contract/reports.ts'
import type { ReportDocument, ReportKind } from '../../../../shared/domain/reports.ts'
import type { ReportSettings } from '../../../../shared/domain/report-settings.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import type { Reads } from '../../db/remote-reads.ts'
import type { AttendanceService } from '../attendance/service.ts'
import type { UnitProfile } from '../settings/unit-profile.ts'

export type Spec = v.InferOutput<typeof ReportSpec>
export type SpecOf<K extends ReportKind> = Extract<Spec, { kind: K }>

export interface ReportContext {
  /** For reading only. Long reports read in pages, so that between two of them the desk is answered. */
  readonly database: Reads
  readonly attendance: AttendanceService
  readonly now: Date
  readonly unit: UnitProfile
  readonly settings: ReportSettings
  readonly language: Language
  /** How far the reading is, 0 to 1. */
  readonly progress: (part: number) => void
}

/** Reads what is asked for and says it in the language of the context. Refuses what the contract lists for reports. */
export type ReportBuilder<K extends ReportKind> = (spec: SpecOf<K>, context: ReportContext) => Promise<ReportDocument>

/** More rows than this are refused (`report_too_long`): no paper of it would be read. */
export const mostRows = 20_000
