import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../shared/contract/kit.ts'
import { refusalWords } from '../i18n/refusal-words.ts'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

/** Why what was asked for did not come, what to do, and the way to ask again. */
export function Failed({ problem, retry }: { problem: Refused; retry: () => void }) {
  const { t } = useTranslation('common')
  const { message, howToFix } = refusalWords(problem)
  return <EmptyState title={message} text={howToFix} action={<Button onPress={retry}>{t('retry')}</Button>} />
}
