import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useSession } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { openDialog } from './dialog-store.ts'
import { PinField } from './pin-fields.tsx'

/** The desk locked itself, or was locked: the same person goes on with their PIN, another one signs in. */
export function UnlockDialog() {
  const { t } = useTranslation(['accounts', 'common'])
  const session = useSession((state) => state.state?.session)
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const form = useId()
  const close = (): void => openDialog(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (pin === '' || busy) return
    setBusy(true)
    const result = await api().accounts.unlock({ pin })
    setBusy(false)
    setPin('')
    if (result.ok) return close()
    const { message, howToFix } = refusalWords(result.error)
    setError(`${message} ${howToFix}`)
  }
  return (
    <Dialog
      title={t('locked.title')}
      isOpen
      onClose={close}
      size="sm"
      footer={
        <>
          <Button variant="quiet" onPress={() => openDialog('signIn')}>
            {t('locked.other')}
          </Button>
          <span className="flex-1" />
          <Button onPress={close}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isDisabled={pin === '' || busy}>
            {t('locked.unlock')}
          </Button>
        </>
      }
    >
      <form id={form} className="grid gap-3" onSubmit={(event) => void submit(event)}>
        <p className="text-ink-muted">{t('locked.text', { name: session?.displayName ?? '' })}</p>
        <PinField label={t('pin')} value={pin} onChange={setPin} error={error} autoFocus />
      </form>
    </Dialog>
  )
}
