import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import { Button } from '../../../ui/button.tsx'
import { groupedNotices, obstacleTo, touched, type NoticeGroup, type Preview } from './choices.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { DivisionTable } from './division-table.tsx'
import { Downloads } from './downloads.tsx'
import { ErrorTable } from './error-table.tsx'
import { AddTable, MissingTable, NoticeTable, UpdateTable } from './people-tables.tsx'
import { goTo, useWizard } from './wizard-store.ts'

const parts = ['errors', 'add', 'update', 'missing', 'divisions', 'notices'] as const
type Part = (typeof parts)[number]

const countsOf = ({ counts, toReview, divisions }: Preview, notices: number): Record<Part, number> => ({ errors: counts.errorRows, add: counts.add, update: counts.update, missing: toReview.length, divisions: divisions.length, notices })
/** What there is to see, left out or not. */
const linesOf = ({ errors, toAdd, toUpdate, toReview, divisions }: Preview, notices: number): Record<Part, number> => ({ errors: errors.length, add: toAdd.length, update: toUpdate.length, missing: toReview.length, divisions: divisions.length, notices })

/** What the import would do, row by row where it matters, and the choices that it leaves. */
export function PreviewStep() {
  const { t } = useTranslation('roll')
  const { opened, preview, again, busy } = useWizard()
  const [chosen, setChosen] = useState<Part>()
  const [confirming, setConfirming] = useState(false)
  const notices = useMemo(() => groupedNotices(preview?.notices ?? []), [preview])
  if (opened === null || preview === null) return null
  const counts = countsOf(preview, notices.length)
  const lines = linesOf(preview, notices.length)
  const part = chosen ?? parts.find((name) => lines[name] > 0) ?? 'notices'
  const obstacle = obstacleTo(preview)
  const people = preview.counts.add + preview.counts.update
  return (
    <>
      {again === null ? null : (
        <p role="alert" className="border-b border-line bg-attention-soft px-3 py-2 text-attention">
          {t(`again.${again}`)}
        </p>
      )}
      <div className="flex items-center gap-4 border-b border-line px-3 py-1.5">
        <b className="min-w-0 truncate text-base font-semibold" title={opened.file.fileName}>
          {opened.file.fileName}
        </b>
        <span className="flex-1 truncate text-ink-muted">{t('summary', { rows: preview.counts.rows, unchanged: preview.counts.unchanged, excluded: preview.counts.excluded })}</span>
        <Downloads />
      </div>
      <Tabs selectedKey={part} onSelectionChange={(key) => setChosen(parts.find((name) => name === key))} className="flex min-h-0 flex-1 flex-col">
        <TabList aria-label={t('parts')} className="flex gap-1 overflow-x-auto border-b border-line px-1.5">
          {parts.map((name) => (
            <Tab
              key={name}
              id={name}
              className={({ isSelected }) =>
                `cursor-pointer border-b-2 px-2 py-1.5 whitespace-nowrap -outline-offset-2! ${isSelected ? 'border-out font-semibold' : 'border-transparent hover:bg-chip'} ${name === 'errors' && counts.errors > 0 ? 'text-refused' : counts[name] === 0 || !isSelected ? 'text-ink-muted' : ''}`
              }
            >
              {t(`part.${name}`)} <b className="font-semibold">{counts[name]}</b>
            </Tab>
          ))}
        </TabList>
        <TabPanel key={part} id={part} className="flex min-h-0 flex-1 flex-col outline-none">
          <Part part={part} isEmpty={lines[part] === 0} preview={preview} notices={notices} />
        </TabPanel>
      </Tabs>
      <div className="flex items-center gap-3 border-t border-line px-3 py-2.5">
        <Button onPress={() => goTo('choose')}>{t('other')}</Button>
        <Button onPress={() => goTo('columns')}>{t('editColumns')}</Button>
        <p role="status" className="flex-1 text-right text-attention">
          {busy !== null ? t('updating') : obstacle === undefined ? '' : obstacle.why === 'errors' ? t('blockedErrors', { count: obstacle.rows }) : obstacle.why === 'nothing' ? t('blockedNothing') : Object.values(refusalWords(obstacle.refusal)).join(' ')}
        </p>
        <Button variant="primary" isDisabled={obstacle !== undefined || busy !== null} onPress={() => setConfirming(true)}>
          {people === 0 && touched(preview) > 0 ? t('importLists', { count: preview.counts.deactivate }) : t('import', { count: people })}
        </Button>
      </div>
      {confirming ? <ConfirmDialog fileName={opened.file.fileName} preview={preview} onClose={() => setConfirming(false)} /> : null}
    </>
  )
}

function Part({ part, isEmpty, preview, notices }: { part: Part; isEmpty: boolean; preview: Preview; notices: readonly NoticeGroup[] }) {
  const { t } = useTranslation('roll')
  // What can be changed there is offered even where nothing stands there yet.
  if (isEmpty && part !== 'update') return <p className="p-6 text-ink-muted">{t(`none.${part}`)}</p>
  switch (part) {
    case 'errors':
      return <ErrorTable errors={preview.errors} />
    case 'add':
      return <AddTable people={preview.toAdd} />
    case 'update':
      return <UpdateTable people={preview.toUpdate} />
    case 'missing':
      return <MissingTable people={preview.toReview} obstacles={preview.obstacles} />
    case 'divisions':
      return <DivisionTable divisions={preview.divisions} />
    case 'notices':
      return <NoticeTable notices={notices} />
  }
}
