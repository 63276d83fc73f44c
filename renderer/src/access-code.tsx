import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { tryToken } from './http-transport.ts'
import { Button } from './ui/button.tsx'
import { TextField } from './ui/text-field.tsx'

/** What the browser shows when it comes without the host's code. */
export function AccessCode({ onCode }: { onCode: (token: string) => void }) {
  const { t } = useTranslation('common')
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const token = code.trim()
    if (await tryToken(token)) onCode(token)
    else setWrong(true)
  }
  return (
    <main className="grid h-full place-items-center p-6">
      <form className="panel w-96 gap-4 p-6" onSubmit={(event) => void submit(event)}>
        <h1 className="text-lg font-semibold">{t('access.title')}</h1>
        <p className="text-ink-muted">{t('access.text')}</p>
        <TextField label={t('access.field')} value={code} onChange={setCode} error={wrong ? t('access.wrong') : undefined} autoFocus />
        <Button type="submit" variant="primary" className="self-end">
          {t('access.submit')}
        </Button>
      </form>
    </main>
  )
}
