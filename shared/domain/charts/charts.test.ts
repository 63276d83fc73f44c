import { describe, expect, it } from 'vitest'
import type { ReportChart } from '../reports.ts'
import { chartSvg, paperPalette } from './chart-svg.ts'
import { alignSeries, drawChart, type ChartOptions, type Shape } from './draw.ts'
import { hatching, type Box } from './hatching.ts'
import { planLabels } from './labels.ts'
import { scaleFor } from './scale.ts'
import { figureWords, widthOf } from './text.ts'

const options: ChartOptions = { width: 520, height: 200, locale: 'en-CA', palette: paperPalette, empty: 'Nothing to draw' }
const points = (values: readonly number[], label = (index: number): string => `N${index + 1}`) => values.map((value, index) => ({ label: label(index), value }))
const chart = (changes: Partial<ReportChart> = {}): ReportChart => ({ id: 'nights', title: 'By night', shape: 'bars', unit: '', max: null, series: [{ name: 'Present', points: points([3, 8, 5]) }], ...changes })
const ofTag = (shapes: readonly Shape[], tag: Shape['tag']) => shapes.filter((shape) => shape.tag === tag)
const number = (shape: Shape, name: string): number => Number(shape.attributes[name])

/** Every number pair of a path, taken as absolute where the path is made of M and L. */
const corners = (d: string): number[][] => [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])

/** The box of a shape, turned text included. */
function boxOf({ tag, attributes, text }: Shape): number[] {
  const at = (name: string): number => Number(attributes[name])
  if (tag === 'rect') return [at('x'), at('y'), at('x') + at('width'), at('y') + at('height')]
  if (tag === 'line') return [at('x1'), at('y1'), at('x2'), at('y2')]
  if (tag === 'path') {
    const found = corners(String(attributes['d']))
    return [Math.min(...found.map(([x = 0]) => x)), Math.min(...found.map(([, y = 0]) => y)), Math.max(...found.map(([x = 0]) => x)), Math.max(...found.map(([, y = 0]) => y))]
  }
  const wide = widthOf(text ?? '', 10)
  if (attributes['transform'] !== undefined) return [at('x') - wide * Math.cos((40 * Math.PI) / 180), at('y') - 8, at('x'), at('y') + wide * Math.sin((40 * Math.PI) / 180)]
  const left = attributes['textAnchor'] === 'end' ? at('x') - wide : attributes['textAnchor'] === 'middle' ? at('x') - wide / 2 : at('x')
  return [left, at('y') - 8, left + wide, at('y') + 2]
}

/** What reaches over the edge. */
const outside = (shapes: readonly Shape[], { width, height }: { width: number; height: number }) =>
  shapes.map((shape) => ({ shape, box: boxOf(shape) })).filter(({ box: [x1 = 0, y1 = 0, x2 = 0, y2 = 0] }) => x1 < -0.5 || y1 < -0.5 || x2 > width + 0.5 || y2 > height + 0.5)

describe('the scale', () => {
  it.each([
    [[3, 8, 5], null, [0, 2, 4, 6, 8]],
    [[1], null, [0, 1]],
    [[96.5, 40], 100, [0, 20, 40, 60, 80, 100]],
    [[0.3, 0.1], null, [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]],
    [[-3, 5], null, [-4, -2, 0, 2, 4, 6]],
    [[0, 0], null, [0, 1]],
    [[487], null, [0, 100, 200, 300, 400, 500]],
  ])('of %j up to %j has round steps', (values, top, ticks) => {
    expect(scaleFor(values, top).ticks).toEqual(ticks)
  })
  it('ends where it is told, and rises above it rather than cut a figure off', () => {
    expect(scaleFor([40], 100).to).toBe(100)
    expect(scaleFor([112], 100).to).toBeGreaterThanOrEqual(112)
    expect(scaleFor([10], 45)).toMatchObject({ to: 45, ticks: [0, 10, 20, 30, 40] })
  })
  it('counts people in whole ones', () => {
    expect(scaleFor([2], null).ticks).toEqual([0, 1, 2])
  })
})

describe('figures', () => {
  it('are written as the language writes them (screens.md 5.6)', () => {
    expect(figureWords(1234.56, '', 'en-CA')).toBe('1,234.6')
    expect(figureWords(1234.56, '', 'fr-CA')).toBe('1\u00a0234,6')
    expect(figureWords(87, '%', 'en-CA')).toBe('87%')
    expect(figureWords(87, '%', 'fr-CA')).toBe('87\u00a0%')
  })
})

describe('labels', () => {
  it('stand side by side where they fit', () => {
    expect(planLabels(['DECK', 'OPS'], 100, 10, 80, true)).toMatchObject({ isTurned: false, every: 1 })
  })
  it('are turned where they do not, and the longest are cut with an ellipsis', () => {
    const plan = planLabels(['Département de la logistique et des approvisionnements', 'OPS'], 60, 10, 80, true)
    expect(plan).toMatchObject({ isTurned: true, every: 1 })
    expect(plan.texts[0]).toMatch(/…$/)
    expect(plan.height).toBeLessThanOrEqual(80)
  })
  it('are thinned where there are too many', () => {
    expect(planLabels(Array.from({ length: 200 }, (_, index) => `Night ${index}`), 3, 10, 80, true).every).toBeGreaterThan(3)
    expect(planLabels(Array.from({ length: 52 }, () => '24 Nov'), 10, 10, 80, false)).toMatchObject({ isTurned: false, every: 5 })
  })
})

describe('hatching', () => {
  it.each(['rising', 'falling', 'level', 'upright'] as const)('%s stays inside its bar', (filling) => {
    const box: Box = { x: 10, y: 20, width: 13, height: 47 }
    const found = corners(hatching(filling, box))
    expect(found.length).toBeGreaterThan(2)
    for (const [x = 0, y = 0] of found) {
      expect(x).toBeGreaterThanOrEqual(10)
      expect(x).toBeLessThanOrEqual(23)
      expect(y).toBeGreaterThanOrEqual(20)
      expect(y).toBeLessThanOrEqual(67)
    }
  })
})

describe('a plot', () => {
  it('draws bars as high as their figures, with the figure on each', () => {
    const shapes = drawChart(chart(), options)
    const [three, eight] = ofTag(shapes, 'rect')
    expect(three && eight && number(eight, 'height') / number(three, 'height')).toBeCloseTo(8 / 3, 1)
    expect(ofTag(shapes, 'text').map(({ text }) => text)).toEqual(expect.arrayContaining(['3', '8', '5', 'N1', 'N2', 'N3']))
  })
  it('names its series where there are several, and tells them apart without colour', () => {
    const shapes = drawChart(chart({ series: [{ name: 'Members', points: points([3, 4]) }, { name: 'Visiteurs présents', points: points([1, 2]) }] }), options)
    expect(ofTag(shapes, 'text').map(({ text }) => text)).toEqual(expect.arrayContaining(['Members', 'Visiteurs présents']))
    // The second is hatched: in the legend and in each of its bars.
    expect(ofTag(shapes, 'path')).toHaveLength(3)
  })
  it('breaks a line where a series has no figure', () => {
    const aligned = alignSeries({ series: [{ name: 'A', points: points([1, 2, 3]) }, { name: 'B', points: [{ label: 'N1', value: 4 }, { label: 'N3', value: 6 }] }] })
    expect(aligned.series[1]?.values).toEqual([4, null, 6])
    const shapes = drawChart(chart({ shape: 'line', series: [{ name: 'B', points: [{ label: 'N1', value: 4 }, { label: 'N2', value: Number.NaN }, { label: 'N3', value: 6 }] }] }), options)
    expect(String(ofTag(shapes, 'path')[0]?.attributes['d']).match(/M/g)).toHaveLength(2)
  })
  it.each([
    ['of nothing', chart({ series: [] })],
    ['of series without figures', chart({ series: [{ name: 'A', points: [] }] })],
  ])('%s says so', (_, empty) => {
    expect(drawChart(empty, options)).toEqual([expect.objectContaining({ tag: 'text', text: 'Nothing to draw' })])
  })
  it.each([
    ['one bar', chart({ series: [{ name: 'A', points: points([1]) }] })],
    ['only noughts', chart({ series: [{ name: 'A', points: points([0, 0]) }] })],
    ['figures below nought', chart({ series: [{ name: 'A', points: points([-4, 7]) }] })],
    ['a very long name first', chart({ series: [{ name: 'A', points: points([480, 12, 7, 9], (index) => `${index} Division des communications et des opérations`) }] })],
    ['forty nights of three', chart({ unit: '%', max: 100, series: ['Officiers', 'Matelots', 'Un nom de série extraordinairement long, plus long que ce que la largeur entière du dessin permet d’écrire sur une seule ligne'].map((name) => ({ name, points: points(Array.from({ length: 40 }, (_, index) => (index * 37) % 101)) })) })],
    ['a day by the quarter hour as a line', chart({ shape: 'line', series: [{ name: 'A', points: points(Array.from({ length: 96 }, (_, index) => index % 50), (index) => `${String(Math.floor(index / 4)).padStart(2, '0')}:${String((index % 4) * 15).padStart(2, '0')}`) }] })],
  ])('clips nothing: %s', (_, shown) => {
    for (const size of [options, { ...options, width: 320, height: 140 }, { ...options, width: 900, height: 260 }]) expect(outside(drawChart(shown, size), size)).toEqual([])
  })
})

describe('as SVG for paper', () => {
  it('is made of presentation attributes alone, escaped, and the same each time', () => {
    const shown = chart({ shape: 'line', series: [{ name: 'R&D <"Ops">', points: points([1, 2]) }, { name: 'B', points: points([2, 1]) }] })
    const svg = chartSvg(shown, options)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="520" height="200"/)
    expect(svg).toContain('R&amp;D &lt;&quot;Ops&quot;&gt;')
    expect(svg).toContain('stroke-dasharray="6 3"')
    expect(svg).toContain('font-family="Roboto"')
    expect(svg).not.toMatch(/style=|class=|foreignObject|textAnchor/)
    expect(chartSvg(shown, options)).toBe(svg)
  })
})
