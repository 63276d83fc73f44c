import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { tryToken, type Verdict } from './http-transport.ts'
import { Button } from './ui/button.tsx'
import { TextField } from './ui/text-field.tsx'

interface Props {
  readonly onCode: (token: string) => void
  /** The code that this window had is no longer taken. */
  readonly changed?: boolean
}

/** What the browser shows when it comes without the host's code, or with one of yesterday. */
export function AccessCode({ onCode, changed = false }: Props) {
  const { t } = useTranslation('common')
  const [code, setCode] = useState('')
  const [verdict, setVerdict] = useState<Verdict>()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const token = code.trim()
    const answer = await tryToken(token)
    setVerdict(answer)
    if (answer === 'taken') onCode(token)
  }
  return (
    <main className="grid h-full place-items-center p-6">
      <form className="panel w-96 gap-4 p-6" onSubmit={(event) => void submit(event)}>
        <h1 className="text-lg font-semibold">{t('access.title')}</h1>
        <p role={changed ? 'alert' : undefined} className="text-ink-muted">
          {changed ? t('access.changed') : t('access.text')}
        </p>
        <TextField label={t('access.field')} value={code} onChange={(value) => {
            setCode(value)
            setVerdict(undefined)
          }} error={verdict === 'refused' ? t('access.wrong') : verdict === 'unreachable' ? t('access.unreachable') : undefined} autoFocus />
        <Button type="submit" variant="primary" className="self-end">
          {t('access.submit')}
        </Button>
      </form>
    </main>
  )
}
