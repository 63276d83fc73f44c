import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import type { ChecklistItem } from '../../stores/duty-log.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { degreesOf } from './entry-draft.ts'
import { useLogWords } from './words.ts'

interface Props {
  readonly item: ChecklistItem
  readonly onClose: () => void
}

/** A tick that says more: what the thermometer showed, or a remark. */
export function TickDialog({ item, onClose }: Props) {
  const { t } = useTranslation('dutyLog')
  const { either } = useLogWords()
  const [degrees, setDegrees] = useState('')
  const [remark, setRemark] = useState('')
  const [tried, setTried] = useState(false)
  const isWrong = item.asksTemperature && Number.isNaN(degreesOf(degrees))
  const tick = () => api().dutyLog.tick({ key: item.key, remark, degrees: item.asksTemperature ? degreesOf(degrees) : null })
  return (
    <FormDialog title={t('checklist.tickTitle')} confirm={t('checklist.tickAct')} size="sm" onTry={() => setTried(true)} onClose={onClose} save={isWrong ? null : tick}>
      <p className="font-semibold">{either(item.text, item.textFr)}</p>
      {item.asksTemperature ? <TextField label={t('entry.degrees')} value={degrees} onChange={setDegrees} maxLength={6} autoFocus error={tried && isWrong ? t('entry.degreesWrong') : undefined} /> : null}
      <TextField label={t('checklist.remark')} value={remark} onChange={setRemark} maxLength={300} autoFocus={!item.asksTemperature} />
    </FormDialog>
  )
}

/** Why a tick was none after all. */
export const UntickDialog = ({ item, onClose }: Props) => {
  const { t } = useTranslation('dutyLog')
  return <ReasonDialog title={t('checklist.untickTitle')} text={t('checklist.untickText')} confirm={t('checklist.untickAct')} act={(reason) => api().dutyLog.untick({ key: item.key, reason })} onClose={onClose} />
}

interface ReasonProps {
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly act: (reason: string) => Promise<Result<unknown>>
  readonly onClose: () => void
}

/** Something in the log is taken out of effect: never without saying why. */
export function ReasonDialog({ title, text, confirm, act, onClose }: ReasonProps) {
  const { t } = useTranslation('dutyLog')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isBlank = reason.trim() === ''
  return (
    <FormDialog title={title} confirm={confirm} isGrave size="sm" onTry={() => setTried(true)} onClose={onClose} save={isBlank ? null : () => act(reason)}>
      <p>{text}</p>
      <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={500} autoFocus error={tried && isBlank ? t('entry.needed') : undefined} />
    </FormDialog>
  )
}
