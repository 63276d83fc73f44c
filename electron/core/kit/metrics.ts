/**
 * What the desk counts of itself (domain.md 5, design.md 6): counters, gauges and histograms by name. Labels are codes
 * out of our own source, never anything that a person typed: see `labelValue`.
 */
export type MetricType = 'counter' | 'gauge' | 'histogram'
export type Labels = Readonly<Record<string, string>>

/** One number; of a histogram one of `_bucket` (with the label `le`), `_sum` or `_count`. */
export interface Sample {
  readonly suffix: '' | '_bucket' | '_sum' | '_count'
  readonly labels: Labels
  readonly value: number
}
export interface Family {
  readonly name: string
  readonly help: string
  readonly type: MetricType
  readonly samples: readonly Sample[]
}

type LabelsOf<L extends string> = Readonly<Record<L, string>>
export interface Counter<L extends string> {
  add(labels: LabelsOf<L>, by?: number): void
}
export interface Gauge<L extends string> {
  set(labels: LabelsOf<L>, value: number): void
  /** Forgets every series: for what is told anew as a whole, such as readers by state. */
  clear(): void
}
export interface Histogram<L extends string> {
  observe(labels: LabelsOf<L>, value: number): void
}

export interface Metrics {
  counter<L extends string = never>(name: string, help: string, labels?: readonly L[]): Counter<L>
  gauge<L extends string = never>(name: string, help: string, labels?: readonly L[]): Gauge<L>
  /** @param bounds upper bounds, rising, in the unit that the name ends with; `+Inf` is added */
  histogram<L extends string = never>(name: string, help: string, labels?: readonly L[], bounds?: readonly number[]): Histogram<L>
  /** Sets gauges right before they are read. One that rejects is left out: what it set before stands. */
  beforeCollect(refresh: () => void | Promise<void>): void
  /** Everything, in the order of registration. */
  collect(): Promise<readonly Family[]>
}

/** Seconds: from half a frame on a screen to what nobody waits for. */
export const secondsBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

/** More series than this in one family is a label that was not a code: the rest are counted together. */
const mostSeries = 500
const metricName = /^sentinel_[a-z][a-z0-9_]{1,80}$/
const code = /^[a-z0-9_.:+-]{1,60}$/i
/** Five digits in a row, or eight hexadecimal ones with a digit among them, are a badge's or a person's number. */
const number = /\d{5}|(?=[a-f]*\d)[0-9a-f]{8}/i
/** Anything but a code counts as `other`: a name or a badge number that came here by mistake must not leave by a metric. */
export const labelValue = (value: string): string => (code.test(value) && !number.test(value) ? value : 'other')

interface Series<T> {
  readonly labels: Labels
  state: T
}

/** The series of one family, each made at its first use. */
function createSeries<T>(names: readonly string[], initial: () => T) {
  const all = new Map<string, Series<T>>()
  const get = (given: Labels): Series<T> => {
    const wanted = names.map((name) => labelValue(given[name] ?? ''))
    const values = all.has(wanted.join('\n')) || all.size < mostSeries ? wanted : names.map(() => 'other')
    const key = values.join('\n')
    const known = all.get(key)
    if (known !== undefined) return known
    const made = { labels: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])), state: initial() }
    all.set(key, made)
    return made
  }
  return { get, clear: () => all.clear(), all: () => [...all.values()] }
}

interface Buckets {
  readonly counts: number[]
  sum: number
  count: number
}

export function createMetrics(): Metrics {
  const families = new Map<string, { help: string; type: MetricType; samples: () => Sample[] }>()
  const refreshes: (() => void | Promise<void>)[] = []

  function register(name: string, help: string, type: MetricType, samples: () => Sample[]): void {
    if (!metricName.test(name)) throw new Error(`${name} is no name of a metric`)
    if (families.has(name)) throw new Error(`${name} is registered already`)
    families.set(name, { help, type, samples })
  }
  function numbers(name: string, help: string, type: 'counter' | 'gauge', labels: readonly string[]) {
    const series = createSeries(labels, () => 0)
    register(name, help, type, () => series.all().map(({ labels: of, state }) => ({ suffix: '', labels: of, value: state })))
    // Without labels there is one series, and it is there from the start: zero is a number.
    if (labels.length === 0) series.get({})
    return series
  }

  return {
    counter(name, help, labels = []) {
      const series = numbers(name, help, 'counter', labels)
      return { add: (of, by = 1) => void (series.get(of).state += Math.max(0, by)) }
    },
    gauge(name, help, labels = []) {
      const series = numbers(name, help, 'gauge', labels)
      return { set: (of, value) => void (series.get(of).state = value), clear: series.clear }
    },
    histogram(name, help, labels = [], bounds = secondsBounds) {
      const series = createSeries<Buckets>(labels, () => ({ counts: bounds.map(() => 0), sum: 0, count: 0 }))
      register(name, help, 'histogram', () =>
        series.all().flatMap(({ labels: of, state: { counts, sum, count } }) => [
          ...bounds.map((bound, index): Sample => ({ suffix: '_bucket', labels: { ...of, le: String(bound) }, value: counts[index] ?? 0 })),
          { suffix: '_bucket' as const, labels: { ...of, le: '+Inf' }, value: count },
          { suffix: '_sum' as const, labels: of, value: sum },
          { suffix: '_count' as const, labels: of, value: count },
        ]),
      )
      return {
        observe(of, value) {
          const { state } = series.get(of)
          for (const [index, bound] of bounds.entries()) if (value <= bound) state.counts[index] = (state.counts[index] ?? 0) + 1
          state.sum += value
          state.count += 1
        },
      }
    },
    beforeCollect: (refresh) => void refreshes.push(refresh),
    async collect() {
      await Promise.allSettled(refreshes.map(async (refresh) => refresh()))
      return [...families].map(([name, { help, type, samples }]) => ({ name, help, type, samples: samples() }))
    },
  }
}

const escaped = (text: string): string => text.replaceAll('\\', String.raw`\\`).replaceAll('\n', String.raw`\n`)
const inBraces = (labels: Labels): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value).replaceAll('"', String.raw`\"`)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

/** What an answer with `toPrometheusText` is called on the wire. */
export const prometheusContentType = 'text/plain; version=0.0.4; charset=utf-8'

/** The text format that Prometheus reads, version 0.0.4. A family without a series has its two lines of heading alone. */
export const toPrometheusText = (families: readonly Family[]): string =>
  families
    .map(({ name, help, type, samples }) => [`# HELP ${name} ${escaped(help)}`, `# TYPE ${name} ${type}`, ...samples.map((sample) => `${name}${sample.suffix}${inBraces(sample.labels)} ${textOf(sample.value)}`)].join('\n'))
    .join('\n')
    .concat('\n')

const textOf = (value: number): string => (value === Infinity ? '+Inf' : value === -Infinity ? '-Inf' : String(value))
