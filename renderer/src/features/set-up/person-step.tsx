import { useTranslation } from 'react-i18next'
import { useDefinitions } from '../../stores/definitions.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { isNumberGood, setForm, useSetUp } from './set-up-store.ts'

export function PersonStep() {
  const { t } = useTranslation('accounts')
  const form = useSetUp()
  const ranks = useDefinitions((state) => state.definitions?.ranks) ?? []
  const options = [['', '–'] as const, ...ranks.filter(({ isActive }) => isActive).map(({ code, name }) => [code, `${code} – ${name}`] as const)]
  return (
    <div className="grid gap-4">
      <p className="text-ink-muted">{t('setUp.administratorText')}</p>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label={t('setUp.serviceNumber')}
          value={form.serviceNumber}
          onChange={(serviceNumber) => setForm({ serviceNumber })}
          error={form.serviceNumber.length >= 6 && !isNumberGood(form.serviceNumber) ? t('setUp.serviceNumberWrong') : undefined}
          maxLength={30}
          autoFocus
        />
        <SelectField label={t('setUp.rank')} value={form.rank} onChange={(rank) => setForm({ rank })} options={options} />
        <TextField label={t('setUp.lastName')} value={form.lastName} onChange={(lastName) => setForm({ lastName })} maxLength={100} />
        <TextField label={t('setUp.firstName')} value={form.firstName} onChange={(firstName) => setForm({ firstName })} maxLength={100} />
      </div>
    </div>
  )
}
