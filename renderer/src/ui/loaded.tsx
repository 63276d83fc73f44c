import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed } from './failed.tsx'
import type { useFetched } from './use-fetched.ts'

/** What has arrived; until then that it is on its way, or why it did not come and the way to ask again. */
export function Loaded<T>({ fetched: { value, problem, retry }, children }: { fetched: ReturnType<typeof useFetched<T>>; children: (value: T) => ReactNode }) {
  const { t } = useTranslation('common')
  if (problem !== null) return <Failed problem={problem} retry={retry} />
  if (value === null)
    return (
      <p role="status" className="p-6 text-ink-muted">
        {t('loading')}
      </p>
    )
  return children(value)
}
