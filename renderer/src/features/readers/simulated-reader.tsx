import { useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { dev } from '../../../../shared/contract/dev.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Badges = OutputOf<typeof dev.badges>['badges']

/** A reader for those who have none: development and training only. */
export function SimulatedReader() {
  const { t } = useTranslation(['readers', 'outcomes'])
  const [badges, setBadges] = useState<Badges>([])
  const [serial, setSerial] = useState('')
  const [said, setSaid] = useState('')
  useEffect(() => {
    void api()
      .dev.badges({})
      .then((result) => result.ok && setBadges(result.value.badges))
  }, [])
  const scan = async (text: string): Promise<void> => {
    const result = await api().dev.scan({ serial: text })
    if (!result.ok) return setSaid(refusalWords(result.error).message)
    const { outcome, person } = result.value
    const title = t(`outcomes:outcome.${outcome}.title`)
    return setSaid(person === null ? title : `${title}: ${person.displayName}`)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void scan(serial)
  }
  return (
    <section aria-labelledby="simulated-title" className="panel">
      <div className="border-b border-line px-3 py-2.5">
        <h2 id="simulated-title" className="text-[15px] font-semibold">
          {t('simulated.title')}
        </h2>
        <p className="text-xs text-ink-muted">{t('simulated.text')}</p>
      </div>
      <form onSubmit={submit} className="flex items-end gap-2 border-b border-line p-3">
        <TextField label={t('simulated.serial')} value={serial} onChange={setSerial} maxLength={100} />
        <Button type="submit" isDisabled={serial.trim() === ''}>
          {t('simulated.scan')}
        </Button>
      </form>
      <p role="status" className="min-h-9 border-b border-line px-3 py-2 font-semibold">
        {said}
      </p>
      <ul className="min-h-0 flex-1 overflow-y-auto" tabIndex={0} aria-labelledby="simulated-title">
        {badges.map((badge) => (
          <li key={badge.serial} className="flex items-center justify-between gap-2 border-b border-line px-3 py-1">
            <span className="min-w-0 break-words">{badge.label}</span>
            <Button variant="quiet" aria-label={t('simulated.scanNamed', { name: badge.label })} onPress={() => void scan(badge.serial)}>
              {t('simulated.scan')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
