import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { useFetched } from '../../ui/use-fetched.ts'

/** What has arrived; until then that it is on its way, or why it did not come and the way to ask again. */
export function Loaded<T>({ fetched: { value, problem, retry }, children }: { fetched: ReturnType<typeof useFetched<T>>; children: (value: T) => ReactNode }) {
  const { t } = useTranslation('common')
  if (problem !== null) return <EmptyState title={refusalWords(problem).message} text={refusalWords(problem).howToFix} action={<Button onPress={retry}>{t('retry')}</Button>} />
  if (value === null)
    return (
      <p role="status" className="p-6 text-ink-muted">
        {t('loading')}
      </p>
    )
  return children(value)
}
