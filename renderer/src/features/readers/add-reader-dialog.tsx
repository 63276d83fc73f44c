import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import { serialProtocols, type readers as contract } from '../../../../shared/contract/readers.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useStationName, useStations } from '../../stores/stations.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PortList } from './port-list.tsx'

type Protocol = (typeof serialProtocols)[number]
type Family = OutputOf<typeof contract.ports>['devices'][number]['family']

const doorCode = /^[a-z0-9][a-z0-9_-]{0,49}$/
/** Stands for a door that is not on the list of stations yet. */
const anotherDoor = ''

/** Asks for the port, and what it is called on every movement that it brings. */
export function AddReaderDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['readers', 'common'])
  const [path, setPath] = useState('')
  /** null while the path is that of a serial port. */
  const [family, setFamily] = useState<Family | null>(null)
  const [name, setName] = useState('')
  const stations = useStations((state) => state.stations)
  const ownStation = useSystem((state) => state.status?.stationId)
  const nameOf = useStationName()
  const doors = stations?.filter(({ isActive }) => isActive).map(({ id }) => id) ?? []
  const [chosenDoor, setChosenDoor] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const door = chosenDoor ?? (ownStation !== undefined && doors.includes(ownStation) ? ownStation : anotherDoor)
  const stationId = door === anotherDoor ? typed.trim() : door
  const [protocol, setProtocol] = useState<Protocol>('auto')
  const [problem, setProblem] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const complete = path.trim() !== '' && name.trim() !== '' && doorCode.test(stationId)

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!complete || busy) return
    setBusy(true)
    const named = { name: name.trim(), stationId }
    const reader: Parameters<ReturnType<typeof api>['readers']['add']>[0] = family === null ? { kind: 'serial', path: path.trim(), protocol, ...named } : family === 'pcsc' ? { kind: 'pcsc', reader: path, ...named } : { kind: 'hid', device: path, family, ...named }
    const result = await api().readers.add(reader)
    setBusy(false)
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  const words = problem === null ? undefined : `${refusalWords(problem).message} ${refusalWords(problem).howToFix}`
  const aboutPort = problem?.code === 'reader_exists'
  const pick = (chosen: string, usb: Family | null = null): void => {
    setPath(chosen)
    setFamily(usb)
    setProblem(null)
  }
  return (
    <Dialog
      title={t('form.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form="add-reader" variant="primary" isDisabled={!complete || busy}>
            {t('form.submit')}
          </Button>
        </>
      }
    >
      <form id="add-reader" className="grid gap-3.5 text-ink" onSubmit={(event) => void add(event)}>
        <PortList path={path} onPick={pick} />
        <TextField label={t('form.port')} value={path} onChange={(typedPath) => pick(typedPath)} hint={t(family === null ? 'form.portHint' : `form.families.${family}`)} error={aboutPort ? words : undefined} autoFocus />
        <TextField label={t('form.name')} value={name} onChange={setName} placeholder={t('form.namePlaceholder')} maxLength={100} />
        <SelectField label={t('form.station')} value={door} onChange={setChosenDoor} options={[...doors.map((id) => [id, nameOf(id)] as const), [anotherDoor, t('form.another')] as const]} />
        {door === anotherDoor ? <TextField label={t('form.door')} value={typed} onChange={setTyped} hint={doorCode.test(stationId) ? t('form.doorNamed', { name: nameOf(stationId) }) : t('form.doorHint')} error={stationId === '' || doorCode.test(stationId) ? undefined : t('form.badDoor')} maxLength={50} /> : null}
        {family === null ? <SelectField label={t('form.protocol')} value={protocol} onChange={setProtocol} options={serialProtocols.map((option) => [option, t(`form.protocols.${option}`)] as const)} /> : null}
        {words === undefined || aboutPort ? null : (
          <p role="alert" className="text-refused">
            {words}
          </p>
        )}
      </form>
    </Dialog>
  )
}
