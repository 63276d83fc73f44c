import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { levelName, useSession } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PersonField, type Person } from './person-field.tsx'
import type { Account } from './use-accounts.ts'

interface Props {
  /** Null = somebody who has no account yet. */
  readonly account: Account | null
  readonly onClose: () => void
}

/** One of the levels, each with what it lets one do. Nobody gives more than they have. */
export function LevelDialog({ account, onClose }: Props) {
  const { t } = useTranslation(['accounts', 'common'])
  const ownLevel = useSession((state) => state.state?.session?.level ?? 1)
  const [person, setPerson] = useState<Person | null>(account && { id: account.memberId, displayName: account.displayName })
  const [level, setLevel] = useState(account?.level ?? 2)
  const [error, setError] = useState<string>()
  const form = useId()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (person === null) return
    const result = await api().accounts.setLevel({ memberIds: [person.id], level })
    if (result.ok) return onClose()
    const { message, howToFix } = refusalWords(result.error)
    setError(`${message} ${howToFix}`)
  }
  return (
    <Dialog
      title={account === null ? t('list.add') : t('list.levelFor', { name: account.displayName })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isDisabled={person === null}>
            {t('list.save')}
          </Button>
        </>
      }
    >
      <form id={form} className="grid gap-4" onSubmit={(event) => void submit(event)}>
        {account === null ? <PersonField label={t('list.person')} hint={t('list.personHint')} onChange={setPerson} /> : null}
        <fieldset className="grid gap-1.5">
          <legend className="mb-1 text-sm font-medium">{t('list.column.level')}</legend>
          {Array.from({ length: ownLevel }, (_, index) => index + 1).map((choice) => {
            const name = levelName(choice)
            return name === 'nobody' ? null : (
              <label key={choice} htmlFor={`${form}-${choice}`} className={`flex cursor-pointer items-start gap-3 rounded-lg border px-3 py-2 ${choice === level ? 'border-out bg-out-soft' : 'border-line'}`}>
                <input id={`${form}-${choice}`} type="radio" name="level" className="mt-1" checked={choice === level} onChange={() => setLevel(choice)} />
                <span>
                  {choice} · <b>{t(`level.${name}`)}</b>
                  <span className="block text-ink-muted">{t(`levelMay.${name}`)}</span>
                </span>
              </label>
            )
          })}
        </fieldset>
        {error === undefined ? null : (
          <p role="alert" className="rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
            {error}
          </p>
        )}
      </form>
    </Dialog>
  )
}
