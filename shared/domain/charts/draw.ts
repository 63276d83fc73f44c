/** A plot as a list of plain shapes, from which the screen and the paper are both made (libraries.md “Plots”: own SVG). */
import type { ReportChart } from '../reports.ts'
import { fillings, hatching, type Box } from './hatching.ts'
import { planLabels, turn, type LabelPlan } from './labels.ts'
import { markerPath } from './markers.ts'
import { scaleFor, type Scale } from './scale.ts'
import { cut, figureWords, widthOf } from './text.ts'

/** One shape, with attributes by their names in React; numbers in the plot’s own units. */
export interface Shape {
  readonly tag: 'line' | 'path' | 'rect' | 'text'
  readonly attributes: Readonly<Record<string, string | number>>
  readonly text?: string
}

export interface Palette {
  readonly ink: string
  readonly muted: string
  readonly grid: string
  /** What it stands on. */
  readonly ground: string
  readonly series: readonly string[]
}

export interface ChartOptions {
  readonly width: number
  readonly height: number
  /** Such as `fr-CA`: how figures are written. */
  readonly locale: string
  readonly palette: Palette
  /** Said where there is nothing to draw. */
  readonly empty: string
}

type Series = { readonly name: string; readonly values: readonly (number | null)[] }

const size = 10
const legendLine = 16
/** Room above the plot for the figure on the highest bar. */
const headroom = 12
const round = (value: number): number => Math.round(value * 100) / 100
const text = (words: string, x: number, y: number, fill: string, anchor: 'start' | 'middle' | 'end', more: Readonly<Record<string, string | number>> = {}): Shape => ({ tag: 'text', attributes: { x: round(x), y: round(y), fill, textAnchor: anchor, fontSize: size, ...more }, text: words })

/** Every label once, in the order of their first coming; a series that lacks one has a gap there. */
export function alignSeries(chart: Pick<ReportChart, 'series'>): { labels: string[]; series: Series[] } {
  const labels = [...new Set(chart.series.flatMap(({ points }) => points.map(({ label }) => label)))]
  const series = chart.series.map(({ name, points }) => {
    const known = new Map(points.map(({ label, value }) => [label, value]))
    return { name, values: labels.map((label) => { const value = known.get(label); return value !== undefined && Number.isFinite(value) ? value : null }) }
  })
  return { labels, series }
}

export const fillingOf = (index: number) => fillings[index % fillings.length] ?? 'full'
const colourOf = (palette: Palette, index: number): string => palette.series[index % palette.series.length] ?? palette.ink

/** Where everything stands. */
interface Frame extends Box {
  readonly slot: number
  readonly scale: Scale
  readonly labels: LabelPlan
  readonly yOf: (value: number) => number
}

function frameOf(chart: ReportChart, labels: readonly string[], series: readonly Series[], legendHeight: number, { width, height, locale }: ChartOptions): Frame {
  const scale = scaleFor(series.flatMap(({ values }) => values.filter((value) => value !== null)), chart.max)
  const ticksWidth = Math.max(...scale.ticks.map((tick) => widthOf(figureWords(tick, chart.unit, locale), size))) + 8
  const right = chart.shape === 'line' ? widthOf(labels.at(-1) ?? '', size) / 2 : 4
  const plan = (left: number): LabelPlan => planLabels(labels, (width - left - right) / labels.length, size, height * 0.4, chart.shape === 'bars')
  const first = plan(ticksWidth)
  const left = Math.max(ticksWidth, Math.min(width / 3, first.reach - (width - ticksWidth - right) / labels.length / 2))
  const placed = plan(left)
  const y = legendHeight + headroom
  const plotHeight = height - y - placed.height
  return { x: left, y, width: width - left - right, height: plotHeight, slot: (width - left - right) / labels.length, scale, labels: placed, yOf: (value) => y + plotHeight * (1 - (value - scale.from) / (scale.to - scale.from)) }
}

/** The sign of a series: beside its name above the plot, and in the table of its figures. */
export function signOf(shape: ReportChart['shape'], index: number, palette: Palette, box: Box): Shape[] {
  const stroke = colourOf(palette, index)
  if (shape === 'line') return [{ tag: 'path', attributes: { d: markerPath(index, box.x + box.width / 2, box.y + box.height / 2, 4), fill: stroke, stroke, strokeWidth: 1 } }]
  return bar(index, palette, box)
}

function bar(index: number, palette: Palette, box: Box): Shape[] {
  const stroke = colourOf(palette, index)
  const filling = fillingOf(index)
  const place = { x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) }
  const strokes = hatching(filling, box)
  return [
    { tag: 'rect', attributes: { ...place, fill: filling === 'full' ? stroke : palette.ground, stroke, strokeWidth: 1 } },
    ...(strokes === '' ? [] : [{ tag: 'path' as const, attributes: { d: strokes, fill: 'none', stroke, strokeWidth: 1 } }]),
  ]
}

function legend(chart: ReportChart, series: readonly Series[], { width, palette }: ChartOptions): { shapes: Shape[]; height: number } {
  if (series.length < 2) return { shapes: [], height: 0 }
  let [x, y] = [0, 0]
  const shapes = series.flatMap(({ name }, index) => {
    const words = cut(name, size, width - 24)
    const needed = 16 + widthOf(words, size) + 12
    if (x > 0 && x + needed > width) [x, y] = [0, y + legendLine]
    const at = x
    x += needed
    return [...signOf(chart.shape, index, palette, { x: at + 1, y: y + 2, width: 10, height: 10 }), text(words, at + 16, y + 10.5, palette.ink, 'start')]
  })
  return { shapes, height: y + legendLine + 4 }
}

function axes(chart: ReportChart, frame: Frame, { palette, locale }: ChartOptions): Shape[] {
  const { x, width, yOf, scale, labels, slot, y, height } = frame
  const grid = scale.ticks.flatMap((tick): Shape[] => {
    const at = round(yOf(tick))
    return [
      { tag: 'line', attributes: { x1: round(x), y1: at, x2: round(x + width), y2: at, stroke: tick === 0 ? palette.muted : palette.grid, strokeWidth: tick === 0 ? 1 : 0.75 } },
      text(figureWords(tick, chart.unit, locale), x - 6, at + size * 0.35, palette.muted, 'end'),
    ]
  })
  const bottom = y + height + size * 1.3
  return [
    ...grid,
    ...labels.texts.flatMap((label, index) => {
      if (index % labels.every !== 0) return []
      const middle = x + slot * (index + 0.5)
      return [labels.isTurned ? text(label, middle + size * 0.4, bottom - 2, palette.muted, 'end', { transform: `rotate(-${turn} ${round(middle + size * 0.4)} ${round(bottom - 2)})` }) : text(label, middle, bottom, palette.muted, 'middle')]
    }),
  ]
}

function bars(chart: ReportChart, series: readonly Series[], { x, slot, yOf }: Frame, { palette, locale }: ChartOptions): Shape[] {
  const inner = Math.min(slot * 0.8, 44 * series.length)
  const own = inner / series.length
  // On all of them or on none: a figure here and there would read as if it meant something.
  const areWritten = series.every(({ values }) => values.every((value) => value === null || widthOf(figureWords(value, chart.unit, locale), size) <= own))
  return series.flatMap(({ values }, index) =>
    values.flatMap((value, at) => {
      if (value === null) return []
      const left = x + slot * at + (slot - inner) / 2 + own * index
      const [top, foot] = [yOf(Math.max(0, value)), yOf(Math.min(0, value))]
      const box = { x: left + own * 0.06, y: top, width: own * 0.88, height: foot - top }
      return [...(box.height === 0 ? [] : bar(index, palette, box)), ...(areWritten ? [text(figureWords(value, chart.unit, locale), left + own / 2, top - 3, palette.ink, 'middle')] : [])]
    }),
  )
}

const dashes = ['', '6 3', '2 2', '8 3 2 3', '1 3', '10 4'] as const

function lines(series: readonly Series[], { x, slot, yOf }: Frame, { palette }: ChartOptions): Shape[] {
  return series.flatMap(({ values }, index) => {
    const stroke = colourOf(palette, index)
    const points = values.map((value, at) => (value === null ? null : { x: round(x + slot * (at + 0.5)), y: round(yOf(value)) }))
    const d = points.map((point, at) => (point === null ? '' : `${points[at - 1] ? 'L' : 'M'}${point.x} ${point.y}`)).join('')
    const dash = dashes[index % dashes.length] ?? ''
    // A mark for each would run together: the line then speaks for itself, and what stands alone keeps its own.
    const areMarked = slot >= 9
    const marks = points.filter((point, at) => point !== null && (areMarked || (!points[at - 1] && !points[at + 1]))).flatMap((point): Shape[] => (point === null ? [] : [{ tag: 'path', attributes: { d: markerPath(index, point.x, point.y, 3.2), fill: stroke, stroke, strokeWidth: 1 } }]))
    return [{ tag: 'path' as const, attributes: { d, fill: 'none', stroke, strokeWidth: 1.75, strokeLinejoin: 'round', ...(dash !== '' && { strokeDasharray: dash }) } }, ...marks]
  })
}

/** The shapes of a plot, none of them outside `width` × `height`. Its title is not among them: it is text of the page. */
export function drawChart(chart: ReportChart, options: ChartOptions): Shape[] {
  const { labels, series } = alignSeries(chart)
  if (series.every(({ values }) => values.every((value) => value === null))) return [text(options.empty, options.width / 2, options.height / 2, options.palette.muted, 'middle')]
  const head = legend(chart, series, options)
  const frame = frameOf(chart, labels, series, head.height, options)
  return [...head.shapes, ...axes(chart, frame, options), ...(chart.shape === 'bars' ? bars(chart, series, frame, options) : lines(series, frame, options))]
}
