import { useTranslation } from 'react-i18next'
import { columnFields, type ColumnField } from '../../../../../shared/domain/roll.ts'
import { Button } from '../../../ui/button.tsx'
import { CellSelect } from '../../../ui/cell-select.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { missingFields, withColumn } from './choices.ts'
import { fieldWords } from './problem-words.ts'
import { chooseSheet, goTo, setColumns, showPreview, useWizard } from './wizard-store.ts'

const cell = 'h-[35px] border-b border-line px-3 text-left align-middle'

/** What each column of the file is: suggested by its heading, confirmed or corrected by a person who sees what stands in it. */
export function ColumnsStep() {
  const { t } = useTranslation('roll')
  const { opened, choices, busy } = useWizard()
  if (opened === null) return null
  const { file, read } = opened
  const missing = missingFields(choices.columns)
  const options: readonly (readonly [ColumnField | '', string])[] = [['', t('columns.ignore')], ...columnFields.map((field) => [field, fieldWords(field)] as const)]
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-2">
        <b className="min-w-0 truncate text-base font-semibold" title={file.fileName}>
          {file.fileName}
        </b>
        {read.sheets.length > 1 ? (
          <span className="flex w-64 items-center gap-2">
            <span aria-hidden className="text-ink-muted">
              {t('columns.sheet')}
            </span>
            <CellSelect label={t('columns.sheet')} value={read.sheet ?? ''} onChange={(sheet) => void chooseSheet(sheet)} options={read.sheets.map((name) => [name, name])} />
          </span>
        ) : null}
        <span className="whitespace-nowrap text-ink-muted">{t('columns.rows', { count: read.rows })}</span>
        <p className="w-full text-ink-muted">{t('columns.text')}</p>
      </div>
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
            {read.columns.map(({ header, samples, suggested, certain }, at) => {
              const field = choices.columns[at] ?? null
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
                    <CellSelect label={t('columns.readAsOf', { header: name })} value={field ?? ''} onChange={(chosen) => setColumns(withColumn(choices.columns, at, chosen === '' ? null : chosen))} options={options} />
                  </td>
                  <td className={cell}>{!certain && field === suggested ? <Chip tone="attention">{t('columns.check')}</Chip> : null}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <div className="flex items-center gap-3 border-t border-line px-3 py-2.5">
        <Button onPress={() => goTo('choose')}>{t('other')}</Button>
        <p role="status" className={`flex-1 text-right ${missing.length === 0 ? 'text-ink-muted' : 'text-attention'}`}>
          {missing.length === 0 ? t('columns.ready') : t('columns.missing', { fields: missing.map(fieldWords).join(', ') })}
        </p>
        <Button variant="primary" isDisabled={missing.length > 0 || busy !== null} onPress={() => void showPreview()}>
          {busy === null ? t('columns.next') : t('updating')}
        </Button>
      </div>
    </>
  )
}
