import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { closeMusterDialog, refreshRoll, sayOf, useMuster, type Entry } from '../../stores/muster.ts'
import { useStations } from '../../stores/stations.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { fullName } from '../../../../shared/domain/names.ts'
import { BeginDialog } from './begin-dialog.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { useTitle } from './use-title.ts'

/** What is open over the desk or over the roll call. */
export function MusterDialogs() {
  const dialog = useMuster((state) => state.dialog)
  const musterId = useMuster((state) => state.roll?.muster.id)
  if (dialog === null) return null
  if (dialog.kind === 'begin') return <BeginDialog isDrill={dialog.drill} />
  if (musterId === undefined) return null
  switch (dialog.kind) {
    case 'add':
      return <AddDialog musterId={musterId} />
    case 'points':
      return <PointsDialog musterId={musterId} />
    case 'close':
      return <CloseDialog musterId={musterId} />
    case 'many':
      return <ManyDialog musterId={musterId} entryIds={dialog.entryIds} division={dialog.division} />
    case 'note':
      return <NoteDialog musterId={musterId} entry={dialog.entry} />
  }
}

/** Somebody who was not known to be inside: a name is enough, and Enter after it. */
function AddDialog({ musterId }: { musterId: string }) {
  const { t } = useTranslation('muster')
  const titled = useTitle()
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  const [lastName, setLastName] = useState('')
  const [firstName, setFirstName] = useState('')
  const [organization, setOrganization] = useState('')
  const [state, setState] = useState<'safe' | 'missing' | 'needs_assistance'>('safe')
  const [tried, setTried] = useState(false)
  const isNamed = lastName.trim() !== ''
  const save = async () => {
    const result = await api().muster.addUnlisted({ requestId, musterId, lastName, firstName, organization, note: '', state })
    if (result.ok) refreshRoll()
    return result
  }
  const nextOne = (): void => {
    setRequestId(crypto.randomUUID())
    setLastName('')
    setFirstName('')
    setTried(false)
  }
  return (
    <FormDialog title={titled(t('add.title'))} confirm={t('add.confirm')} save={isNamed ? save : null} onTry={() => setTried(true)} onClose={closeMusterDialog} again={{ words: t('add.another'), onSaved: nextOne }}>
      <p>{t('add.text')}</p>
      <TextField label={t('add.lastName')} value={lastName} onChange={setLastName} autoFocus maxLength={100} error={tried && !isNamed ? t('add.nameMissing') : undefined} />
      <TextField label={t('add.firstName')} value={firstName} onChange={setFirstName} maxLength={100} />
      <TextField label={t('add.organization')} value={organization} onChange={setOrganization} maxLength={200} />
      <SelectField label={t('add.state')} value={state} onChange={setState} options={(['safe', 'missing', 'needs_assistance'] as const).map((one) => [one, t(`state.${one}`)] as const)} />
    </FormDialog>
  )
}

/** Which stations' readers only call the roll while this is open. */
function PointsDialog({ musterId }: { musterId: string }) {
  const { t } = useTranslation(['muster', 'common'])
  const titled = useTitle()
  const stations = useStations((state) => state.stations)?.filter(({ isActive }) => isActive) ?? []
  const points = useMuster((state) => state.roll?.points) ?? []
  const [problem, setProblem] = useState<Refused | null>(null)
  // What was asked for stands until the list says it.
  const [asked, setAsked] = useState<Readonly<Record<string, boolean>>>({})
  const set = async (stationId: string, isPoint: boolean): Promise<void> => {
    setAsked((before) => ({ ...before, [stationId]: isPoint }))
    const result = await api().muster.setPoint({ musterId, stationId, isPoint })
    if (!result.ok) setAsked((before) => ({ ...before, [stationId]: !isPoint }))
    setProblem(result.ok ? null : result.error)
    refreshRoll()
  }
  return (
    <Dialog title={titled(t('points.title'))} isOpen onClose={closeMusterDialog} footer={<Button onPress={closeMusterDialog}>{t('common:close')}</Button>}>
      <div className="grid gap-4 text-ink">
        <p>{t('points.text')}</p>
        {stations.map(({ id, name }) => (
          <CheckField key={id} label={name} isSelected={asked[id] ?? points.includes(id)} onChange={(isPoint) => void set(id, isPoint)} />
        ))}
        <Refusal of={problem} />
      </div>
    </Dialog>
  )
}

function ManyDialog({ musterId, entryIds, division }: { musterId: string; entryIds: readonly string[]; division: string | null }) {
  const { t } = useTranslation('muster')
  const titled = useTitle()
  const entries = (useMuster((state) => state.roll?.entries) ?? []).filter(({ id, state }) => entryIds.includes(id) && state === 'missing')
  const act = async () => {
    sayOf(musterId, entries, 'safe')
    return { ok: true as const, value: {} }
  }
  return <ConfirmDialog title={titled(t('many.title', { count: entries.length }))} text={t(division === null ? 'many.text' : 'many.textDivision')} confirm={t('many.confirm', { count: entries.length })} act={act} onClose={closeMusterDialog} />
}

/** Where somebody is who needs assistance, and what they need. */
function NoteDialog({ musterId, entry }: { musterId: string; entry: Entry }) {
  const { t } = useTranslation('muster')
  const titled = useTitle()
  const [note, setNote] = useState(entry.note ?? '')
  const save = async () => {
    sayOf(musterId, [entry], 'needs_assistance', note.trim())
    return { ok: true as const, value: {} }
  }
  const noLonger = (): void => {
    sayOf(musterId, [entry], 'safe')
    closeMusterDialog()
  }
  return (
    <FormDialog title={titled(t('note.title', { name: fullName(entry) }))} save={save} onClose={closeMusterDialog}>
      <TextField label={t('note.where')} hint={t('note.hint')} value={note} onChange={setNote} autoFocus maxLength={200} />
      <Button className="justify-self-start" onPress={noLonger}>
        {t('note.noLonger')}
      </Button>
    </FormDialog>
  )
}
