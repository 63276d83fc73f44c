import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../../ui/chip.tsx'
import { useTimes } from '../../../ui/time.ts'
import type { TrainingYear } from '../calendar/exceptions.ts'

/** A year for those who may look, and not change it. */
export function YearFacts({ year: { name, startDate, endDate, isCurrent, holidayExclusions, dayExceptions } }: { year: TrainingYear }) {
  const { t } = useTranslation('training')
  const { civilDate, yearDate } = useTimes()
  return (
    <div tabIndex={0} role="region" aria-label={name} className="grid min-h-0 content-start gap-5 overflow-y-auto p-4 -outline-offset-2!">
      <div>
        <h2 className="flex items-center gap-2 text-[15px] font-semibold">
          {name}
          {isCurrent ? <Chip tone="in">{t('years.current')}</Chip> : null}
        </h2>
        <p>
          {yearDate(startDate)} – {yearDate(endDate)}
        </p>
        <p className="text-xs text-ink-muted">{t('years.readOnly')}</p>
      </div>
      <Table title={t('years.standDowns')} empty={t('years.noStandDowns')} headings={[t('years.start'), t('years.end'), t('years.name')]} rows={holidayExclusions.map((range) => [yearDate(range.start), yearDate(range.end), range.name])} />
      <Table title={t('years.exceptions')} empty={t('years.noExceptions')} headings={[t('years.date'), t('years.what'), t('years.note')]} rows={dayExceptions.map(({ date, type, note }) => [`${civilDate(date)} ${date.slice(0, 4)}`, t(`years.type.${type}`), note ?? ''])} />
    </div>
  )
}

function Table({ title, empty, headings, rows }: { title: string; empty: string; headings: readonly string[]; rows: readonly (readonly ReactNode[])[] }) {
  return (
    <div className="grid max-w-3xl gap-1">
      <h3 className="text-sm font-semibold">{title}</h3>
      {rows.length === 0 ? (
        <p className="text-ink-muted">{empty}</p>
      ) : (
        <table aria-label={title} className="w-full border-collapse">
          <thead>
            <tr className="label-caps h-8 border-b border-line text-left">
              {headings.map((heading) => (
                <th key={heading} scope="col" className="pr-3 font-semibold">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index} className="h-[33px] border-b border-line">
                {row.map((cell, column) => (
                  <td key={headings[column]} className="pr-3 wrap-break-word">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
