import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'

/** The counts could not be had; the list itself is there all the same. */
export function UsageProblem({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation(['definitions', 'common'])
  return (
    <p role="alert" className="flex items-center gap-3 border-t border-line px-3 py-1.5 text-attention">
      {t('usageProblem')}
      <Button size="sm" onPress={onRetry}>
        {t('common:retry')}
      </Button>
    </p>
  )
}
