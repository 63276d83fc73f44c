import { useTranslation } from 'react-i18next'
import { columnFields } from '../../../../../shared/domain/roll.ts'
import { Button } from '../../../ui/button.tsx'
import { CellSelect } from '../../../ui/cell-select.tsx'
import { ColumnMap } from '../../../ui/column-map.tsx'
import { missingFields } from './choices.ts'
import { fieldWords } from './problem-words.ts'
import { chooseSheet, goTo, setColumns, showPreview, useWizard } from './wizard-store.ts'

/** What each column of the file is: suggested by its heading, confirmed or corrected by a person who sees what stands in it. */
export function ColumnsStep() {
  const { t } = useTranslation('roll')
  const { opened, choices, busy } = useWizard()
  if (opened === null) return null
  const { file, read } = opened
  const missing = missingFields(choices.columns)
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
      <ColumnMap columns={read.columns} chosen={choices.columns} fields={columnFields.map((field) => [field, fieldWords(field)] as const)} onChange={setColumns} />
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
