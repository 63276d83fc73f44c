import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../../stores/preferences.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyField } from '../../../ui/copy-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { GatewayState } from './gateway-section.tsx'
import type { KeyKind } from './key-dialog.tsx'
import { isThisPc, reachedFirst, viewLink } from './view-link.ts'

export interface MadeKey {
  readonly name: string
  readonly kind: KeyKind
  readonly key: string
}

/** The key, this once; for a screen with the link that opens it there, and the same as a code for its camera. */
export function KeyMade({ made: { name, kind, key }, state: { urls }, onClose }: { made: MadeKey; state: GatewayState; onClose: () => void }) {
  const { t } = useTranslation('gateway')
  const { language } = usePreferences()
  const addresses = reachedFirst(urls)
  const [chosen, setChosen] = useState('')
  const at = addresses.includes(chosen) ? chosen : addresses[0]
  const view = kind === 'wall' ? 'wall' : kind === 'presence-read' ? 'phone' : null
  const link = view === null || at === undefined ? null : viewLink(at, view, key, language)
  return (
    <Dialog
      title={t('made.title', { name })}
      isOpen
      size="wide"
      // A key that was closed by a slip is a key that nobody has.
      onClose={() => {}}
      footer={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('made.done')}
        </Button>
      }
    >
      <div className="grid gap-3 text-ink">
        <p className="font-semibold text-attention">{t('made.once')}</p>
        <CopyField label={t('made.key')} value={key} isSecret />
        {view === null ? <p className="text-ink-muted">{t('made.use')}</p> : link === null ? <p>{t('made.off', { view })}</p> : null}
        {link === null || at === undefined ? null : (
          <>
            <CopyField label={t('made.link')} value={link} isSecret />
            {isThisPc(at) ? <p className="text-attention">{t('made.loopback')}</p> : null}
            <div className="flex items-start gap-4">
              <QrCode label={t('made.qr')} value={link} />
              <div className="grid min-w-0 flex-1 gap-3">
                <p>{t('made.scan')}</p>
                {addresses.length > 1 ? <SelectField label={t('made.at')} value={at} onChange={setChosen} options={addresses.map((url) => [url, url] as const)} /> : null}
              </div>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}
