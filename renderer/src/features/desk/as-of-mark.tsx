import { useTranslation } from 'react-i18next'
import { Chip } from '../../ui/chip.tsx'
import { useTimes } from '../../ui/time.ts'
import { useAsOf } from './use-as-of.ts'

/** Stands on a list that is no longer live. */
export function AsOfMark() {
  const { t } = useTranslation('common')
  const { seconds } = useTimes()
  const asOf = useAsOf()
  return asOf === null ? null : <Chip tone="attention">{t('lost.asOf', { at: seconds(asOf) })}</Chip>
}
