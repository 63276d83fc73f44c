import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inElectron } from '../../api.ts'
import { playTone } from '../../sound/player.ts'
import { toneOf, useKiosk } from '../../stores/kiosk.ts'
import { useKioskUndo } from '../../stores/kiosk-undo.ts'
import { useSystem } from '../../stores/system.ts'
import { submitScan } from '../../wedge/submit-scan.ts'
import { useWedge } from '../../wedge/use-wedge.ts'
import { ExitPanel } from './exit-panel.tsx'
import { IdleCard } from './idle-card.tsx'
import { KioskHeader } from './kiosk-header.tsx'
import { LastScans } from './last-scans.tsx'
import { ResultCard } from './result-card.tsx'
import { SideTiles } from './side-tiles.tsx'
import { UndoneCard } from './undo-bar.tsx'
import { useExitGesture } from './use-exit-gesture.ts'
import { useLanguageReturn } from './use-kiosk-language.ts'
import { useLockDown } from './use-lock-down.ts'

/** The full-screen scan window. It shows whoever scans, the last five, and nobody else. */
export function KioskWindow() {
  const { t } = useTranslation('kiosk')
  const card = useKiosk((state) => state.card)
  const said = useKioskUndo((state) => state.said)
  const kioskOpen = useSystem((state) => state.kioskOpen)
  const [exiting, setExiting] = useState(false)
  const [left, setLeft] = useState(false)
  const tap = useExitGesture(() => setExiting(true))
  useWedge(submitScan)
  useLockDown()
  useLanguageReturn()
  useEffect(() => {
    document.title = `${t('title')} · Sentinel`
  }, [t])
  useEffect(() => {
    if (card === null) return
    void playTone(toneOf(card.outcome))
    // Two frames on, the card is on the screen: the figure that the person feels.
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('scan-painted', { detail: card.scanId })))
  }, [card])

  if (left && !inElectron && !kioskOpen) return <main className="grid h-full place-content-center text-2xl">{t('exit.left')}</main>
  return (
    <div className="kiosk grid h-full grid-rows-[64px_minmax(0,1fr)_104px] select-none">
      <KioskHeader onCornerTap={tap} />
      <main className="grid min-h-0 grid-cols-[minmax(0,1fr)_minmax(260px,24vw)] gap-6 px-7 py-6">
        {said !== null ? <UndoneCard said={said} /> : card === null ? <IdleCard /> : <ResultCard key={card.scanId} scan={card} />}
        <SideTiles />
      </main>
      <LastScans />
      {exiting ? <ExitPanel onClose={() => setExiting(false)} onLeft={() => setLeft(true)} /> : null}
    </div>
  )
}
