import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Account } from './use-accounts.ts'

export function DisableDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'common'])
  const [error, setError] = useState<string>()
  const disable = async (): Promise<void> => {
    const result = await api().accounts.setDisabled({ member: account.memberId, disabled: true })
    if (result.ok) return onClose()
    const { message, howToFix } = refusalWords(result.error)
    setError(`${message} ${howToFix}`)
  }
  return (
    <Dialog
      title={t('list.disableTitle', { name: account.displayName })}
      isOpen
      onClose={onClose}
      size="sm"
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="danger" onPress={() => void disable()}>
            {t('list.disable')}
          </Button>
        </>
      }
    >
      <p>{t('list.disableText')}</p>
      {error === undefined ? null : (
        <p role="alert" className="mt-3 rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
          {error}
        </p>
      )}
    </Dialog>
  )
}
