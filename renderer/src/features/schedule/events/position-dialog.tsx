import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { UnitEvent } from './event-words.ts'

interface Props {
  readonly eventId: string
  /** Null = a new one. */
  readonly position: UnitEvent['positions'][number] | null
  readonly onClose: () => void
}

/** A position of an event: its code, what it is called, and how many places it has. */
export function PositionDialog({ eventId, position, onClose }: Props) {
  const { t } = useTranslation('schedule')
  const [code, setCode] = useState(position?.code ?? '')
  const [name, setName] = useState(position?.name ?? '')
  const [slots, setSlots] = useState(String(position?.maxSlots ?? 1))
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  const codeIsWrong = !/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,19}$/u.test(code.trim())
  const maxSlots = Number(slots)
  const slotsAreWrong = !Number.isInteger(maxSlots) || maxSlots < 1 || maxSlots > 50
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (codeIsWrong || name.trim() === '' || slotsAreWrong) return
    const fields = { code, name, maxSlots }
    const result = position === null ? await api().calendar.addPosition({ eventId, ...fields }) : await api().calendar.updatePosition({ positionId: position.id, ...fields })
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  return (
    <Dialog
      title={t(position === null ? 'event.addPosition' : 'event.changePosition')}
      isOpen
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form="event-position" variant="primary">
            {t('save')}
          </Button>
        </>
      }
    >
      <form id="event-position" className="grid gap-3 text-ink" onSubmit={(event) => void submit(event)}>
        <TextField label={t('event.field.code')} hint={t('event.codeHint')} value={code} onChange={setCode} isDisabled={position?.isStandard === true} error={tried && codeIsWrong ? t('event.codeHint') : undefined} maxLength={20} autoFocus />
        <TextField label={t('event.field.name')} value={name} onChange={setName} error={tried && name.trim() === '' ? t('needed') : undefined} maxLength={100} />
        <TextField label={t('event.field.slots')} value={slots} onChange={setSlots} inputMode="numeric" error={tried && slotsAreWrong ? t('event.slotsHint') : undefined} maxLength={2} />
        <Refusal of={problem} />
      </form>
    </Dialog>
  )
}
