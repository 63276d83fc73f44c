import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useEvents } from '../../stores/events.ts'
import { offerUndo } from '../../stores/undo.ts'
import { closeVisitorDialog, useVisitors, type ExpectedVisit } from '../../stores/visitors.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useFetched } from '../../ui/use-fetched.ts'
import { printPass } from './print-pass.ts'
import { ReturningField } from './returning-field.tsx'
import { draftOf, emptyVisit, faultsOf, toDetails } from './visit-draft.ts'
import { VisitFields } from './visit-fields.tsx'
import { toPassOption } from './words.ts'

const none = ''

/** Signs a visitor in at the desk: found again or filled in, with a pass (screens.md P0-3; domain.md 4.8). */
export function SignInDialog({ expected }: { expected: ExpectedVisit | undefined }) {
  const { t } = useTranslation('visitors')
  const changes = useVisitors((state) => state.changes)
  const [requestId] = useState(() => crypto.randomUUID())
  const [draft, setDraft] = useState(() => (expected === undefined ? emptyVisit : draftOf(expected)))
  const [filled, setFilled] = useState(0)
  const [tried, setTried] = useState(false)
  const [notes, setNotes] = useState('')
  /** Null = the person has not chosen: the first that is free. */
  const [pass, setPass] = useState<string | null>(null)
  /** Of temporary access, that they come for. */
  const [eventId, setEventId] = useState(none)
  const { value: open } = useFetched(() => api().events.open({}), '', [useEvents((state) => state.changes)])
  const { value: passes } = useFetched(() => api().visitors.passes({}), '', [changes])
  const free = passes?.free ?? []
  // One that somebody else took meanwhile is not lent twice.
  const chosen = pass !== null && (pass === none || free.some(({ badgeId }) => badgeId === pass)) ? pass : (free.find(({ isOutstanding }) => !isOutstanding)?.badgeId ?? none)
  const faults = faultsOf(draft)
  const events = open?.events ?? []
  /** An event says what the visit is about, where nothing else does. */
  const chooseEvent = (id: string): void => {
    const name = events.find((event) => event.id === id)?.name
    const said = events.some((event) => event.name === draft.details) ? '' : draft.details
    setEventId(id)
    setDraft((before) => ({ ...before, details: said.trim() === '' ? (name ?? '') : said }))
  }
  const save = async () => {
    const result = await api().visitors.signIn({ requestId, ...toDetails(draft), badgeId: chosen === none ? null : chosen, eventId: eventId === none ? null : eventId, expectedId: expected?.id ?? null, notes: notes.trim() === '' ? null : notes.trim() })
    if (result.ok) {
      const { id, displayName: name, host, pass: lent } = result.value
      const words = [t('done.in', { name }), lent === null ? '' : t('done.pass', { label: lent.label }), host === null ? '' : t(host.isInside ? 'done.hostIn' : 'done.hostOut', { name: host.displayName })]
      offerUndo(id, words.filter(Boolean).join(' · '), 'visit', { words: t('print.open'), run: () => void printPass({ id, displayName: name }) })
    }
    return result
  }
  return (
    <FormDialog title={expected === undefined ? t('signIn.title') : t('signIn.of', { name: expected.displayName })} size="wide" confirm={t('signIn.confirm')} save={faults.length === 0 ? save : null} onTry={() => setTried(true)} onClose={closeVisitorDialog}>
      {expected === undefined ? (
        <ReturningField
          onChoose={(person) => {
            setDraft(draftOf(person))
            setFilled(filled + 1)
          }}
        />
      ) : null}
      <VisitFields draft={draft} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} faults={tried ? faults : []} filled={filled} />
      <div className={`grid gap-3 ${events.length === 0 ? 'grid-cols-2' : 'grid-cols-3'}`}>
        {events.length === 0 ? null : <SelectField label={t('field.event')} value={eventId} onChange={chooseEvent} options={[[none, t('field.noEvent')], ...events.map(({ id, name }) => [id, name] as const)]} />}
        <SelectField label={t('field.pass')} value={chosen} onChange={setPass} options={[...free.map(toPassOption(t)), [none, t(free.length === 0 ? 'field.noPassFree' : 'field.noPass')] as const]} />
        <TextField label={t('field.notes')} value={notes} onChange={setNotes} maxLength={1000} />
      </div>
    </FormDialog>
  )
}
