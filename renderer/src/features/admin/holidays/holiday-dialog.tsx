import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { isCivilDate } from '../../../../../shared/domain/civil-date.ts'
import { provinces, type Province } from '../../../../../shared/domain/unit.ts'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Holiday } from './holidays-section.tsx'

/** A holiday's day, its names, where it is one, and whether it counts. */
export function HolidayDialog({ holiday, year, onClose }: { holiday: Holiday | null; year: number; onClose: () => void }) {
  const { t } = useTranslation(['schedule', 'settings'])
  const [date, setDate] = useState(holiday?.date ?? `${year}-`)
  const [name, setName] = useState(holiday?.name ?? '')
  const [nameFr, setNameFr] = useState(holiday?.nameFr ?? '')
  const [province, setProvince] = useState<Province | ''>(holiday?.province ?? '')
  const [isActive, setActive] = useState(holiday?.isActive ?? true)
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  const dateIsWrong = !isCivilDate(date.trim())
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (dateIsWrong || name.trim() === '') return
    const fields = { date: date.trim(), name, nameFr: nameFr.trim() === '' ? null : nameFr, province: province === '' ? null : province, isActive }
    const result = holiday === null ? await api().calendar.addHoliday(fields) : await api().calendar.updateHoliday({ holidayId: holiday.id, ...fields })
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  return (
    <Dialog
      title={holiday === null ? t('holidays.addTitle') : t('holidays.changeNamed', { name: holiday.name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form="holiday" variant="primary">
            {t('save')}
          </Button>
        </>
      }
    >
      <form id="holiday" className="grid gap-3 text-ink" onSubmit={(event) => void submit(event)}>
        <TextField label={t('holidays.column.date')} hint={t('event.dateHint')} value={date} onChange={setDate} error={tried && dateIsWrong ? t('event.problem.date') : undefined} maxLength={10} autoFocus autoComplete="off" />
        <div className="grid grid-cols-2 items-start gap-3">
          <TextField label={t('holidays.nameEn')} value={name} onChange={setName} error={tried && name.trim() === '' ? t('needed') : undefined} maxLength={100} autoComplete="off" />
          <TextField label={t('holidays.nameFr')} hint={t('holidays.nameFrHint')} value={nameFr} onChange={setNameFr} maxLength={100} autoComplete="off" />
        </div>
        <SelectField label={t('holidays.column.where')} value={province} onChange={setProvince} options={[['', t('holidays.federal')] as const, ...provinces.map((code) => [code, t(`settings:province.${code}`)] as const)]} />
        <CheckField label={t('holidays.active')} hint={t('holidays.activeHint')} isSelected={isActive} onChange={setActive} />
        <Refusal of={problem} />
      </form>
    </Dialog>
  )
}
