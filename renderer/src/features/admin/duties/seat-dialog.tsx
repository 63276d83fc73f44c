import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import type { DutySeat } from '../../../stores/schedule.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'

/** A seat's words, how many places it has, and whether they must be filled. */
export function SeatDialog({ seat, onClose }: { seat: DutySeat; onClose: () => void }) {
  const { t } = useTranslation('schedule')
  const [name, setName] = useState(seat.name)
  const [nameFr, setNameFr] = useState(seat.nameFr ?? '')
  const [slots, setSlots] = useState(String(seat.maxSlots))
  const [isRequired, setRequired] = useState(seat.isRequired)
  const [tried, setTried] = useState(false)
  const maxSlots = Number(slots)
  const slotsAreWrong = !Number.isInteger(maxSlots) || maxSlots < 1 || maxSlots > 20
  const isGood = name.trim() !== '' && !slotsAreWrong
  return (
    <FormDialog title={t('holidays.changeNamed', { name: seat.code })} onTry={() => setTried(true)} onClose={onClose} save={isGood ? () => api().schedule.updatePosition({ positionId: seat.id, name, nameFr: nameFr.trim() === '' ? null : nameFr, maxSlots, isRequired }) : null}>
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField label={t('holidays.nameEn')} value={name} onChange={setName} error={tried && name.trim() === '' ? t('needed') : undefined} maxLength={100} autoFocus />
        <TextField label={t('holidays.nameFr')} hint={t('holidays.nameFrHint')} value={nameFr} onChange={setNameFr} maxLength={100} />
      </div>
      <TextField label={t('event.field.slots')} value={slots} onChange={setSlots} inputMode="numeric" error={tried && slotsAreWrong ? t('seats.slotsHint') : undefined} maxLength={2} />
      <CheckField label={t('seats.required')} hint={t('seats.requiredHint')} isSelected={isRequired} onChange={setRequired} />
    </FormDialog>
  )
}
