import { useCallback, useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useSystem } from '../../stores/system.ts'
import { offerUndo } from '../../stores/undo.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { BadgeStep, type Badge } from './badge-step.tsx'
import { DemoSignIn } from './demo-sign-in.tsx'
import { isGoodPin, NewPinFields, PinField } from './pin-fields.tsx'
import { openDialog } from './dialog-store.ts'

/** Badge and PIN; or, the first time, badge, set-up code and a PIN of one's own. */
export function SignInDialog() {
  const { t } = useTranslation(['accounts', 'common'])
  const dev = useSystem((state) => state.status?.dev ?? false)
  const [badge, setBadge] = useState<Badge>({ serial: undefined, isKnown: false })
  const [first, setFirst] = useState(false)
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const form = useId()
  const close = (): void => {
    void api().accounts.cancelBadge({})
    openDialog(null)
  }
  const takeBadge = useCallback((next: Badge) => {
    setBadge(next)
    setError(undefined)
  }, [])
  const ready = badge.isKnown && (first ? code.trim() !== '' && isGoodPin(pin, again) : pin !== '') && !busy
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!ready) return
    setBusy(true)
    const serial = badge.serial === undefined ? {} : { serial: badge.serial }
    const result = first ? await api().accounts.choosePin({ ...serial, setupCode: code, pin }) : await api().accounts.signIn({ ...serial, pin })
    setBusy(false)
    if (result.ok) {
      const { arrival, displayName } = result.value
      if (arrival !== null) offerUndo(arrival.movementId, t('cameIn', { name: displayName }))
      return close()
    }
    const { message, howToFix } = refusalWords(result.error)
    setError(`${message} ${howToFix}`)
    if (!first) setPin('')
  }
  return (
    <Dialog
      title={first ? t('firstTime') : t('title')}
      isOpen
      onClose={close}
      size="sm"
      footer={
        <>
          <Button variant="quiet" onPress={() => setFirst(!first)}>
            {first ? t('havePin') : t('haveCode')}
          </Button>
          <span className="flex-1" />
          <Button onPress={close}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isDisabled={!ready}>
            {busy ? t('checking') : t('title')}
          </Button>
        </>
      }
    >
      <form id={form} className="grid gap-4" onSubmit={(event) => void submit(event)}>
        <BadgeStep onBadge={takeBadge} autoFocus />
        {first ? (
          <>
            <TextField label={t('setupCode')} value={code} onChange={setCode} autoComplete="off" hint={t('setupCodeHint')} />
            <NewPinFields pin={pin} again={again} onPin={setPin} onAgain={setAgain} />
          </>
        ) : (
          <PinField label={t('pin')} value={pin} onChange={setPin} />
        )}
        {error === undefined ? null : (
          <p role="alert" className="rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
            {error}
          </p>
        )}
      </form>
      {dev ? <DemoSignIn onDone={close} /> : null}
    </Dialog>
  )
}
