import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../shared/contract/kit.ts'
import { judgeKey, keepKey, type GatewayView } from './gateway-key.ts'
import { refusalWords } from './i18n/refusal-words.ts'
import { usePreferences } from './stores/preferences.ts'
import { Button } from './ui/button.tsx'
import { TextField } from './ui/text-field.tsx'

interface Props {
  readonly view: GatewayView
  /** Why the key that this screen had opens nothing any more; null = it never had one. */
  readonly why: Refused | null
  readonly onKey: (key: string) => void
}

/** What a screen elsewhere shows while it has no key that holds: nobody's name, why, and where a key comes from. */
export function ViewKey({ view, why, onKey }: Props) {
  const { t } = useTranslation(['views', 'common'])
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const language = usePreferences((state) => state.language)
  // To a screen a key is unknown; the common words are for people's sessions as well.
  const wordsOf = (one: Refused): { message: string; howToFix: string } => (one.code === 'key_wrong' ? { message: t('key.unknown'), howToFix: t('key.unknownFix') } : refusalWords(one))
  const said = why === null ? null : wordsOf(why)
  const wrong = refused === null ? undefined : `${wordsOf(refused).message} ${wordsOf(refused).howToFix}`
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const key = typed.trim()
    if (busy || key === '') return
    setBusy(true)
    const answer = await judgeKey(key)
    setBusy(false)
    setRefused(answer)
    if (answer !== null) return
    keepKey(view, key)
    onKey(key)
  }
  return (
    <main className="kiosk grid h-full place-items-center overflow-y-auto p-4">
      <form className="panel w-full max-w-lg gap-4 p-6 text-base" onSubmit={(event) => void submit(event)}>
        <div className="flex items-start justify-between gap-4">
          <h1 className="text-2xl font-semibold">{t(`key.${view}`)}</h1>
          <Button className="h-11" aria-label={t('common:languageLabel')} onPress={() => usePreferences.setState({ language: language === 'en' ? 'fr' : 'en' })}>
            {t('common:language')}
          </Button>
        </div>
        {said === null ? null : (
          <div role="alert" className="grid gap-1 rounded-lg border-2 border-refused bg-refused-soft px-4 py-3 text-refused">
            <p className="text-lg font-bold">{said.message}</p>
            <p>{said.howToFix}</p>
          </div>
        )}
        <p>{t('key.text')}</p>
        <TextField
          label={t('key.field')}
          value={typed}
          onChange={(value) => {
            setTyped(value)
            setRefused(null)
          }}
          error={wrong}
          autoComplete="off"
          autoFocus
        />
        <Button type="submit" variant="primary" className="h-11 self-end px-6" isDisabled={busy}>
          {t('key.open')}
        </Button>
      </form>
    </main>
  )
}
