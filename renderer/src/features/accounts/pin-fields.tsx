import { useTranslation } from 'react-i18next'
import { isWeakPin, pinForm } from '../../../../shared/domain/pin.ts'
import { TextField } from '../../ui/text-field.tsx'

const digits = (text: string): string => text.replace(/\D/g, '').slice(0, 12)

interface PinProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly hint?: string | undefined
  readonly autoFocus?: boolean
}

export const PinField = ({ onChange, autoFocus = false, ...rest }: PinProps) => (
  <TextField {...rest} onChange={(value) => onChange(digits(value))} type="password" inputMode="numeric" autoComplete="off" autoFocus={autoFocus} />
)

/** A new PIN, twice; what is wrong with it is said as it is typed. */
export function NewPinFields({ pin, again, onPin, onAgain, serviceNumber = '' }: { pin: string; again: string; onPin: (value: string) => void; onAgain: (value: string) => void; serviceNumber?: string }) {
  const { t } = useTranslation('accounts')
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <PinField label={t('newPin')} value={pin} onChange={onPin} hint={t('pinHint')} error={pinForm.test(pin) && isWeakPin(pin, serviceNumber) ? t('pinWeak') : undefined} />
      <PinField label={t('newPinAgain')} value={again} onChange={onAgain} error={again.length >= pin.length && again !== pin ? t('pinsDiffer') : undefined} />
    </div>
  )
}

export const isGoodPin = (pin: string, again: string, serviceNumber = ''): boolean => pinForm.test(pin) && pin === again && !isWeakPin(pin, serviceNumber)
