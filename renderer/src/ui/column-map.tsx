import { useTranslation } from 'react-i18next'
import { CellSelect } from './cell-select.tsx'
import { Chip } from './chip.tsx'
import { withColumn } from './list-file.ts'

interface Props<F extends string> {
  readonly columns: readonly { readonly header: string; readonly samples: readonly string[]; readonly suggested: F | null; readonly certain: boolean }[]
  /** What each is read as now, in their order. */
  readonly chosen: readonly (F | null)[]
  readonly fields: readonly (readonly [field: F, words: string])[]
  readonly onChange: (chosen: (F | null)[]) => void
}

const cell = 'h-[35px] border-b border-line px-3 text-left align-middle'

/** What each column of a file is: suggested by its heading, confirmed or corrected by a person who sees what stands in it. */
export function ColumnMap<F extends string>({ columns, chosen, fields, onChange }: Props<F>) {
  const { t } = useTranslation('roll')
  const options: readonly (readonly [F | '', string])[] = [['', t('columns.ignore')], ...fields]
  return (
    <div role="region" aria-label={t('step.columns')} tabIndex={0} className="min-h-0 flex-1 overflow-auto -outline-offset-2!">
      <table className="w-full table-fixed border-separate border-spacing-0">
        <thead className="sticky top-0 z-10 bg-panel">
          <tr className="label-caps whitespace-nowrap">
            <th scope="col" className={`${cell} w-[22%]`}>
              {t('columns.header')}
            </th>
            <th scope="col" className={cell}>
              {t('columns.samples')}
            </th>
            <th scope="col" className={`${cell} w-[270px]`}>
              {t('columns.readAs')}
            </th>
            <th scope="col" className={`${cell} w-[120px]`}>
              <span className="sr-only">{t('notice')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ header, samples, suggested, certain }, at) => {
            const field = chosen[at] ?? null
            const name = header === '' ? t('columns.noHeader') : header
            return (
              // A column is its place: two may have one heading.
              // eslint-disable-next-line react/no-array-index-key
              <tr key={at} className={field === null ? 'text-ink-muted' : ''}>
                <th scope="row" className={`${cell} truncate font-semibold ${header === '' ? 'italic' : ''}`} title={name}>
                  {name}
                </th>
                <td className={`${cell} truncate text-ink-muted`} title={samples.join('\n')}>
                  {samples.filter((sample) => sample !== '').join(' · ')}
                </td>
                <td className={cell}>
                  <CellSelect label={t('columns.readAsOf', { header: name })} value={field ?? ''} onChange={(now) => onChange(withColumn(chosen, at, now === '' ? null : now))} options={options} />
                </td>
                <td className={cell}>{!certain && field === suggested ? <Chip tone="attention">{t('columns.check')}</Chip> : null}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
