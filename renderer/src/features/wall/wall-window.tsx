import { OctagonAlert, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAlertCounts } from '../../stores/alerts.ts'
import { useDuty } from '../../stores/duty.ts'
import { useMuster } from '../../stores/muster.ts'
import { usePresence } from '../../stores/presence.ts'
import { useSystem } from '../../stores/system.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { useNow, useTimes } from '../../ui/time.ts'
import { PublicNotice } from '../muster/public-notice.tsx'
import { useAsOf } from '../desk/use-as-of.ts'
import { gravest } from './density.ts'
import { Feed } from './feed.tsx'
import { People } from './people.tsx'

const borders = { critical: 'border-refused motion-safe:animate-pulse', warning: 'border-attention motion-safe:animate-pulse' } as const
const banners = { critical: { Icon: OctagonAlert, face: 'border-refused bg-refused-soft text-refused' }, warning: { Icon: TriangleAlert, face: 'border-attention bg-attention-soft text-attention' } } as const

/** The display on the wall: who is inside, who has the duty, and whether something needs somebody. It takes no input. */
export function WallWindow() {
  const { t } = useTranslation(['wall', 'desk', 'common'])
  const snapshot = usePresence((state) => state.snapshot)
  const isOpen = useSystem((state) => state.wallOpen)
  const alert = gravest(useAlertCounts())
  const isMuster = useMuster((state) => state.now?.open != null)
  useEffect(() => {
    document.title = `${t('title')} · Sentinel`
  }, [t])
  if (isOpen === false) return <main className="grid h-full place-content-center text-2xl">{t('closed')}</main>
  return (
    <div className="kiosk relative grid h-full p-2.5 grid-rows-[auto_auto_minmax(0,1fr)] select-none">
      <WallHeader />
      <div className="grid gap-3 px-7 pt-4">
        {alert === null ? null : <AlertBanner severity={alert} />}
        {isMuster ? null : <Counts />}
      </div>
      {isMuster ? (
        // Nobody's name hangs on the wall while people look for one another.
        <main className="grid min-h-0 px-7 py-4">
          <PublicNotice isLarge />
        </main>
      ) : (
        <main className="grid min-h-0 grid-cols-[minmax(0,76fr)_minmax(0,24fr)] gap-6 px-7 py-4">
          {snapshot === null ? <p role="status">{t('common:loading')}</p> : <People people={snapshot.people} />}
          <Feed />
        </main>
      )}
      {/* Above everything, and in nobody's way. */}
      {alert === null ? null : <div aria-hidden data-alert={alert} className={`pointer-events-none absolute inset-0 border-[10px] ${borders[alert]}`} />}
    </div>
  )
}

function AlertBanner({ severity }: { severity: keyof typeof banners }) {
  const { t } = useTranslation('wall')
  const { Icon, face } = banners[severity]
  return (
    <p role="status" className={`flex items-center gap-4 rounded-xl border-2 px-5 py-2 text-2xl font-bold ${face}`}>
      <Icon aria-hidden size={36} strokeWidth={2.2} className="flex-none" />
      {t(`alert.${severity}`)}
    </p>
  )
}

function WallHeader() {
  const { t } = useTranslation(['wall', 'duty', 'common'])
  const status = useSystem((state) => state.status)
  const connected = useSystem((state) => state.connected)
  const { dds, lockup } = useDuty()
  const { time, seconds } = useTimes()
  const asOf = useAsOf()
  return (
    <header className="flex flex-wrap items-center gap-x-6 gap-y-1 bg-brand px-7 py-3 text-lg text-brand-ink">
      <b className="tracking-wide whitespace-nowrap">{status?.unit.name ?? t('common:appName')}</b>
      <span className="flex-1" />
      {dds === null ? null : <span>{dds.live === null ? t('noDds') : t(dds.live.status === 'active' ? 'dds' : 'ddsPending', { name: dds.live.displayName })}</span>}
      {lockup === null ? null : <span>{lockup.holder === null ? t('building', { state: t(`duty:status.${lockup.status}`) }) : t('buildingHeld', { state: t(`duty:status.${lockup.status}`), name: lockup.holder.displayName })}</span>}
      <Lamp state={connected && asOf === null ? 'ok' : 'refused'}>{asOf === null ? t(connected ? 'live' : 'lost') : t('asOf', { at: seconds(asOf) })}</Lamp>
      <span className="text-2xl font-semibold">{time(useNow(1000))}</span>
    </header>
  )
}

function Counts() {
  const { t } = useTranslation('wall')
  const snapshot = usePresence((state) => state.snapshot)
  if (snapshot === null) return null
  const { members, visitors, attendees } = snapshot.counts
  const all = [
    ['inside', snapshot.people.length],
    ['members', members],
    ['visitors', visitors],
    ...(attendees > 0 ? [['attendees', attendees] as const] : []),
  ] as const
  return (
    <dl className="flex flex-wrap items-baseline gap-x-12 gap-y-1">
      {all.map(([kind, count]) => (
        <div key={kind} className="flex items-baseline gap-3">
          <dd className={`leading-none font-bold ${kind === 'inside' ? 'text-6xl' : 'text-5xl'}`}>{count}</dd>
          <dt className="text-xl text-ink-muted">{t(`count.${kind}`)}</dt>
        </div>
      ))}
    </dl>
  )
}
