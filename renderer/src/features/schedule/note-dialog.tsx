import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../../shared/contract/kit.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
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
  return (
    <FormDialog title={title} size="sm" onClose={onClose} save={() => onSave(text)}>
      <TextField label={t('note.label')} hint={t('note.hint')} value={text} onChange={setText} maxLength={500} autoFocus />
    </FormDialog>
  )
}
