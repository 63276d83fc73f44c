import { useCallback, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { Button } from '../../ui/button.tsx'
import { BadgeStep, type Badge } from '../accounts/badge-step.tsx'
import { isGoodPin, NewPinFields } from '../accounts/pin-fields.tsx'
import { PersonStep } from './person-step.tsx'
import { isPersonGood, isUnitGood, setForm, useSetUp } from './set-up-store.ts'
import { UnitStep } from './unit-step.tsx'

const steps = ['unit', 'administrator', 'badge'] as const

interface Props {
  readonly onDone: () => void
}

/** What an empty desk shows: its unit and its first administrator, in three steps and one act (screens.md 5.7). */
export function SetUpWindow({ onDone }: Props) {
  const { t } = useTranslation(['accounts', 'common'])
  const form = useSetUp()
  const language = usePreferences((state) => state.language)
  const [badge, setBadge] = useState<Badge>({ serial: undefined, isKnown: false })
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const takeBadge = useCallback((next: Badge) => setBadge(next), [])
  const { step } = form
  const ready = [isUnitGood(form), isPersonGood(form), badge.isKnown && isGoodPin(pin, again, form.serviceNumber) && !busy][step]

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (ready !== true) return
    if (step < 2) return setForm({ step: step === 0 ? 1 : 2 })
    setBusy(true)
    setError(undefined)
    const result = await api().accounts.setUp({
      unit: { name: form.unitName.trim(), zone: form.zone, rollover: form.rollover },
      administrator: { serviceNumber: form.serviceNumber.replace(/\s/g, ''), rank: form.rank, firstName: form.firstName.trim(), lastName: form.lastName.trim() },
      pin,
      ...(badge.serial !== undefined && { serial: badge.serial }),
    })
    setBusy(false)
    if (result.ok) return onDone()
    const { message, howToFix } = refusalWords(result.error)
    setError(`${message} ${howToFix}`)
  }
  return (
    <main className="grid h-full place-items-center overflow-y-auto p-6">
      <form className="panel w-full max-w-2xl gap-5 p-6" onSubmit={(event) => void submit(event)} aria-labelledby="set-up-title">
        <div className="flex items-start gap-4">
          <div className="flex-1">
            <h1 id="set-up-title" className="text-xl font-semibold">
              {t('setUp.title')}
            </h1>
            <p className="mt-1 text-ink-muted">{t('setUp.intro')}</p>
          </div>
          <Button size="sm" lang={language === 'en' ? 'fr-CA' : 'en-CA'} onPress={() => usePreferences.setState({ language: language === 'en' ? 'fr' : 'en' })}>
            {t('common:language')}
          </Button>
        </div>
        <ol className="grid grid-cols-3 gap-2" aria-label={t('setUp.stepOf', { step: step + 1, steps: steps.length })}>
          {steps.map((name, index) => (
            <li key={name} aria-current={index === step ? 'step' : undefined} className={`border-t-4 pt-1.5 text-sm ${index <= step ? 'border-out font-semibold' : 'border-line text-ink-muted'}`}>
              {index + 1}. {t(`setUp.step.${name}`)}
            </li>
          ))}
        </ol>
        {step === 0 ? <UnitStep /> : step === 1 ? <PersonStep /> : null}
        {step === 2 ? (
          <div className="grid gap-4">
            <p className="text-ink-muted">{t('setUp.badgeText')}</p>
            <BadgeStep onBadge={takeBadge} autoFocus />
            <NewPinFields pin={pin} again={again} onPin={setPin} onAgain={setAgain} serviceNumber={form.serviceNumber} />
          </div>
        ) : null}
        {error === undefined ? null : (
          <p role="alert" className="rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
            {error}
          </p>
        )}
        <div className="flex gap-3">
          {step > 0 ? <Button onPress={() => setForm({ step: step === 2 ? 1 : 0 })}>{t('setUp.back')}</Button> : null}
          <span className="flex-1" />
          <Button type="submit" variant="primary" isDisabled={ready !== true}>
            {step < 2 ? t('setUp.next') : t('setUp.finish')}
          </Button>
        </div>
      </form>
    </main>
  )
}
