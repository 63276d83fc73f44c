import { useTranslation } from 'react-i18next'
import { NumberField } from '../../../ui/number-field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { encryptionModes, fieldsOf, isPort, type AddressFields } from './address.ts'

/** So many signs at once nobody types. */
const pasted = 5

interface Props {
  readonly address: AddressFields
  readonly onChange: (address: AddressFields) => void
  /** Somebody asked to go on: what is missing is said. */
  readonly tried: boolean
}

/** Where the server is and who asks; a whole address may be pasted into the first field. */
export function AddressStep({ address, onChange, tried }: Props) {
  const { t } = useTranslation('server')
  const change = (part: Partial<AddressFields>): void => onChange({ ...address, ...part })
  const missing = (text: string): string | undefined => (tried && text.trim() === '' ? t('wizard.address.missing') : undefined)
  return (
    <>
      <p>{t('wizard.address.text')}</p>
      <div className="grid grid-cols-[minmax(0,1fr)_7rem] items-start gap-3">
        <TextField label={t('wizard.address.host')} hint={t('wizard.address.hostHint')} value={address.host} onChange={(host) => onChange((host.length > address.host.length + pasted ? fieldsOf(host) : undefined) ?? { ...address, host })} onBlur={() => onChange(fieldsOf(address.host) ?? address)} error={missing(address.host)} maxLength={2000} autoComplete="off" autoFocus />
        <NumberField label={t('wizard.address.port')} value={address.port} onChange={(port) => change({ port })} error={isPort(address.port) ? undefined : t('wizard.address.portWrong')} />
      </div>
      <div className="grid grid-cols-3 items-start gap-3">
        <TextField label={t('wizard.address.database')} value={address.database} onChange={(database) => change({ database })} error={missing(address.database)} maxLength={100} autoComplete="off" />
        <TextField label={t('wizard.address.user')} value={address.user} onChange={(user) => change({ user })} error={missing(address.user)} maxLength={100} autoComplete="off" />
        <TextField label={t('wizard.address.password')} value={address.password} onChange={(password) => change({ password })} type="password" maxLength={500} autoComplete="off" />
      </div>
      <SelectField label={t('wizard.address.encryption')} value={address.mode} onChange={(mode) => change({ mode })} options={encryptionModes.map((mode) => [mode, t(`wizard.address.mode.${mode}`)] as const)} />
      {address.mode === 'disable' ? null : <TextField label={t('wizard.address.authority')} hint={t('wizard.address.authorityHint')} value={address.authority} onChange={(authority) => change({ authority })} maxLength={500} autoComplete="off" />}
    </>
  )
}
