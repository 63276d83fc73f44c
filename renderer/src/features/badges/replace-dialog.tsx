import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EnrolDialog, type EnrolledMember } from '../members/enrol-dialog.tsx'

const reasons = ['lost', 'damaged', 'returned'] as const

/** Why, and then the new badge held to a reader: the old one is out of use in the same act, never before. */
export function ReplaceBadgeDialog({ member, onClose }: { member: EnrolledMember; onClose: () => void }) {
  const { t } = useTranslation(['badges', 'common'])
  const [reason, setReason] = useState<(typeof reasons)[number]>('lost')
  const [isScanning, setScanning] = useState(false)
  if (isScanning) return <EnrolDialog member={member} replaces={reason} onClose={onClose} />
  return (
    <Dialog
      title={t('replace.of', { name: member.displayName })}
      isOpen
      onClose={onClose}
      size="sm"
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" onPress={() => setScanning(true)}>
            {t('replace.next')}
          </Button>
        </>
      }
    >
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5">{t('replace.why')}</legend>
        {reasons.map((name) => (
          <label key={name} htmlFor={`replace-${name}`} className={`flex cursor-pointer items-start gap-3 rounded-lg border px-3 py-2 ${name === reason ? 'border-out bg-out-soft' : 'border-line'}`}>
            <input id={`replace-${name}`} type="radio" name="reason" className="mt-1" checked={name === reason} onChange={() => setReason(name)} />
            <span>
              {t(`replace.${name}.title`)}
              <span className="block text-ink-muted">{t(`replace.${name}.text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}
