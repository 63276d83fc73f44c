import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused, Result } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import type { ChecklistItem } from '../../stores/duty-log.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { degreesOf } from './entry-draft.ts'
import { useLogWords } from './words.ts'

interface Props {
  readonly item: ChecklistItem
  readonly onClose: () => void
}

/** A tick that says more: what the thermometer showed, or a remark. */
export function TickDialog({ item, onClose }: Props) {
  const { t } = useTranslation(['dutyLog', 'common'])
  const { either } = useLogWords()
  const [degrees, setDegrees] = useState('')
  const [remark, setRemark] = useState('')
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  const isWrong = item.asksTemperature && Number.isNaN(degreesOf(degrees))
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (isWrong) return
    const result = await api().dutyLog.tick({ key: item.key, remark, degrees: item.asksTemperature ? degreesOf(degrees) : null })
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  return (
    <Dialog
      title={t('checklist.tickTitle')}
      isOpen
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form="tick-item" variant="primary">
            {t('checklist.tickAct')}
          </Button>
        </>
      }
    >
      <form id="tick-item" className="grid gap-3 text-ink" onSubmit={(event) => void submit(event)}>
        <p className="font-semibold">{either(item.text, item.textFr)}</p>
        {item.asksTemperature ? <TextField label={t('entry.degrees')} value={degrees} onChange={setDegrees} maxLength={6} autoFocus error={tried && isWrong ? t('entry.degreesWrong') : undefined} /> : null}
        <TextField label={t('checklist.remark')} value={remark} onChange={setRemark} maxLength={300} autoFocus={!item.asksTemperature} />
        <Refusal of={problem} />
      </form>
    </Dialog>
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
  const { t } = useTranslation(['dutyLog', 'common'])
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Refused | null>(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (reason.trim() === '') return
    const result = await act(reason)
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  return (
    <Dialog
      title={title}
      isOpen
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form="log-reason" variant="danger" isDisabled={reason.trim() === ''}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id="log-reason" className="grid gap-3 text-ink" onSubmit={(event) => void submit(event)}>
        <p>{text}</p>
        <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={500} autoFocus />
        <Refusal of={problem} />
      </form>
    </Dialog>
  )
}
