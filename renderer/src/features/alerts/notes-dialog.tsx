import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import type { AlertSeverity } from '../../../../shared/domain/alerts.ts'
import { alertSeverities } from '../../../../shared/domain/alerts.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { api } from '../../api.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { endOfNote, noteTerms, type NoteTerm } from './note-ends.ts'
import { NoteList } from './note-list.tsx'
import { useNotes } from './notes-store.ts'

/** Notes that a member reads on the kiosk when they scan. */
export function NotesDialog() {
  const person = useNotes((state) => state.person)
  return person === null ? null : <NotesOf key={person.id} memberId={person.id} name={person.displayName} />
}

function NotesOf({ memberId, name }: { memberId: string; name: string }) {
  const { t } = useTranslation(['alerts', 'common'])
  const [message, setMessage] = useState('')
  const [severity, setSeverity] = useState<AlertSeverity>('info')
  const [term, setTerm] = useState<NoteTerm>('open')
  const [problem, setProblem] = useState<Refused | null>(null)
  const [left, setLeft] = useState(0)
  const close = (): void => useNotes.setState({ person: null })
  const leave = async (): Promise<void> => {
    const { status, clockOffset } = useSystem.getState()
    const result = await api().alerts.addNote({ member: memberId, severity, message, expiresAt: endOfNote(term, new Date(Date.now() + clockOffset), status?.unit ?? defaultUnitTime) })
    setProblem(result.ok ? null : result.error)
    if (!result.ok) return
    setMessage('')
    setLeft((before) => before + 1)
  }
  return (
    <Dialog title={t('notes.titleOf', { name })} isOpen onClose={close} size="lg" footer={<Button onPress={close}>{t('common:close')}</Button>}>
      <div className="grid gap-4">
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            void leave()
          }}
        >
          <TextAreaField label={t('notes.message')} value={message} onChange={setMessage} rows={2} maxLength={500} hint={t('notes.hint')} />
          <div className="flex items-end gap-3">
            <SelectField label={t('notes.severity')} value={severity} onChange={setSeverity} options={alertSeverities.toReversed().map((one) => [one, t(`severity.${one}`)] as const)} />
            <SelectField label={t('notes.term')} value={term} onChange={setTerm} options={noteTerms.map((one) => [one, t(`notes.terms.${one}`)] as const)} />
            <span className="flex-1" />
            <Button variant="primary" type="submit" isDisabled={message.trim() === ''}>
              {t('notes.leave')}
            </Button>
          </div>
          <Refusal of={problem} />
        </form>
        <div tabIndex={0} role="region" aria-label={t('notes.titleOf', { name })} className="max-h-[38vh] overflow-y-auto">
          <NoteList key={left} memberId={memberId} />
        </div>
      </div>
    </Dialog>
  )
}
