import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { useTimes } from '../../../ui/time.ts'
import { download } from '../../reports/download.ts'
import { CertificateDialog } from './certificate-dialog.tsx'
import type { GatewayState } from './gateway-section.tsx'

/** Which certificate is shown to those who come, with what they compare, and the ways to another. */
export function CertificateCard({ certificate }: { certificate: GatewayState['certificate'] }) {
  const { t } = useTranslation('gateway')
  const { shortDate, locale } = useTimes()
  const [asked, setAsked] = useState<'renew' | 'supply' | null>(null)
  const close = (): void => setAsked(null)
  return (
    <section aria-labelledby="gateway-certificate" className="panel flex-none gap-3 p-3">
      <h3 id="gateway-certificate" className="label-caps">
        {t('certificate.title')}
      </h3>
      {certificate === null ? (
        <p className="text-ink-muted">{t('certificate.none')}</p>
      ) : (
        <>
          {certificate.setAside === null ? null : (
            <p role="alert" className="rounded-lg border border-attention bg-attention-soft px-3 py-2 text-attention">
              {t(`certificate.setAside.${certificate.setAside}`)}
            </p>
          )}
          <p>
            <b className="font-semibold">{t(`certificate.${certificate.source}`)}</b>, {t('certificate.until', { date: shortDate(certificate.validUntil) })}
          </p>
          <div className="grid gap-1">
            <h4 className="text-sm font-medium">{t('certificate.fingerprint')}</h4>
            {/* Four bytes at a time: so two people read it to each other. */}
            <p className="font-mono text-[13px]/6 break-words">{(certificate.fingerprint.match(/(?:[0-9A-F]{2}:?){1,4}/g) ?? []).map((part) => part.replace(/:$/, '')).join(' ')}</p>
          </div>
          <p className="text-ink-muted">{t('certificate.compare')}</p>
          <p className="break-words text-ink-muted">{t('certificate.names', { names: new Intl.ListFormat(locale, { type: 'unit' }).format(certificate.names) })}</p>
        </>
      )}
      <p className="flex flex-wrap justify-end gap-2">
        {certificate === null ? null : <Button onPress={() => download('sentinel-gateway.pem', 'application/x-pem-file', certificate.pem)}>{t('certificate.save')}</Button>}
        <Button onPress={() => setAsked('supply')}>{t('certificate.supply')}</Button>
        {certificate === null ? null : <Button onPress={() => setAsked('renew')}>{t('certificate.renew')}</Button>}
      </p>
      {asked === 'supply' ? <CertificateDialog onClose={close} /> : null}
      {asked === 'renew' ? <ConfirmDialog title={t('certificate.renewTitle')} text={t('certificate.renewText')} confirm={t('certificate.renewConfirm')} isGrave act={() => api().gateway.generateCertificate({})} onClose={close} /> : null}
    </section>
  )
}
