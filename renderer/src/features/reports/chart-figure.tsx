import { createElement, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { paperPalette } from '../../../../shared/domain/charts/chart-svg.ts'
import { alignSeries, drawChart, type Palette } from '../../../../shared/domain/charts/draw.ts'
import { figureWords } from '../../../../shared/domain/charts/text.ts'
import type { ReportChart } from '../../../../shared/domain/reports.ts'

/** As the theme has it; the hatching and the markers tell the series apart where colours do not. */
const screenPalette: Palette = { ink: 'var(--ink)', muted: 'var(--ink-muted)', grid: 'var(--line)', ground: 'var(--panel)', series: ['var(--out)', 'var(--cyan)', 'var(--visitor)', 'var(--ink-muted)', 'var(--pink)'] }

interface Props {
  readonly chart: ReportChart
  readonly locale: string
  /** Black on white, whatever the theme. */
  readonly isPaper: boolean
  readonly width: number
  readonly height: number
}

/** A plot, with its figures as a table for those who do not see it. */
export function ChartFigure({ chart, locale, isPaper, width, height }: Props) {
  const { t } = useTranslation('reports')
  const title = useId()
  const { labels, series } = alignSeries(chart)
  const shapes = drawChart(chart, { width, height, locale, palette: isPaper ? paperPalette : screenPalette, empty: t('preview.noFigures') })
  return (
    <figure className="chart min-w-0">
      <figcaption id={title} className="mb-1.5 font-semibold">
        {chart.title}
      </figcaption>
      <svg role="img" aria-labelledby={title} viewBox={`0 0 ${width} ${height}`} className="block h-auto w-full">
        {shapes.map(({ tag, attributes, text }, index) => createElement(tag, { key: index, ...attributes }, text))}
      </svg>
      {isPaper ? null : (
        <div className="sr-only">
          <table>
            <caption>{chart.title}</caption>
            <thead>
              <tr>
                <td>–</td>
                {series.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {labels.map((label, at) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {series.map(({ name, values }) => {
                    const value = values[at]
                    return <td key={name}>{value == null ? '–' : figureWords(value, chart.unit, locale)}</td>
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </figure>
  )
}
