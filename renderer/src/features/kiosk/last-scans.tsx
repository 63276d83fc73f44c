import { useTranslation } from 'react-i18next'
import { toneOf, useKiosk, type ScanOutcome } from '../../stores/kiosk.ts'
import { DirectionMark } from '../../ui/direction-mark.tsx'

const markOf = ({ outcome, direction }: ScanOutcome): 'in' | 'out' | 'refused' => {
  const tone = toneOf(outcome)
  return tone === 'refused' || tone === 'notice' ? 'refused' : (direction ?? 'in')
}

/** The last five, so that in a rush nobody wonders whether theirs was read. */
export function LastScans() {
  const { t } = useTranslation(['kiosk', 'outcomes'])
  const last = useKiosk((state) => state.last)
  return (
    <ul aria-label={t('last')} className="grid grid-cols-5 gap-3 px-7 pb-5">
      {Array.from({ length: 5 }, (_, index) => {
        const scan = last[index]
        return scan === undefined ? (
          <li key={index} aria-hidden className="rounded-[10px] border border-dashed border-line" />
        ) : (
          <li key={scan.scanId + index} className="flex min-w-0 items-center gap-3 rounded-[10px] border border-line bg-panel px-3.5">
            <DirectionMark kind={markOf(scan)} size="large" />
            <span className="line-clamp-2 text-base/tight break-words">
              {scan.person === null ? t(`outcomes:outcome.${scan.outcome}.title`) : `${scan.person.rank} ${scan.person.lastName}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
