import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { passphraseMinLength, passphraseStrength } from '../../../../../shared/domain/backups.ts'
import { api } from '../../../api.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PinField } from '../../accounts/pin-fields.tsx'

const tones = { too_short: 'text-refused', weak: 'text-refused', fair: 'text-attention', strong: 'text-in' } as const

/** Where backups go besides, and the passphrase that seals them: typed in the open, to be written down as it stands there. */
export function PlaceDialog({ folder: before, onClose }: { folder: string | null; onClose: () => void }) {
  const { t } = useTranslation('backups')
  const [folder, setFolder] = useState(before ?? '')
  const [keeps, setKeeps] = useState(before !== null)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [isWritten, setWritten] = useState(false)
  const [pin, setPin] = useState('')
  const strength = passphraseStrength(passphrase)
  const isNewGood = strength !== 'too_short' && passphrase === again && isWritten
  const isGood = folder.trim() !== '' && pin !== '' && (keeps || isNewGood)
  return (
    <FormDialog title={t('place.title')} confirm={t('place.save')} size="wide" onClose={onClose} save={isGood ? () => api().backups.setSecond({ folder: folder.trim(), passphrase: keeps ? null : passphrase, pin }) : null}>
      <p>{t('place.text')}</p>
      <TextField label={t('place.folder')} hint={t('place.folderHint')} value={folder} onChange={setFolder} autoComplete="off" autoFocus />
      {before === null ? null : <CheckField label={t('place.keep')} isSelected={keeps} onChange={setKeeps} />}
      {keeps ? null : (
        <>
          <TextField label={t('place.passphrase')} hint={t('place.passphraseHint', { count: passphraseMinLength })} value={passphrase} onChange={setPassphrase} autoComplete="off" />
          <p role="status" className={`text-sm font-semibold ${tones[strength]}`}>
            {passphrase === '' ? '' : t(`place.strength.${strength}`)}
          </p>
          <TextField label={t('place.again')} value={again} onChange={setAgain} autoComplete="off" error={again.length >= passphrase.length && again !== passphrase ? t('place.differ') : undefined} />
          <CheckField label={t('place.written')} isSelected={isWritten} onChange={setWritten} />
        </>
      )}
      <PinField label={t('place.pin')} value={pin} onChange={setPin} />
    </FormDialog>
  )
}
