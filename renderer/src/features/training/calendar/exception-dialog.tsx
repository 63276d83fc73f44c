import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExceptionType } from '../../../../../shared/domain/training.ts'
import { offerWayBack } from '../../../stores/undo.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useWords } from '../../schedule/schedule-view.ts'
import { dropException, putException } from './exceptions.ts'

interface Props {
  readonly date: string
  readonly type: ExceptionType
  /** The training year that is to say so. */
  readonly year: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

/** Takes something off one day, with a note why; for ten seconds, and in the day's panel ever after, there is a way back. */
export function ExceptionDialog({ date, type, year, onClose }: Props) {
  const { t } = useTranslation('training')
  const { longDate } = useWords()
  const [note, setNote] = useState('')
  const on = longDate(date)
  const save = async () => {
    const result = await putException(year.id, { date, type, note: note.trim() === '' ? null : note.trim() })
    if (result.ok) offerWayBack(t(`calendar.done.${type}`, { date: on }), { run: () => dropException(date, type), done: t('calendar.done.takenBack', { date: on }) })
    return result
  }
  return (
    <FormDialog title={t(`calendar.act.${type}`)} confirm={t(`calendar.act.${type}`)} save={save} onClose={onClose}>
      <p>{t(`calendar.ask.${type}`, { date: on, year: year.name })}</p>
      <TextField label={t('calendar.note')} hint={t('calendar.noteHint')} value={note} onChange={setNote} maxLength={200} autoFocus autoComplete="off" />
    </FormDialog>
  )
}
