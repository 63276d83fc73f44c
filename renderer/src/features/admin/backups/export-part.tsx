import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { backups } from '../../../../../shared/contract/backups.ts'
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useSizeWords } from '../../../ui/use-size-words.ts'
import { PinField } from '../../accounts/pin-fields.tsx'

type Outcome = OutputOf<typeof backups.exportDatabase>

/** The whole desk as one SQL file for any PostgreSQL (issue 7). */
export function ExportPart() {
  const { t } = useTranslation('backups')
  const size = useSizeWords()
  const [isAsking, setAsking] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{t('export.title')}</h3>
      <p>{t('export.about')}</p>
      <div>
        <Button onPress={() => setAsking(true)}>{t('export.open')}</Button>
      </div>
      {outcome === null ? null : (
        <p role="status" className="wrap-break-word">
          {outcome.status === 'cancelled' ? t('export.cancelled') : t('export.written', { count: outcome.rows, size: size(outcome.bytes), path: outcome.path })}
        </p>
      )}
      {isAsking ? <ExportDialog onDone={setOutcome} onClose={() => setAsking(false)} /> : null}
    </div>
  )
}

/** Where it goes, and the PIN, since names leave in the clear; then how far it is. Closing it calls the export off. */
function ExportDialog({ onDone, onClose }: { onDone: (outcome: Outcome) => void; onClose: () => void }) {
  const { t } = useTranslation('backups')
  const [path, setPath] = useState('')
  const [pin, setPin] = useState('')
  const [isRunning, setRunning] = useState(false)
  const [part, setPart] = useState<number | null>(null)
  useEffect(() => api().backups.on.exporting((now) => setPart(now.part)), [])
  const save = async () => {
    setRunning(true)
    const result = await api().backups.exportDatabase({ path: path.trim(), pin })
    setRunning(false)
    setPart(null)
    if (result.ok) onDone(result.value)
    return result
  }
  const close = (): void => {
    if (isRunning) void api().backups.cancelExport({})
    else onClose()
  }
  const words = part === null ? t('export.copying') : t('export.writing', { percent: Math.round(part * 100) })
  return (
    <FormDialog title={t('export.title')} confirm={t('export.go')} size="wide" onClose={close} save={path.trim() !== '' && pin !== '' ? save : null}>
      <p>{t('export.text')}</p>
      <TextField label={t('export.file')} hint={t('export.fileHint')} value={path} onChange={setPath} autoComplete="off" autoFocus isDisabled={isRunning} />
      <PinField label={t('export.pin')} value={pin} onChange={setPin} />
      {isRunning ? (
        <div className="grid gap-1">
          <p role="status">{words}</p>
          <ProgressBar label={t('export.progress')} words={words} share={part} />
        </div>
      ) : null}
    </FormDialog>
  )
}
