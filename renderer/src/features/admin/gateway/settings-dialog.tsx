import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { GatewayState } from './gateway-section.tsx'

const thisPc = '127.0.0.1'
const everywhere = '0.0.0.0'

/** On or off, who reaches it, and at which port. Whoever opens it while it is off means to turn it on. */
export function SettingsDialog({ state: { settings, version, addresses }, onClose }: { state: GatewayState; onClose: () => void }) {
  const { t } = useTranslation('gateway')
  const [enabled, setEnabled] = useState(true)
  const [address, setAddress] = useState(settings.address)
  const [port, setPort] = useState(settings.port)
  const isPortGood = port >= 1024 && port <= 65_535
  const known = [thisPc, everywhere, ...addresses.map((one) => one.address)]
  const options = [
    [thisPc, t('settings.thisPc')] as const,
    [everywhere, t('settings.everywhere')] as const,
    ...addresses.map((one) => [one.address, t('settings.network', { ...one })] as const),
    ...(known.includes(settings.address) ? [] : [[settings.address, t('settings.gone', { address: settings.address })] as const]),
  ]
  return (
    <FormDialog title={t('settings.title')} confirm={t('settings.save')} size="wide" onClose={onClose} save={isPortGood ? () => api().gateway.configure({ basedOn: version, settings: { enabled, address, port } }) : null}>
      <CheckField label={t('settings.enabled')} hint={t('settings.enabledHint')} isSelected={enabled} onChange={setEnabled} />
      <SelectField isFirst label={t('settings.address')} value={address} onChange={setAddress} options={options} />
      <div className="w-64">
        <NumberField label={t('settings.port')} value={port} onChange={setPort} hint={t('settings.portHint')} error={isPortGood ? undefined : t('settings.portHint')} />
      </div>
      {address === thisPc ? null : <p className="text-ink-muted">{t('settings.firewall')}</p>}
    </FormDialog>
  )
}
