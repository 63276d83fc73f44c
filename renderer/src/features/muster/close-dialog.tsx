import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName } from '../../../../shared/domain/names.ts'
import { api } from '../../api.ts'
import { closeMusterDialog, refreshMuster, refreshRoll, useMuster } from '../../stores/muster.ts'
import { useMay, useSession } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { openDialog, useAccountDialog } from '../accounts/dialog-store.ts'
import { useEntries } from './use-entries.ts'

/** The end of a muster: a name to answer for it, and a reason where somebody is still missing. */
export function CloseDialog({ musterId }: { musterId: string }) {
  const { t } = useTranslation(['muster', 'accounts', 'common'])
  const may = useMay('quartermasterOrDds')
  const isSigningIn = useAccountDialog((state) => state.open !== null)
  const locked = useSession((state) => state.state?.session?.locked ?? false)
  const entries = useEntries(useMuster((state) => state.roll))
  const kind = useMuster((state) => state.roll?.muster.kind) ?? 'live'
  const [reason, setReason] = useState('')
  const [remarks, setRemarks] = useState('')
  const [tried, setTried] = useState(false)
  const missing = entries.filter(({ state, list }) => state === 'missing' && list !== 'due')
  const lacksReason = missing.length > 0 && reason.trim() === ''
  // It comes back by itself once they are signed in.
  if (isSigningIn) return null
  if (!may)
    return (
      <Dialog
        title={t('close.title')}
        isOpen
        onClose={closeMusterDialog}
        size="sm"
        footer={
          <>
            <Button onPress={closeMusterDialog}>{t('common:cancel')}</Button>
            <Button variant="primary" autoFocus onPress={() => openDialog(locked ? 'unlock' : 'signIn')}>
              {locked ? t('accounts:locked.unlock') : t('accounts:title')}
            </Button>
          </>
        }
      >
        <p className="text-ink">{t('close.signIn')}</p>
      </Dialog>
    )
  const save = async () => {
    const result = await api().muster.close({ musterId, reason: missing.length === 0 ? '' : reason, remarks })
    if (result.ok) {
      refreshMuster()
      refreshRoll()
    }
    return result
  }
  return (
    <FormDialog title={t(`close.titleOf.${kind}`)} confirm={t(`close.confirm.${kind}`)} isGrave={missing.length > 0} save={lacksReason ? null : save} onTry={() => setTried(true)} onClose={closeMusterDialog} size="wide">
      {missing.length === 0 ? (
        <p className="text-lg font-semibold text-in">✓ {t('close.all', { count: entries.filter(({ list }) => list !== 'due').length })}</p>
      ) : (
        <>
          <div role="alert" className="grid gap-1 rounded-lg border-2 border-refused bg-refused-soft p-3 text-refused">
            <p className="text-lg font-bold">{t('close.missing', { count: missing.length })}</p>
            <ul tabIndex={0} aria-label={t('close.missing', { count: missing.length })} className="max-h-[24vh] overflow-y-auto">
              {missing.map((entry) => (
                <li key={entry.id} className="font-semibold">
                  {fullName(entry)}
                </li>
              ))}
            </ul>
          </div>
          <TextAreaField label={t('close.reason')} hint={t('close.reasonHint')} rows={2} maxLength={500} value={reason} onChange={setReason} error={tried && lacksReason ? t('close.reasonMissing') : undefined} />
        </>
      )}
      <TextAreaField label={t('close.remarks')} rows={3} maxLength={2000} value={remarks} onChange={setRemarks} />
    </FormDialog>
  )
}
