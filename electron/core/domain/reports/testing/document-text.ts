import type { ReportDocument } from '../../../../../shared/domain/reports.ts'

/** A report as text that a person can compare line by line: what golden files hold. */
export function documentText({ kind, title, facts, charts, tables, notes, isLandscape }: ReportDocument): string {
  const chartLines = charts.flatMap((chart) => [`~ ${chart.title} [${chart.shape}${chart.unit === '' ? '' : `, ${chart.unit}`}]`, ...chart.series.map((series) => `  ${series.name}: ${series.points.map(({ label, value }) => `${label}=${value}`).join('; ')}`)])
  const tableLines = tables.flatMap((table) => [
    '',
    `## ${table.title} [${table.id}]`,
    `| ${table.columns.map(({ label }) => label).join(' | ')} |`,
    ...table.groups.flatMap((group) => [...(group.title === null ? [] : [`-- ${group.title}${group.isOwnPage ? ' (own page)' : ''}`]), ...group.rows.map((row) => `| ${row.map(({ text, tone }) => (tone === undefined ? text : `${text} {${tone}}`)).join(' | ')} |`)]),
    ...(table.groups.every(({ rows }) => rows.length === 0) ? [`(${table.empty})`] : []),
  ])
  return [`# ${title} [${kind}${isLandscape ? ', landscape' : ''}]`, ...facts.map(({ label, value }) => `${label}: ${value}`), ...chartLines, ...tableLines, '', ...notes.map((note) => `* ${note}`), ''].join('\n')
}
