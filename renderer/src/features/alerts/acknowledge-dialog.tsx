import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useAlertDialogs } from './dialog-store.ts'
import { useAlertWords } from './use-alert-words.ts'

/** Somebody answers for an alert: their name, the time and what they did are kept. */
export function AcknowledgeDialog() {
  const { t } = useTranslation(['alerts', 'common'])
  const acknowledging = useAlertDialogs((state) => state.acknowledging)
  const wordsOf = useAlertWords()
  const [note, setNote] = useState('')
  const [error, setError] = useState<string>()
  const close = (): void => {
    setNote('')
    setError(undefined)
    useAlertDialogs.setState({ acknowledging: [] })
  }
  const acknowledge = async (): Promise<void> => {
    const result = await api().alerts.acknowledge({ alertIds: acknowledging.map(({ id }) => id), note })
    if (result.ok) return close()
    const { message, howToFix } = refusalWords(result.error)
    setError(`${message} ${howToFix}`)
  }
  if (acknowledging.length === 0) return null
  return (
    <Dialog
      title={acknowledging.length === 1 ? t('dialog.title') : t('dialog.titleMany', { count: acknowledging.length })}
      isOpen
      onClose={close}
      size="sm"
      footer={
        <>
          <Button onPress={close}>{t('common:cancel')}</Button>
          <Button variant="primary" type="submit" form="acknowledge">
            {t('acknowledge')}
          </Button>
        </>
      }
    >
      <form
        id="acknowledge"
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void acknowledge()
        }}
      >
        <ul className="max-h-40 overflow-y-auto">
          {acknowledging.map((alert) => {
            const { title, line } = wordsOf(alert)
            return (
              <li key={alert.id}>
                <b>{title}</b> {line}
              </li>
            )
          })}
        </ul>
        <TextField label={t('dialog.note')} value={note} onChange={setNote} maxLength={500} autoFocus hint={t('dialog.text')} />
        {error === undefined ? null : (
          <p role="alert" className="rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
            {error}
          </p>
        )}
      </form>
    </Dialog>
  )
}
