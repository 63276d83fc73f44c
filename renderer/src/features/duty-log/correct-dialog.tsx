import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import type { LogEntry } from '../../stores/duty-log.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { draftOf, faultsOf, toEntry } from './entry-draft.ts'
import { EntryFields } from './entry-fields.tsx'

/** Puts another entry in the place of one that is wrong; both stay. */
export function CorrectDialog({ entry, date, onClose }: { entry: LogEntry; date: string; onClose: () => void }) {
  const { t } = useTranslation(['dutyLog', 'common'])
  const unit = useSystem((state) => state.status?.unit)
  const [draft, setDraft] = useState(() => draftOf(entry))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  const faults = faultsOf(draft)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (faults.length > 0 || reason.trim() === '' || unit === undefined) return
    const result = await api().dutyLog.correct({ entryId: entry.id, ...toEntry(draft, date, unit), reason })
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  return (
    <Dialog
      title={t('correctTitle')}
      isOpen
      size="lg"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form="correct-entry" variant="primary">
            {t('save')}
          </Button>
        </>
      }
    >
      <form id="correct-entry" className="grid gap-3 text-ink" onSubmit={(event) => void submit(event)}>
        <p>{t('correctText')}</p>
        <EntryFields draft={draft} onChange={setDraft} faults={tried ? faults : []} isAutoFocused />
        <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={500} error={tried && reason.trim() === '' ? t('entry.needed') : undefined} />
        <Refusal of={problem} />
      </form>
    </Dialog>
  )
}
