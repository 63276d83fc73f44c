import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Button } from '../../../ui/button.tsx'
import { blockingRows, obstacleTo, touched } from './choices.ts'
import { ErrorTable } from './error-table.tsx'
import { AddTable, ColumnTable, MissingTable, NoticeTable, UpdateTable } from './preview-tables.tsx'
import { chooseAnother, importPreviewed, setChoices, useWizard, type Previewed } from './wizard-store.ts'

type Part = 'errors' | 'add' | 'update' | 'missing' | 'notices' | 'columns'

/** What the import would do, row by row where it matters, and the choices that it leaves. */
export function PreviewStep({ previewed: { file, preview, again } }: { previewed: Previewed }) {
  const { t } = useTranslation('members')
  const { choices, busy } = useWizard()
  const counts: Record<Part, number> = {
    errors: new Set(preview.errors.map(({ row }) => row)).size,
    add: preview.toAdd.length,
    update: preview.toUpdate.length,
    missing: preview.toReview.length,
    notices: preview.notices.length,
    columns: preview.columns.filter(({ field }) => field !== null).length,
  }
  const parts: readonly Part[] = ['errors', 'add', 'update', 'missing', 'notices', 'columns']
  const [part, setPart] = useState<Part>(parts.find((name) => counts[name] > 0) ?? 'columns')
  const obstacle = obstacleTo(preview, choices)
  const importing = busy === 'importing'
  const open = blockingRows(preview, choices).length
  return (
    <>
      {again === null ? null : (
        <p role="alert" className="border-b border-line bg-attention-soft px-3 py-2 text-attention">
          {t(`roll.again.${again}`)}
        </p>
      )}
      <div className="flex items-baseline gap-4 border-b border-line px-3 py-2">
        <b className="min-w-0 truncate text-base font-semibold" title={file.fileName}>
          {file.fileName}
        </b>
        <span className="whitespace-nowrap text-ink-muted">
          {t('roll.rows', { count: preview.rows })} · {preview.unchanged} {t('roll.counts.unchanged')}
        </span>
      </div>
      {preview.divisionsToCreate.length === 0 ? null : (
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line px-3 py-2">
          <span className="label-caps">{t('roll.divisions')}</span>
          <span className="flex-1">{preview.divisionsToCreate.map(({ code, name, members }) => `${code === name ? code : `${code} · ${name}`} (${t('roll.divisionMembers', { count: members })})`).join(', ')}</span>
          <label className="flex items-center gap-2 whitespace-nowrap">
            <input type="checkbox" checked={choices.createDivisions} onChange={(event) => setChoices({ ...choices, createDivisions: event.target.checked })} />
            {t('roll.createDivisions')}
          </label>
        </div>
      )}
      <Tabs selectedKey={part} onSelectionChange={(key) => setPart(parts.find((name) => name === key) ?? 'columns')} className="flex min-h-0 flex-1 flex-col">
        <TabList aria-label={t('roll.parts')} className="flex gap-1 overflow-x-auto border-b border-line px-1.5">
          {parts.map((name) => (
            <Tab
              key={name}
              id={name}
              className={({ isSelected }) =>
                `cursor-pointer border-b-2 px-2 py-1.5 whitespace-nowrap -outline-offset-2! ${isSelected ? 'border-out font-semibold' : 'border-transparent hover:bg-chip'} ${name === 'errors' && open > 0 ? 'text-refused' : counts[name] === 0 || !isSelected ? 'text-ink-muted' : ''}`
              }
            >
              <b className="font-semibold">{counts[name]}</b> {t(`roll.counts.${name}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel key={part} id={part} className="flex min-h-0 flex-1 flex-col outline-none">
          {counts[part] === 0 && part !== 'columns' ? (
            <p className="p-6 text-ink-muted">{t(`roll.none.${part}`)}</p>
          ) : part === 'errors' ? (
            <ErrorTable errors={preview.errors} excluded={choices.excludeRows} onExclude={(excludeRows) => setChoices({ ...choices, excludeRows })} />
          ) : part === 'add' ? (
            <AddTable people={preview.toAdd} />
          ) : part === 'update' ? (
            <UpdateTable people={preview.toUpdate} />
          ) : part === 'missing' ? (
            <MissingTable people={preview.toReview} deactivateIds={choices.deactivateIds} onDeactivate={(deactivateIds) => setChoices({ ...choices, deactivateIds })} />
          ) : part === 'notices' ? (
            <NoticeTable notices={preview.notices} />
          ) : (
            <ColumnTable columns={preview.columns} />
          )}
        </TabPanel>
      </Tabs>
      <div className="flex items-center gap-3 border-t border-line px-3 py-2.5">
        <Button onPress={chooseAnother} isDisabled={importing}>
          {t('roll.other')}
        </Button>
        <p role="status" className="flex-1 text-right text-attention">
          {obstacle === undefined ? '' : obstacle.why === 'errors' ? t('roll.blockedErrors', { count: obstacle.rows }) : obstacle.why === 'divisions' ? t('roll.blockedDivisions') : t('roll.blockedNothing')}
        </p>
        <Button variant="primary" isDisabled={obstacle !== undefined || importing} onPress={() => void importPreviewed()}>
          {importing ? t('roll.importing') : t('roll.import', { count: touched(preview, choices) })}
        </Button>
      </div>
    </>
  )
}
