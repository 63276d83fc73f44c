import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inElectron } from '../../api.ts'
import { playTone } from '../../sound/player.ts'
import { toneOf, useKiosk } from '../../stores/kiosk.ts'
import { belongsTo, useDoor } from '../../stores/door-task.ts'
import { useKioskUndo } from '../../stores/kiosk-undo.ts'
import { useKioskPace } from '../../stores/kiosk-pace.ts'
import { badgeHeard, useKioskVisitor } from '../../stores/kiosk-visitor.ts'
import { useMuster } from '../../stores/muster.ts'
import { useOwnStation, useSystem } from '../../stores/system.ts'
import { submitScan } from '../../wedge/submit-scan.ts'
import { useWedge } from '../../wedge/use-wedge.ts'
import { OfflineLine } from '../offline/offline-line.tsx'
import { PublicNotice } from '../muster/public-notice.tsx'
import { SaidCard, TaskCard } from './door-card.tsx'
import { ExitPanel } from './exit-panel.tsx'
import { IdleCard } from './idle-card.tsx'
import { KioskHeader } from './kiosk-header.tsx'
import { LastScans } from './last-scans.tsx'
import { ReaderTest } from './reader-test.tsx'
import { ResultCard } from './result-card.tsx'
import { SideTiles } from './side-tiles.tsx'
import { UndoneCard } from './undo-bar.tsx'
import { useExitGesture } from './use-exit-gesture.ts'
import { useKioskSound } from './use-kiosk-sound.ts'
import { useLanguageReturn } from './use-kiosk-language.ts'
import { useLockDown } from './use-lock-down.ts'
import { BesideForm, takesTheScreen } from './visitor/beside-form.tsx'
import { VisitorTask } from './visitor/visitor-task.tsx'

function heardBadge(serial: string): void {
  badgeHeard()
  void submitScan(serial)
}

/** The full-screen scan window. It shows whoever scans, the last five, and nobody else. */
export function KioskWindow() {
  const { t } = useTranslation('kiosk')
  const card = useKiosk((state) => state.card)
  const undoSaid = useKioskUndo((state) => state.said)
  const { task, said } = useDoor()
  const flow = useKioskVisitor((state) => state.flow)
  const hurried = useKioskPace((state) => state.hurried)
  const kioskOpen = useSystem((state) => state.kioskOpen)
  const isMuster = useMuster((state) => state.now?.open != null)
  const [exiting, setExiting] = useState(false)
  const [left, setLeft] = useState(false)
  const [testUntil, setTestUntil] = useState<string | null>(null)
  const station = useOwnStation()
  const closeExit = useCallback(() => setExiting(false), [])
  const endTest = useCallback(() => setTestUntil(null), [])
  const beginTest = useCallback((until: string) => {
    setExiting(false)
    setTestUntil(until)
  }, [])
  const tap = useExitGesture(() => setExiting(true))
  useWedge(heardBadge)
  useLockDown()
  useLanguageReturn()
  useKioskSound()
  useEffect(() => {
    document.title = `${t('title')} · Sentinel`
  }, [t])
  useEffect(() => {
    if (card === null) return
    void playTone(toneOf(card.outcome))
    // Two frames on, the card is on the screen: the figure that the person feels.
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('scan-painted', { detail: card.scanId })))
  }, [card])

  const shown = card !== null && belongsTo(task, card) ? null : card
  // A visitor's form keeps its place; what is longer than a card goes before it.
  const coversForm = task !== null || (shown !== null && takesTheScreen(shown))
  const isBeside = flow !== null && !coversForm
  // A longer strip in a rush; whatever needs the room that it takes goes before it.
  const isLong = hurried && flow === null && !coversForm
  const isIdle = testUntil === null && task === null && shown === null && flow === null && undoSaid === null && said === null
  if (left && !inElectron && !kioskOpen) return <main className="grid h-full place-content-center text-2xl">{t('exit.left')}</main>
  return (
    <div className={`kiosk grid h-full select-none ${isLong ? 'grid-rows-[auto_minmax(0,1fr)_188px]' : 'grid-rows-[auto_minmax(0,1fr)_104px]'}`}>
      <div className="grid auto-rows-min grid-rows-[64px]">
        <KioskHeader onCornerTap={tap} />
        <OfflineLine isLarge />
        {/* Where something else has the screen it still says where to go. */}
        {isMuster && !isIdle ? <PublicNotice /> : null}
      </div>
      <main className="grid min-h-0 grid-cols-[minmax(0,1fr)_minmax(260px,24vw)] grid-rows-[minmax(0,1fr)] gap-6 px-7 py-6">
        {testUntil !== null && station !== undefined ? (
          <ReaderTest stationId={station} until={testUntil} onClose={endTest} />
        ) : (
          <>
            {task === null ? null : <TaskCard task={task} isBehind={undoSaid !== null || shown !== null} />}
            {flow === null ? null : <VisitorTask key={flow} flow={flow} isBehind={coversForm} />}
            {isBeside ? null : undoSaid !== null ? <UndoneCard said={undoSaid} /> : shown !== null ? <ResultCard key={shown.scanId} scan={shown} /> : task !== null ? null : said !== null ? <SaidCard said={said} /> : isMuster ? <PublicNotice isLarge /> : <IdleCard />}
            {isBeside ? <BesideForm scan={shown} undoSaid={undoSaid} said={said} /> : <SideTiles />}
          </>
        )}
      </main>
      <LastScans isLong={isLong} />
      {exiting && station !== undefined ? <ExitPanel stationId={station} onClose={closeExit} onLeft={() => setLeft(true)} onTest={beginTest} /> : null}
    </div>
  )
}
