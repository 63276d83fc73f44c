import { useTranslation } from 'react-i18next'
import type { ReportCell, ReportDocument, ReportTable } from '../../../../shared/domain/reports.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import { ChartFigure } from './chart-figure.tsx'

interface Props {
  readonly document: ReportDocument
  readonly language: Language
  readonly leftOut: number
  /** For the printer: black on white, all of its plots as on the PDF. */
  readonly isPaper?: boolean
}

/** A report as it will be on paper: title, facts, plots, tables, and how it is counted. */
export function ReportPaper({ document: report, language, leftOut, isPaper = false }: Props) {
  const { t } = useTranslation('reports')
  const locale = language === 'fr' ? 'fr-CA' : 'en-CA'
  const isPaired = report.charts.length > 1
  return (
    <article lang={locale} className="report-paper" data-landscape={report.isLandscape || undefined}>
      <h2 className="text-xl font-semibold">{report.title}</h2>
      {report.facts.length === 0 ? null : (
        <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
          {report.facts.map(({ label, value }) => (
            <div key={label}>
              <dt className="label-caps">{label}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {report.charts.length === 0 ? null : (
        <div className={`mt-5 grid gap-x-6 gap-y-5 ${isPaired ? (isPaper ? 'grid-cols-2' : 'lg:grid-cols-2') : ''}`}>
          {report.charts.map((chart) => (
            <ChartFigure key={chart.id} chart={chart} locale={locale} isPaper={isPaper} width={isPaired ? 420 : 760} height={isPaired ? 200 : 220} />
          ))}
        </div>
      )}
      {report.tables.map((table) => (
        <PaperTable key={table.id} table={table} isTitled={report.tables.length > 1 || table.title !== report.title} />
      ))}
      {leftOut === 0 ? null : (
        <p className="mt-3 border-l-4 border-attention bg-attention-soft px-3 py-1.5 text-attention">
          {t('preview.leftOut', { count: leftOut })} {t('export.printAll')}
        </p>
      )}
      {report.notes.length === 0 ? null : (
        <div className="mt-5 text-xs text-ink-muted">
          <h3 className="font-semibold">{t('preview.notes', { lng: language })}</h3>
          <ul className="mt-1 list-disc pl-5">
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
    </article>
  )
}

function PaperTable({ table: { title, columns, groups, empty }, isTitled }: { table: ReportTable; isTitled: boolean }) {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0)
  const isEmpty = groups.every(({ rows }) => rows.length === 0)
  if (isEmpty)
    return (
      <div className="mt-5">
        {isTitled ? <h3 className="font-semibold">{title}</h3> : null}
        <p className="text-ink-muted">{empty}</p>
      </div>
    )
  return (
    <table className="report-table mt-5">
      <caption className={isTitled ? '' : 'sr-only'}>{title}</caption>
      <colgroup>
        {columns.map(({ label, weight }) => (
          <col key={label} style={{ width: `${(weight / whole) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ label, align }) => (
            <th key={label} scope="col" className={align === 'end' ? 'is-number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group, index) => (
        <tbody key={`${index} ${group.title}`} data-own-page={(group.isOwnPage && index > 0) || undefined}>
          {group.title === null ? null : (
            <tr className="report-group">
              <th scope="rowgroup" colSpan={columns.length}>
                {group.title}
              </th>
            </tr>
          )}
          {group.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column} className={`${columns[column]?.align === 'end' ? 'is-number' : ''} ${cell.text.length <= longestCode ? 'whitespace-nowrap' : ''}`}>
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** A number, a code, a time: in two lines it would be read as two. */
const longestCode = 14

const tones = { good: ['text-in', '✓'], warning: ['text-attention font-semibold', '▲'], critical: ['text-refused font-semibold', '✕'], muted: ['text-ink-muted', ''] } as const

/** Coloured, and with a sign where its own words have none. */
function CellText({ cell: { text, tone } }: { cell: ReportCell }) {
  if (tone === undefined || text === '') return text
  const [look, sign] = tones[tone]
  return (
    <span className={look}>
      {sign === '' || /^[^\p{L}\p{N}\s(–-]/u.test(text) ? '' : <span aria-hidden>{sign} </span>}
      {text}
    </span>
  )
}
