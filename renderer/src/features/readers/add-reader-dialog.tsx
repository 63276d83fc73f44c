import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, Refused } from '../../../../shared/contract/kit.ts'
import { serialProtocols, type readers as contract } from '../../../../shared/contract/readers.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PortList } from './port-list.tsx'

type Protocol = NonNullable<InputOf<typeof contract.add>['protocol']>

const doorCode = /^[a-z0-9][a-z0-9_-]{0,49}$/

/** Asks for the port, and what it is called on every movement that it brings. */
export function AddReaderDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['readers', 'common'])
  const [path, setPath] = useState('')
  const [name, setName] = useState('')
  const [stationId, setStationId] = useState('front-door')
  const [protocol, setProtocol] = useState<Protocol>('auto')
  const [problem, setProblem] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const complete = path.trim() !== '' && name.trim() !== '' && doorCode.test(stationId)

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!complete || busy) return
    setBusy(true)
    const result = await api().readers.add({ path: path.trim(), name: name.trim(), stationId, protocol })
    setBusy(false)
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  const words = problem === null ? undefined : `${refusalWords(problem).message} ${refusalWords(problem).howToFix}`
  const aboutPort = problem?.code === 'reader_exists'
  const pick = (chosen: string): void => {
    setPath(chosen)
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
        <TextField label={t('form.port')} value={path} onChange={pick} hint={t('form.portHint')} error={aboutPort ? words : undefined} autoFocus />
        <TextField label={t('form.name')} value={name} onChange={setName} placeholder={t('form.namePlaceholder')} maxLength={100} />
        <TextField label={t('form.door')} value={stationId} onChange={setStationId} hint={t('form.doorHint')} error={stationId === '' || doorCode.test(stationId) ? undefined : t('form.badDoor')} maxLength={50} />
        <SelectField label={t('form.protocol')} value={protocol} onChange={setProtocol} options={serialProtocols.map((option) => [option, t(`form.protocols.${option}`)] as const)} />
        {words === undefined || aboutPort ? null : (
          <p role="alert" className="text-refused">
            {words}
          </p>
        )}
      </form>
    </Dialog>
  )
}
