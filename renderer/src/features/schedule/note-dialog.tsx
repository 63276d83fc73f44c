import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused, Result } from '../../../../shared/contract/kit.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface Props {
  readonly title: string
  readonly notes: string | null
  readonly onSave: (notes: string) => Promise<Result<unknown>>
  readonly onClose: () => void
}

/** A line that stands beside a place or below a roster; blank takes it away. */
export function NoteDialog({ title, notes, onSave, onClose }: Props) {
  const { t } = useTranslation('schedule')
  const [text, setText] = useState(notes ?? '')
  const [problem, setProblem] = useState<Refused | null>(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const result = await onSave(text)
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  return (
    <Dialog
      title={title}
      isOpen
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form="schedule-note" variant="primary">
            {t('save')}
          </Button>
        </>
      }
    >
      <form id="schedule-note" className="grid gap-2 text-ink" onSubmit={(event) => void submit(event)}>
        <TextField label={t('note.label')} hint={t('note.hint')} value={text} onChange={setText} maxLength={500} autoFocus />
        <Refusal of={problem} />
      </form>
    </Dialog>
  )
}
