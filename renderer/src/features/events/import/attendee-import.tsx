import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { attendeeFields, requiredAttendeeFields } from '../../../../../shared/domain/attendee-list.ts'
import { fileRefusalWords } from '../../../i18n/file-refusal-words.ts'
import { Button } from '../../../ui/button.tsx'
import { CellSelect } from '../../../ui/cell-select.tsx'
import { ColumnMap } from '../../../ui/column-map.tsx'
import { CountList } from '../../../ui/count-list.tsx'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { PreviewStep } from './preview-step.tsx'
import { useAttendeeImport, type AttendeeImportState } from './use-attendee-import.ts'

interface Props {
  readonly eventId: string
  readonly eventName: string
  /** The roles that somebody may have there. */
  readonly roles: readonly string[]
  readonly onClose: () => void
}

/** Attendees from a file, in the place of their list: nothing is written before the preview was seen, and then all of it or nothing (domain.md 4.9). */
export function AttendeeImport({ eventId, eventName, roles, onClose }: Props) {
  const { t } = useTranslation(['attendeeList', 'roll', 'common'])
  const run = useAttendeeImport(eventId)
  const { step, problem, busy } = run
  const heading = useRef<HTMLHeadingElement>(null)
  // Every step is a new page to those who hear it: it begins at its heading.
  useEffect(() => heading.current?.focus(), [step])
  const words = problem === null ? null : problem === 'too-large' || problem === 'unreadable' ? t(`roll:file_${problem === 'too-large' ? 'tooLarge' : 'unreadable'}`, { returnObjects: true }) : fileRefusalWords(problem)
  return (
    <section aria-labelledby="attendee-import-title" className="panel h-full">
      <div className="flex items-center gap-3 border-b border-line px-3 py-2">
        <h1 id="attendee-import-title" ref={heading} tabIndex={-1} className="min-w-0 flex-1 truncate text-[15px] font-semibold outline-none" title={eventName}>
          {t('title')} · {eventName}
        </h1>
        {step === 'done' ? null : (
          <Button isDisabled={busy === 'importing'} onPress={onClose}>
            {t('common:cancel')}
          </Button>
        )}
      </div>
      {words === null ? null : (
        <p role="alert" className="border-b border-refused bg-refused-soft px-3 py-2 text-refused">
          <b>{words.message}</b> {words.howToFix}
        </p>
      )}
      {step === 'choose' ? <FileDrop text={t('text')} label={t('file')} isReading={busy !== null} onChoose={(file) => void run.choose(file)} /> : step === 'columns' ? <ColumnsStep run={run} /> : step === 'preview' ? <PreviewStep run={run} roles={roles} /> : <ResultStep run={run} onClose={onClose} />}
    </section>
  )
}

function ColumnsStep({ run: { file, read, choices, busy, chooseSheet, setColumns, goTo, look } }: { run: AttendeeImportState }) {
  const { t } = useTranslation(['roll', 'attendeeList'])
  if (file === null || read === null) return null
  const missing = requiredAttendeeFields.filter((field) => !choices.columns.includes(field))
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-2">
        <b className="min-w-0 truncate text-base font-semibold" title={file.fileName}>
          {file.fileName}
        </b>
        {read.sheets.length > 1 ? (
          <span className="w-56">
            <CellSelect label={t('columns.sheet')} value={read.sheet ?? ''} onChange={(sheet) => void chooseSheet(sheet)} options={read.sheets.map((name) => [name, name])} />
          </span>
        ) : null}
        <span className="whitespace-nowrap text-ink-muted">{t('columns.rows', { count: read.rows })}</span>
        <p className="w-full text-ink-muted">{t('attendeeList:columnsText')}</p>
      </div>
      <ColumnMap columns={read.columns} chosen={choices.columns} fields={attendeeFields.map((field) => [field, t(`attendeeList:field.${field}`)] as const)} onChange={setColumns} />
      <div className="flex items-center gap-3 border-t border-line px-3 py-2.5">
        <Button onPress={() => goTo('choose')}>{t('other')}</Button>
        <p role="status" className={`flex-1 text-right ${missing.length === 0 ? 'text-ink-muted' : 'text-attention'}`}>
          {missing.length === 0 ? t('columns.ready') : t('columns.missing', { fields: missing.map((field) => t(`attendeeList:field.${field}`)).join(', ') })}
        </p>
        <Button variant="primary" isDisabled={missing.length > 0 || busy !== null} onPress={() => void look()}>
          {busy === null ? t('columns.next') : t('updating')}
        </Button>
      </div>
    </>
  )
}

const resultKeys = ['added', 'updated', 'unchanged', 'skipped', 'excluded'] as const

function ResultStep({ run: { result }, onClose }: { run: AttendeeImportState; onClose: () => void }) {
  const { t } = useTranslation('attendeeList')
  if (result === null) return null
  return (
    <div className="grid flex-1 content-center justify-items-center gap-5 overflow-auto p-8">
      <p role="status" className="text-xl font-semibold text-in">
        ✓ {t('done')}
      </p>
      <div className="w-96">
        <CountList counts={resultKeys.map((key) => [t(`result.${key}`), result[key]])} />
      </div>
      {result.rolesAdded.length === 0 ? null : <p>{t('rolesAdded', { roles: result.rolesAdded.join(', ') })}</p>}
      <Button variant="primary" autoFocus onPress={onClose}>
        {t('finish')}
      </Button>
    </div>
  )
}
