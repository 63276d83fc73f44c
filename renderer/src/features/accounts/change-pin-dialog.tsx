import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { openDialog } from './dialog-store.ts'
import { isGoodPin, NewPinFields, PinField } from './pin-fields.tsx'

export function ChangePinDialog() {
  const { t } = useTranslation(['accounts', 'common'])
  const [oldPin, setOldPin] = useState('')
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [error, setError] = useState<string>()
  const [done, setDone] = useState(false)
  const form = useId()
  const close = (): void => openDialog(null)
  const ready = oldPin !== '' && isGoodPin(pin, again)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!ready) return
    const result = await api().accounts.changePin({ oldPin, pin })
    if (result.ok) return setDone(true)
    const { message, howToFix } = refusalWords(result.error)
    setError(`${message} ${howToFix}`)
    setOldPin('')
  }
  return (
    <Dialog
      title={t('changePin.title')}
      isOpen
      onClose={close}
      size="sm"
      footer={
        done ? (
          <Button variant="primary" onPress={close}>
            {t('common:close')}
          </Button>
        ) : (
          <>
            <Button onPress={close}>{t('common:cancel')}</Button>
            <Button type="submit" form={form} variant="primary" isDisabled={!ready}>
              {t('changePin.submit')}
            </Button>
          </>
        )
      }
    >
      {done ? (
        <p role="status">{t('changePin.done')}</p>
      ) : (
        <form id={form} className="grid gap-4" onSubmit={(event) => void submit(event)}>
          <PinField label={t('changePin.old')} value={oldPin} onChange={setOldPin} error={error} autoFocus />
          <NewPinFields pin={pin} again={again} onPin={setPin} onAgain={setAgain} />
        </form>
      )}
    </Dialog>
  )
}
