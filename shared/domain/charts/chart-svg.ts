/** A plot as one SVG text for paper: presentation attributes only, no style sheet, so that a PDF library reads it too. */
import type { ReportChart } from '../reports.ts'
import { drawChart, type ChartOptions, type Palette } from './draw.ts'

/** On white, and told apart in grey as well (hatching and markers see to that). */
export const paperPalette: Palette = { ink: '#10202f', muted: '#44535f', grid: '#d5dce3', ground: '#ffffff', series: ['#1d5fae', '#8a4b00', '#0b6674', '#5b3da8', '#44535f', '#a3195b'] }

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const attributeName = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const written = (attributes: Readonly<Record<string, string | number>>): string => Object.entries(attributes).map(([name, value]) => ` ${attributeName(name)}="${escape(String(value))}"`).join('')

/** @param options `font` as the PDF library knows it */
export function chartSvg(chart: ReportChart, { font = 'Roboto', palette = paperPalette, ...rest }: Omit<ChartOptions, 'palette'> & { readonly palette?: Palette; readonly font?: string }): string {
  const shapes = drawChart(chart, { ...rest, palette }).map(({ tag, attributes, text }) => {
    const all = tag === 'text' ? { ...attributes, fontFamily: font } : attributes
    return text === undefined ? `<${tag}${written(all)}/>` : `<${tag}${written(all)}>${escape(text)}</${tag}>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${rest.width}" height="${rest.height}" viewBox="0 0 ${rest.width} ${rest.height}">${shapes.join('')}</svg>`
}
