import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { accounts } from '../../../../shared/contract/accounts.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTimes } from '../../ui/time.ts'
import type { Account } from './use-accounts.ts'

/** The one-time code, shown once: the administrator passes it on and never learns the PIN (trust.md V6.4.6). */
export function CodeDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'common'])
  const { shortDate, time } = useTimes()
  const [issued, setIssued] = useState<OutputOf<typeof accounts.issueSetupCode> | null>(null)
  const [error, setError] = useState<string>()
  const issue = async (): Promise<void> => {
    const result = await api().accounts.issueSetupCode({ member: account.memberId })
    if (result.ok) return setIssued(result.value)
    const { message, howToFix } = refusalWords(result.error)
    setError(`${message} ${howToFix}`)
  }
  const name = account.displayName
  return (
    <Dialog
      title={t('list.codeTitle', { name })}
      isOpen
      onClose={onClose}
      size="sm"
      footer={
        issued === null ? (
          <>
            <Button onPress={onClose}>{t('common:cancel')}</Button>
            <Button variant="primary" onPress={() => void issue()}>
              {t('list.codeGive')}
            </Button>
          </>
        ) : (
          <Button variant="primary" onPress={onClose}>
            {t('list.codeDone')}
          </Button>
        )
      }
    >
      {issued === null ? (
        <p>{t('list.codeAsk')}</p>
      ) : (
        <div role="status" className="grid gap-3">
          <p className="rounded-lg border border-line bg-chip py-4 text-center font-mono text-3xl font-semibold tracking-widest select-all">{issued.code}</p>
          <p className="text-ink-muted">{t('list.codeText', { name, until: `${shortDate(issued.expiresAt)} ${time(issued.expiresAt)}` })}</p>
        </div>
      )}
      {error === undefined ? null : (
        <p role="alert" className="mt-3 rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
          {error}
        </p>
      )}
    </Dialog>
  )
}
