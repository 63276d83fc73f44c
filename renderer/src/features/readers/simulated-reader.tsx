import { useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Result } from '../../../../shared/contract/kit.ts'
import type { dev } from '../../../../shared/contract/dev.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useMembers } from '../../stores/members.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SimulatedOutcome } from './simulated-outcome.tsx'

/** A reader for those who have none: development and training only. */
export function SimulatedReader() {
  const { t } = useTranslation('readers')
  const [badges, setBadges] = useState<Result<OutputOf<typeof dev.badges>> | null>(null)
  const [serial, setSerial] = useState('')
  const [answer, setAnswer] = useState<Result<OutputOf<typeof dev.scan>> | null>(null)
  // Badges come with enrolments and imports.
  const changes = useMembers((state) => state.changes)
  useEffect(() => {
    let current = true
    void api()
      .dev.badges({})
      .then((result) => current && setBadges(result))
    return () => {
      current = false
    }
  }, [changes])
  const scan = async (text: string): Promise<void> => setAnswer(await api().dev.scan({ serial: text }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (serial.trim() !== '') void scan(serial.trim())
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
        <Button type="submit" isDisabled={serial.trim() === ''} className="h-[38px] flex-none">
          {t('simulated.scan')}
        </Button>
      </form>
      <SimulatedOutcome answer={answer} />
      {badges === null ? null : !badges.ok ? (
        <p role="alert" className="p-3 text-refused">
          {refusalWords(badges.error).message}
        </p>
      ) : badges.value.badges.length === 0 ? (
        <p className="p-3 text-ink-muted">{t('simulated.noBadges')}</p>
      ) : (
        <ul className="min-h-0 flex-1 overflow-y-auto -outline-offset-2!" tabIndex={0} aria-label={t('simulated.badges')}>
          {badges.value.badges.map((badge) => (
            <li key={badge.serial} className="flex min-h-[35px] items-center justify-between gap-2 border-b border-line pl-3 pr-1">
              <span className="min-w-0 truncate" title={badge.label}>
                {badge.label}
              </span>
              <Button variant="quiet" size="sm" className="h-[29px] flex-none text-out" aria-label={t('simulated.scanNamed', { name: badge.label })} onPress={() => void scan(badge.serial)}>
                {t('simulated.scan')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
