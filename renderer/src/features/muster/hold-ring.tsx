import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { holdMs } from './hold.ts'

const radius = 88
const round = 2 * Math.PI * radius

/** Fills while F12 is held. Drawn by the clock and not by an animation: it is seen where motion is reduced, too. */
export function HoldRing({ since }: { since: number | null }) {
  const { t } = useTranslation('muster')
  const [share, setShare] = useState(0)
  useEffect(() => {
    if (since === null) return undefined
    let frame = 0
    const draw = (): void => {
      setShare(Math.min(1, (performance.now() - since) / holdMs))
      frame = requestAnimationFrame(draw)
    }
    draw()
    return () => cancelAnimationFrame(frame)
  }, [since])
  if (since === null) return null
  // Beside the window's own content: an open dialog hides everything in there from those who cannot see.
  return createPortal(
    <div role="alert" data-hold-ring className="pointer-events-none fixed inset-0 z-[100] grid place-content-center justify-items-center gap-5 bg-panel/90 text-refused">
      <svg aria-hidden width={208} height={208} viewBox="-104 -104 208 208" className="-rotate-90">
        <circle r={radius} fill="none" stroke="var(--refused-soft)" strokeWidth={24} />
        <circle r={radius} fill="none" stroke="currentColor" strokeWidth={24} strokeDasharray={`${round * share} ${round}`} />
      </svg>
      <p className="text-4xl font-extrabold">{t('hold.title')}</p>
      <p className="text-xl text-ink">{t('hold.text')}</p>
    </div>,
    document.body,
  )
}
