import { useTranslation } from 'react-i18next'
import { levels, rules, type Need, type Rule } from '../../../../shared/domain/access.ts'
import { levelName, useSession } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { openDialog } from '../accounts/dialog-store.ts'

/** In place of a room that the person at the desk may not enter. */
export function ShutRoom({ need }: { need: Need }) {
  const { t } = useTranslation('accounts')
  const locked = useSession((state) => state.state?.session?.locked ?? false)
  const rule: Rule = rules[need]
  return (
    <section className="panel h-full">
      <EmptyState
        title={t('shut.title')}
        text={t('shut.text', { level: t(`level.${levelName(rule.level ?? levels.basic)}`) })}
        action={
          <Button variant="primary" onPress={() => openDialog(locked ? 'unlock' : 'signIn')}>
            {locked ? t('locked.unlock') : t('title')}
          </Button>
        }
      />
    </section>
  )
}
