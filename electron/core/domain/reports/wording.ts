/** How one report writes its dates, times and figures: the settings and the language of its context, bound. Pure. */
import type { ReportCell } from '../../../../shared/domain/reports.ts'
import { dateIn, dateTimeIn, timeIn, type Column } from './layout.ts'
import type { ReportContext } from './report.ts'

export type Wording = ReturnType<typeof createWording>

export function createWording({ unit, settings: { formatting }, language }: Pick<ReportContext, 'unit' | 'settings' | 'language'>) {
  const decimals = new Intl.NumberFormat(`${language}-CA`, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const date = (civil: string): string => dateIn(civil, formatting.dateFormat, language)
  return {
    date,
    time: (at: Date | string): string => timeIn(new Date(at), unit),
    moment: (at: Date | string): string => dateTimeIn(new Date(at), unit, formatting.dateFormat, language),
    span: (from: string, to: string): string => `${date(from)} – ${date(to)}`,
    /** With one decimal: figures that thresholds go by. */
    percent: (value: number): string => `${decimals.format(value)}${language === 'fr' ? '\u00A0' : ''}%`,
  }
}

/** A column of figures. */
export const figures = <Row>(label: string, weight: number, cell: (row: Row) => ReportCell | string | number): Column<Row> => ({
  label,
  weight,
  align: 'end',
  cell: (row) => {
    const value = cell(row)
    return typeof value === 'number' ? String(value) : value
  },
})
