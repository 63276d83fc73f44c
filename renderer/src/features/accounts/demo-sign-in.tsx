import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { levelName } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'

const levels = [5, 4, 3, 2, 6] as const

/** In a development build only: the demo's people have no PIN, so that one chooses whom to be. */
export function DemoSignIn({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('accounts')
  const [problem, setProblem] = useState<string>()
  const signIn = async (level: number): Promise<void> => {
    const result = await api().dev.signInAs({ level })
    if (result.ok) onDone()
    else setProblem(refusalWords(result.error).message)
  }
  return (
    <section aria-label={t('demo')} className="mt-4 grid gap-2 border-t border-line pt-3">
      <h2 className="label-caps">{t('demo')}</h2>
      <div className="flex flex-wrap gap-2">
        {levels.map((level) => (
          <Button key={level} size="sm" onPress={() => void signIn(level)}>
            {t(`level.${levelName(level)}`)}
          </Button>
        ))}
      </div>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
    </section>
  )
}
