import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PinField } from '../../accounts/pin-fields.tsx'
import { Happenings } from './happenings.tsx'
import type { ServerState } from './server-section.tsx'

interface Props {
  readonly way: 'from' | 'leave'
  readonly server: NonNullable<ServerState['server']>
  readonly onClose: () => void
}

/** The way back: with the record, or to the one that this PC had before. */
export function BackDialog({ way, server: { host, database }, onClose }: Props) {
  const { t } = useTranslation('server')
  const [typed, setTyped] = useState('')
  const [pin, setPin] = useState('')
  const server = `${host}/${database}`
  const isGood = typed.trim() === database && pin !== ''
  return (
    <FormDialog title={t(`${way}.title`, { server })} confirm={t(`${way}.go`)} size="wide" isGrave onClose={onClose} save={isGood ? () => api().server.plan({ way, pin }) : null}>
      {way === 'from' ? <Happenings items={[t('from.begins'), t('from.stations'), t('from.kept')]} /> : <p>{t('leave.text', { server })}</p>}
      <TextField label={t('wizard.confirm.type', { name: database })} value={typed} onChange={setTyped} autoComplete="off" autoFocus />
      <PinField label={t('wizard.confirm.pin')} value={pin} onChange={setPin} />
    </FormDialog>
  )
}
