import { useTranslation } from 'react-i18next'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { zoneOptions } from '../../ui/zones.ts'
import { isUnitGood, setForm, useSetUp } from './set-up-store.ts'

export function UnitStep() {
  const { t } = useTranslation('accounts')
  const form = useSetUp()
  const badTime = form.rollover.length >= 5 && !isUnitGood({ ...form, unitName: 'x' })
  return (
    <div className="grid gap-4">
      <TextField label={t('setUp.unitName')} value={form.unitName} onChange={(unitName) => setForm({ unitName })} hint={t('setUp.unitHint')} maxLength={200} autoFocus />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField label={t('setUp.zone')} value={form.zone} onChange={(zone) => setForm({ zone })} options={zoneOptions(form.zone)} />
        <TextField label={t('setUp.rollover')} value={form.rollover} onChange={(rollover) => setForm({ rollover })} hint={t('setUp.rolloverHint')} error={badTime ? t('setUp.rolloverWrong') : undefined} maxLength={5} />
      </div>
    </div>
  )
}
