import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOwnStationCode } from '../../../../../shared/domain/station-code.ts'
import { api } from '../../../api.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PinField } from '../../accounts/pin-fields.tsx'

/** Another code for this PC's station. */
export function StationDialog({ station: before, onClose }: { station: string; onClose: () => void }) {
  const { t } = useTranslation('server')
  const [station, setStation] = useState(before)
  const [pin, setPin] = useState('')
  const isCode = isOwnStationCode(station)
  return (
    <FormDialog title={t('station.title')} confirm={t('station.go')} size="wide" onClose={onClose} save={isCode && station !== before && pin !== '' ? () => api().server.plan({ way: 'station', station, pin }) : null}>
      <p>{t('station.text')}</p>
      <TextField label={t('wizard.confirm.station')} hint={t('wizard.confirm.stationHint')} value={station} onChange={setStation} error={isCode ? undefined : t('wizard.confirm.stationWrong')} maxLength={50} autoComplete="off" autoFocus />
      <PinField label={t('wizard.confirm.pin')} value={pin} onChange={setPin} />
    </FormDialog>
  )
}
