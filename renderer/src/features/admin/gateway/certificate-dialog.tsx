import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'

interface Chosen {
  readonly name: string
  readonly text: string
}

/** Takes the unit's own certificate as two files; nothing of the key is shown. */
export function CertificateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('gateway')
  const [certificate, setCertificate] = useState<Chosen | null>(null)
  const [key, setKey] = useState<Chosen | null>(null)
  const [tried, setTried] = useState(false)
  const save = certificate === null || key === null ? null : () => api().gateway.supplyCertificate({ certificate: certificate.text, privateKey: key.text })
  return (
    <FormDialog title={t('certificate.supplyTitle')} confirm={t('certificate.supplyConfirm')} size="wide" onClose={onClose} onTry={() => setTried(true)} save={save}>
      <p>{t('certificate.supplyText')}</p>
      <PemField label={t('certificate.file')} chosen={certificate} tried={tried} onChoose={setCertificate} />
      <PemField label={t('certificate.key')} chosen={key} tried={tried} onChoose={setKey} />
    </FormDialog>
  )
}

/** Larger than any certificate with its chain, in bytes; the core says what is wrong with the rest. */
const mostBytes = 50_000

function PemField({ label, chosen, tried, onChoose }: { label: string; chosen: Chosen | null; tried: boolean; onChoose: (chosen: Chosen) => void }) {
  const { t } = useTranslation('gateway')
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    onChoose({ name: file.name, text: await file.slice(0, mostBytes).text() })
  }
  return (
    <div className="grid gap-1">
      <span className="text-sm font-medium">{label}</span>
      <span className="flex items-center gap-3">
        <label className="relative inline-flex h-[34px] cursor-pointer items-center rounded-lg border border-line px-3 font-semibold focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-out hover:bg-chip">
          {t('certificate.choose')}
          <input type="file" aria-label={label} accept=".pem,.crt,.cer,.key,.txt" className="absolute inset-0 w-full cursor-pointer opacity-0" onChange={(event) => void read(event.target.files?.[0])} />
        </label>
        {chosen !== null ? <span className="min-w-0 truncate">{chosen.name}</span> : tried ? <span role="alert" className="text-refused">{t('certificate.missing')}</span> : <span className="text-ink-muted">{t('certificate.nothing')}</span>}
      </span>
    </div>
  )
}
