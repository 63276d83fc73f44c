import { CircleAlert, CircleCheckBig, CircleSlash } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { api, inElectron } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyField } from '../../../ui/copy-field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import type { GatewayState } from './gateway-section.tsx'
import { SettingsDialog } from './settings-dialog.tsx'

/** Whether it listens, where it is reached, and why not where it should. */
export function StateCard({ state }: { state: GatewayState }) {
  const { t } = useTranslation('gateway')
  const { settings, listening, problem, urls, listeners, version } = state
  const [isOpen, setOpen] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const again = async (): Promise<void> => {
    const result = await api().gateway.configure({ basedOn: version, settings })
    setRefused(result.ok ? null : result.error)
  }
  const [Icon, ink, word] = listening ? ([CircleCheckBig, 'text-in', 'listening'] as const) : settings.enabled ? ([CircleAlert, 'text-refused', 'not'] as const) : ([CircleSlash, 'text-ink-muted', 'off'] as const)
  return (
    <section aria-labelledby="gateway-state" className="panel flex-none gap-3 p-3">
      <h3 id="gateway-state" className="label-caps">
        {t('state.title')}
      </h3>
      <p role="status" className={`flex items-center gap-2 text-[17px] font-semibold ${ink}`}>
        <Icon aria-hidden size={20} className="flex-none" />
        {t(`state.${word}`)}
      </p>
      {settings.enabled ? null : <p className="text-ink-muted">{t('state.offText')}</p>}
      {!settings.enabled || listening ? null : (
        <p role="alert" className="rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
          {t(`problem.${problem ?? 'failed'}`, { port: settings.port, address: settings.address })}
        </p>
      )}
      {urls.map((url) => (
        <CopyField key={url} label={t('state.at')} value={url} />
      ))}
      {listening ? (
        <p className="text-ink-muted">
          {t('state.screens', { count: listeners })}
          <br />
          {t('state.api')}{' '}
          {/* A window of the installed desk goes nowhere. */}
          {inElectron ? null : (
            <a href={`${urls[0] ?? ''}/api/v1/docs`} target="_blank" rel="noreferrer" className="font-semibold text-out underline underline-offset-2">
              {t('state.openApi')}
            </a>
          )}
        </p>
      ) : null}
      <Refusal of={refused} />
      <p className="flex justify-end gap-2">
        {settings.enabled && !listening ? <Button onPress={() => void again()}>{t('state.again')}</Button> : null}
        <Button variant={settings.enabled ? 'plain' : 'primary'} onPress={() => setOpen(true)}>
          {t(settings.enabled ? 'state.change' : 'state.on')}
        </Button>
      </p>
      {isOpen ? <SettingsDialog state={state} onClose={() => setOpen(false)} /> : null}
    </section>
  )
}
