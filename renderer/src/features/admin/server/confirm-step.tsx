import { useTranslation } from 'react-i18next'
import { isOwnStationCode } from '../../../../../shared/domain/station-code.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { PinField } from '../../accounts/pin-fields.tsx'
import type { Found } from './found.ts'
import { Happenings } from './happenings.tsx'

export interface Confirmation {
  readonly station: string
  readonly typed: string
  readonly pin: string
}

interface Props {
  readonly way: 'to' | 'join'
  readonly found: Found
  readonly given: Confirmation
  readonly onChange: (given: Confirmation) => void
}

/** What will happen, in words; which station this PC is; and the name and the PIN of who means it. */
export function ConfirmStep({ way, found: { database, desk, connected }, given, onChange }: Props) {
  const { t } = useTranslation('server')
  const items = way === 'to' ? (['begins', 'fails', 'kept', 'others'] as const).map((key) => t(`wizard.confirm.to.${key}`)) : (['begins', 'kept', 'others', 'back'] as const).map((key) => t(`wizard.confirm.join.${key}`))
  const { station, typed, pin } = given
  const wrong = station !== '' && !isOwnStationCode(station) ? t('wizard.confirm.stationWrong') : way === 'join' && connected.includes(station) ? t('wizard.confirm.stationBusy') : undefined
  const isKnown = way === 'join' && wrong === undefined && desk?.stations.includes(station) === true
  return (
    <>
      <Happenings items={items} />
      <div className="grid gap-1">
        <TextField label={t('wizard.confirm.station')} hint={t('wizard.confirm.stationHint')} value={station} onChange={(next) => onChange({ ...given, station: next })} error={wrong} maxLength={50} autoComplete="off" />
        {isKnown ? <p className="text-sm text-attention">{t('wizard.confirm.stationKnown')}</p> : null}
      </div>
      <TextField label={t('wizard.confirm.type', { name: database })} value={typed} onChange={(next) => onChange({ ...given, typed: next })} autoComplete="off" />
      <PinField label={t('wizard.confirm.pin')} value={pin} onChange={(next) => onChange({ ...given, pin: next })} />
    </>
  )
}
