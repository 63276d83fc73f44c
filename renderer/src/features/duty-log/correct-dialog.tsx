import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import type { LogEntry } from '../../stores/duty-log.ts'
import { useSystem } from '../../stores/system.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { draftOf, faultsOf, toEntry } from './entry-draft.ts'
import { EntryFields } from './entry-fields.tsx'

/** Puts another entry in the place of one that is wrong; both stay. */
export function CorrectDialog({ entry, date, onClose }: { entry: LogEntry; date: string; onClose: () => void }) {
  const { t } = useTranslation('dutyLog')
  const unit = useSystem((state) => state.status?.unit)
  const [draft, setDraft] = useState(() => draftOf(entry))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const faults = faultsOf(draft)
  const isBlank = reason.trim() === ''
  const save = unit === undefined || faults.length > 0 || isBlank ? null : () => api().dutyLog.correct({ entryId: entry.id, ...toEntry(draft, date, unit), reason })
  return (
    <FormDialog title={t('correctTitle')} size="lg" onTry={() => setTried(true)} onClose={onClose} save={save}>
      <p>{t('correctText')}</p>
      <EntryFields draft={draft} onChange={setDraft} faults={tried ? faults : []} isAutoFocused />
      <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={500} error={tried && isBlank ? t('entry.needed') : undefined} />
    </FormDialog>
  )
}
