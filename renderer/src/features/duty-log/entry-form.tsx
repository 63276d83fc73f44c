import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { useDutyLog } from '../../stores/duty-log.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { emptyDraft, faultsOf, toEntry } from './entry-draft.ts'
import { EntryFields } from './entry-fields.tsx'

/** One entry after the other: what was written goes, its kind stays. */
export function EntryForm({ date }: { date: string }) {
  const { t } = useTranslation('dutyLog')
  const unit = useSystem((state) => state.status?.unit)
  const [draft, setDraft] = useState(() => emptyDraft('note'))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  const isWriting = useDutyLog((state) => state.isWriting)
  const textField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!isWriting) return
    textField.current?.focus()
    useDutyLog.setState({ isWriting: false })
  }, [isWriting])
  const faults = faultsOf(draft)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (faults.length > 0 || busy || unit === undefined) return
    setBusy(true)
    const result = await api().dutyLog.add(toEntry(draft, date, unit))
    setBusy(false)
    if (!result.ok) return setProblem(result.error)
    setProblem(null)
    setTried(false)
    setDraft(emptyDraft(draft.kind))
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid flex-none gap-2.5 border-b border-line p-3">
      <EntryFields draft={draft} onChange={setDraft} faults={tried ? faults : []} textRef={textField} />
      <Refusal of={problem} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" isDisabled={busy}>
          {t('entry.add')}
        </Button>
      </div>
    </form>
  )
}
