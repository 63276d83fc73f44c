import { useTranslation } from 'react-i18next'
import { useDuty } from '../../stores/duty.ts'
import { dutiesOf, type Duty } from './duties-of.ts'

export interface DutyChip {
  readonly key: string
  /** As short as a list needs it. */
  readonly short: string
  readonly long: string
  readonly isOpen: boolean
}

/** @returns a function that says what a person is responsible for, in short and in full */
export function useDutyWords(): (personId: string) => DutyChip[] {
  const { t, i18n } = useTranslation('duty')
  const { dds, lockup, tonight } = useDuty()
  const known = { dds, lockup, tonight }
  const word = (duty: Duty): DutyChip => {
    const { kind } = duty
    const isOpen = kind === 'ddsPending'
    if (kind !== 'watch' && kind !== 'cover') return { key: kind, short: t(`chip.${kind}.short`), long: t(`chip.${kind}.long`), isOpen }
    const seat = duty.seat === null ? t('chip.watch') : i18n.language === 'fr' ? (duty.seat.nameFr ?? duty.seat.name) : duty.seat.name
    const long = kind === 'cover' ? t('chip.now', { seat }) : duty.start === null ? t('chip.tonight', { seat }) : t('chip.tonightAt', { seat, at: duty.start })
    return { key: `${kind}-${duty.seat?.code ?? ''}`, short: duty.seat?.code ?? t('chip.watch'), long, isOpen }
  }
  return (personId) => dutiesOf(personId, known).map(word)
}
