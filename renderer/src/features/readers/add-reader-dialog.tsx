import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import { serialProtocols, type readers as contract } from '../../../../shared/contract/readers.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Ports = OutputOf<typeof contract.ports>
type Protocol = InputOf<typeof contract.add>['protocol']

/** Asks for the port, and what it is called on every movement that it brings. */
export function AddReaderDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation(['readers', 'common'])
  const [ports, setPorts] = useState<Ports | null>(null)
  const [path, setPath] = useState('')
  const [name, setName] = useState('')
  const [stationId, setStationId] = useState('front-door')
  const [protocol, setProtocol] = useState<Protocol>('auto')
  const [problem, setProblem] = useState<string>()

  useEffect(() => {
    if (!isOpen) return
    void api()
      .readers.ports({})
      .then((result) => setPorts(result.ok ? result.value : null))
  }, [isOpen])

  const add = async (): Promise<void> => {
    const result = await api().readers.add({ path: path.trim(), name: name.trim(), stationId, protocol })
    if (!result.ok) {
      const { message, howToFix } = refusalWords(result.error)
      setProblem(`${message} ${howToFix}`)
      return
    }
    setProblem(undefined)
    setPath('')
    setName('')
    onClose()
  }
  const complete = path.trim() !== '' && name.trim() !== '' && /^[a-z0-9][a-z0-9_-]{0,49}$/.test(stationId)
  return (
    <Dialog
      title={t('form.title')}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={!complete} onPress={() => void add()}>
            {t('form.submit')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextField label={t('form.port')} value={path} onChange={setPath} hint={t('form.portHint')} error={problem} autoFocus />
        {ports === null ? null : (
          <div className="grid gap-1.5">
            <span className="label-caps">{t('form.found')}</span>
            {ports.problem === null ? null : <p className="text-attention">{ports.problem}</p>}
            {ports.ports.length === 0 && ports.problem === null ? <p className="text-ink-muted">{t('form.nothing')}</p> : null}
            {ports.ports
              .toSorted((a, b) => Number(b.likelyReader) - Number(a.likelyReader))
              .map((port) => (
                <button key={port.path} type="button" onClick={() => setPath(port.path)} className="flex cursor-pointer items-center gap-2 rounded-lg border border-line px-2.5 py-1.5 text-left hover:bg-chip">
                  <span className="min-w-0 flex-1 break-all">
                    {port.path} <span className="text-ink-muted">{port.description}</span>
                  </span>
                  {port.likelyReader ? <Chip tone="in">{t('form.likely')}</Chip> : null}
                </button>
              ))}
          </div>
        )}
        <TextField label={t('form.name')} value={name} onChange={setName} placeholder={t('form.namePlaceholder')} maxLength={100} />
        <TextField label={t('form.door')} value={stationId} onChange={setStationId} hint={t('form.doorHint')} maxLength={50} />
        <div className="grid justify-items-start gap-1.5">
          <span className="label-caps">{t('form.protocol')}</span>
          <Segments label={t('form.protocol')} value={protocol} onChange={setProtocol} options={serialProtocols.map((option) => [option, t(`form.protocols.${option}`)])} />
        </div>
      </div>
    </Dialog>
  )
}
