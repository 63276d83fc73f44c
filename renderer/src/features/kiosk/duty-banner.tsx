import { useTranslation } from 'react-i18next'
import { useDuty } from '../../stores/duty.ts'

/** Between two people: what the day still needs (screens.md P0-2 step 1). Nothing where nothing is open. */
export function DutyBanner() {
  const { t } = useTranslation('kiosk')
  const { dds, lockup } = useDuty()
  if (dds === null || lockup === null) return null
  const needs = [lockup.status === 'secured' ? t('prompt.secured') : lockup.status === 'locking_up' ? t('lockUp.going') : '', dds.live?.status === 'active' ? '' : t('prompt.noDds')].filter(Boolean)
  if (needs.length === 0) return null
  return (
    <p className="flex flex-wrap justify-center gap-3 text-[22px] font-semibold">
      {needs.map((need) => (
        <span key={need} className="rounded-xl border-2 border-attention bg-attention-soft px-5 py-2 text-attention">
          {need}
        </span>
      ))}
    </p>
  )
}
