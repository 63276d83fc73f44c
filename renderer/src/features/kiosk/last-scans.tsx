import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { toneOf, useKiosk, type ScanOutcome } from '../../stores/kiosk.ts'
import { offeredInStrip, offeredScan, undoAtKiosk, useKioskUndo } from '../../stores/kiosk-undo.ts'
import { DirectionMark } from '../../ui/direction-mark.tsx'
import { useNow } from '../../ui/time.ts'

const markOf = ({ outcome, direction }: ScanOutcome): 'in' | 'out' | 'refused' | 'stays' => {
  const tone = toneOf(outcome)
  // A badge held up to agree is no refusal, and neither is the holder of lockup who stays.
  if (tone === 'notice') return 'stays'
  return tone === 'refused' ? 'refused' : (direction ?? 'in')
}

/** The last five, or ten in a rush, so that nobody wonders whether theirs was read, and everybody can take it back. */
export function LastScans({ isLong }: { isLong: boolean }) {
  const { t } = useTranslation(['kiosk', 'outcomes'])
  const { card, last: all } = useKiosk()
  const places = isLong ? 10 : 5
  const last = all.slice(0, places)
  const undone = useKioskUndo((state) => state.undone)
  const now = useNow(500)
  const offered = offeredInStrip(last, undone, now)
  // What the card offers is not offered twice.
  const onCard = offeredScan({ card, last }, undone, now)?.scanId
  return (
    <ul aria-label={t('last')} className="grid auto-rows-fr grid-cols-5 gap-3 px-7 pb-5">
      {Array.from({ length: places }, (_, index) => {
        const scan = last[index]
        if (scan === undefined) return <li key={index} aria-hidden className="rounded-[10px] border border-dashed border-line" />
        const name = scan.person === null ? t(`outcomes:outcome.${scan.outcome}.title`) : `${scan.person.rank} ${scan.person.lastName}`.trim()
        const isUndone = undone.includes(scan.scanId)
        return (
          <li key={scan.scanId + index} className="flex min-w-0 items-center gap-3 rounded-[10px] border border-line bg-panel px-3.5">
            <DirectionMark kind={markOf(scan)} size="large" />
            <span className={`line-clamp-3 min-w-0 flex-1 text-base/tight break-words ${isUndone ? 'text-ink-muted line-through' : ''}`}>
              {isUndone ? <span className="sr-only">{t('undo.struck', { name })}</span> : null}
              <span aria-hidden={isUndone}>{name}</span>
            </span>
            {offered.has(scan.scanId) && scan.scanId !== onCard ? (
              <button type="button" aria-label={t('undo.named', { name })} onClick={() => void undoAtKiosk(scan)} className="-mr-2 grid size-14 flex-none cursor-pointer place-items-center rounded-xl border-2 border-line">
                <Undo2 aria-hidden size={24} />
              </button>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
