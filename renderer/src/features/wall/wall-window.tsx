import { CloudOff, OctagonAlert, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAlertCounts } from '../../stores/alerts.ts'
import { useMuster } from '../../stores/muster.ts'
import { usePresence } from '../../stores/presence.ts'
import { useSystem } from '../../stores/system.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { useNow, useTimes } from '../../ui/time.ts'
import { PublicNotice } from '../muster/public-notice.tsx'
import { useAsOf } from '../desk/use-as-of.ts'
import { gravest } from './density.ts'
import { Facts } from './facts.tsx'
import { Feed } from './feed.tsx'
import { People } from './people.tsx'

const borders = { critical: 'border-refused motion-safe:animate-pulse', warning: 'border-attention motion-safe:animate-pulse' } as const
const bands = { critical: { Icon: OctagonAlert, face: 'border-refused bg-refused-soft text-refused' }, warning: { Icon: TriangleAlert, face: 'border-attention bg-attention-soft text-attention' }, lost: { Icon: CloudOff, face: 'border-attention bg-attention-soft text-attention' } } as const

/** The display on the wall: who is inside, who has the duty, and whether something needs somebody. It takes no input. */
export function WallWindow() {
  const { t } = useTranslation(['wall', 'desk', 'common'])
  const { seconds } = useTimes()
  const snapshot = usePresence((state) => state.snapshot)
  const isOpen = useSystem((state) => state.wallOpen)
  const alert = gravest(useAlertCounts())
  const isMuster = useMuster((state) => state.now?.open != null)
  const asOf = useAsOf()
  useEffect(() => {
    document.title = `${t('title')} · Sentinel`
  }, [t])
  if (isOpen === false) return <main className="grid h-full place-content-center text-2xl">{t('closed')}</main>
  return (
    <div className="kiosk relative grid h-full p-2.5 grid-rows-[auto_auto_minmax(0,1fr)] select-none">
      <WallHeader />
      <div className="grid gap-2.5 px-5 pt-3">
        {asOf === null ? null : <Band kind="lost">{t('asOf', { at: seconds(asOf) })}</Band>}
        {alert === null ? null : <Band kind={alert}>{t(`alert.${alert}`)}</Band>}
        {isMuster ? null : <Facts />}
      </div>
      {isMuster ? (
        // Nobody's name hangs on the wall while people look for one another.
        <main className="grid min-h-0 px-5 py-3">
          <PublicNotice isLarge />
        </main>
      ) : (
        <main className="grid min-h-0 grid-cols-[minmax(0,76fr)_minmax(0,24fr)] gap-5 px-5 py-3">
          {snapshot === null ? <p role="status">{t('common:loading')}</p> : <People people={snapshot.people} />}
          <Feed />
        </main>
      )}
      {/* Above everything, and in nobody's way. */}
      {alert === null ? null : <div aria-hidden data-alert={alert} className={`pointer-events-none absolute inset-0 border-[10px] ${borders[alert]}`} />}
    </div>
  )
}

function Band({ kind, children }: { kind: keyof typeof bands; children: string }) {
  const { Icon, face } = bands[kind]
  return (
    <p role="status" className={`flex items-center gap-4 rounded-xl border-2 px-5 py-2 text-2xl font-bold ${face}`}>
      <Icon aria-hidden size={36} strokeWidth={2.2} className="flex-none" />
      {children}
    </p>
  )
}

function WallHeader() {
  const { t } = useTranslation(['wall', 'common'])
  const status = useSystem((state) => state.status)
  const connected = useSystem((state) => state.connected)
  const { time } = useTimes()
  const asOf = useAsOf()
  return (
    <header className="flex flex-wrap items-center gap-x-8 gap-y-1 bg-brand px-5 py-2 text-xl text-brand-ink">
      <b className="flex-1 text-2xl tracking-wide">{status?.unit.name ?? t('common:appName')}</b>
      <Lamp state={connected && asOf === null ? 'ok' : 'refused'}>{t(connected && asOf === null ? 'live' : 'lost')}</Lamp>
      <span className="text-4xl/none font-semibold">{time(useNow(1000))}</span>
    </header>
  )
}
