/** Measures as plots: few enough points to be read, the worst of each kept. Pure. */
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { diagnostics } from '../../../../../shared/contract/diagnostics.ts'
import type { ReportChart } from '../../../../../shared/domain/reports.ts'

export type Measure = OutputOf<typeof diagnostics.measures>['measures'][number]

/** So many points a plot shows at the most: more would run together. */
const mostPoints = 120
const minuteMs = 60_000

export interface Point {
  readonly at: string
  readonly measures: readonly Measure[]
}

/** Neighbours put together by whole minutes of the clock, as many as are needed. */
export function thin(measures: readonly Measure[]): Point[] {
  const [first, last] = [measures[0], measures.at(-1)]
  if (first === undefined || last === undefined) return []
  const minutes = Math.max(1, Math.ceil((Date.parse(last.at) - Date.parse(first.at)) / minuteMs / mostPoints))
  const slots = new Map<number, Measure[]>()
  for (const measure of measures) {
    const slot = Math.floor(Date.parse(measure.at) / minuteMs / minutes)
    slots.set(slot, [...(slots.get(slot) ?? []), measure])
  }
  return [...slots].map(([slot, of]) => ({ at: new Date(slot * minutes * minuteMs).toISOString(), measures: of }))
}

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null)
export const meanOf = (values: readonly (number | null)[]): number | null => {
  const numbers = known(values)
  return numbers.length === 0 ? null : Math.round((numbers.reduce((sum, value) => sum + value, 0) / numbers.length) * 10) / 10
}
export const worstOf = (values: readonly (number | null)[]): number | null => known(values).reduce<number | null>((worst, value) => (worst === null || value > worst ? value : worst), null)

export interface SeriesPlan {
  readonly name: string
  readonly of: (measure: Measure) => number | null
  /** What stands for several: their mean unless it is told. */
  readonly by?: typeof meanOf
}

/** @param label how an instant is written below the plot */
export const chartOf = (id: string, title: string, unit: string, points: readonly Point[], plans: readonly SeriesPlan[], label: (at: string) => string): ReportChart => ({
  id,
  title,
  shape: 'line',
  unit,
  max: null,
  series: plans.map(({ name, of, by = meanOf }) => ({
    name,
    points: points.flatMap(({ at, measures }) => {
      const value = by(measures.map(of))
      return value === null ? [] : [{ label: label(at), value }]
    }),
  })),
})
