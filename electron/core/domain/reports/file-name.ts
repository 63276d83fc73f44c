/** What a file of a report is called (screens.md P1-3): unit, report and period, so that a folder of them sorts itself. Pure. */
import { foldText } from '../../../../shared/domain/fold-text.ts'
import type { ReportFormat } from '../../../../shared/domain/reports.ts'
import type { Spec } from './report.ts'

const longest = 60

interface About {
  readonly unitName: string
  /** Days of a report that is over several, both included; null = of this moment. */
  readonly span: { readonly from: string; readonly to: string } | null
  /** `YYYY-MM-DD` and `HH:MM` on the unit’s clock. */
  readonly date: string
  readonly time: string
  readonly format: ReportFormat
}

/** ASCII in lower case: every system and every stick takes it. */
const slug = (text: string): string => foldText(text).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, longest).replace(/-+$/, '')

/** Of these there are several a day. */
const ofMoment: ReadonlySet<Spec['kind']> = new Set(['presence', 'daily_checkin', 'handover'])

/** Such as `hmcs-example_training-nights_2026-09-01_2026-11-25.pdf`. */
export function reportFileName({ kind }: Pick<Spec, 'kind'>, { unitName, span, date, time, format }: About): string {
  const when = span === null ? [date, ...(ofMoment.has(kind) ? [time.replace(':', '')] : [])] : span.from === span.to ? [span.from] : [span.from, span.to]
  return `${[slug(unitName) || 'sentinel', slug(kind), ...when].join('_')}.${format}`
}
