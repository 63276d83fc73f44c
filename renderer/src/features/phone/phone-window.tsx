import { CloudOff, Moon, OctagonAlert, Sun, TriangleAlert } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAlertCounts } from '../../stores/alerts.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { usePresence } from '../../stores/presence.ts'
import { useSystem } from '../../stores/system.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { useNow, useTimes } from '../../ui/time.ts'
import { useAsOf } from '../desk/use-as-of.ts'
import { gravest } from '../wall/density.ts'
import { MusterNow } from './muster-now.tsx'
import { PeopleInside } from './people-inside.tsx'
import { Responsible } from './responsible.tsx'

/** What the one who is responsible carries around: who is inside, who answers for what, and how a muster stands. It looks, and changes nothing. */
export function PhoneWindow() {
  const { t } = useTranslation(['views', 'common', 'wall'])
  const snapshot = usePresence((state) => state.snapshot)
  const alert = gravest(useAlertCounts())
  const { connected } = useSystem()
  const { seconds } = useTimes()
  const asOf = useAsOf()
  useEffect(() => {
    document.title = `${t('phone.title')} · Sentinel`
  }, [t])
  return (
    <div className="flex h-dvh flex-col text-base">
      <PhoneHeader />
      {asOf !== null ? <Band tone="attention" icon={<CloudOff aria-hidden size={24} className="flex-none" />}>{t('phone.asOf', { at: seconds(asOf) })}</Band> : connected ? null : <Band tone="attention" icon={<CloudOff aria-hidden size={24} className="flex-none" />}>{t('phone.never')}</Band>}
      <main className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <MusterNow />
        {alert === null ? null : (
          <Band tone={alert === 'critical' ? 'refused' : 'attention'} icon={alert === 'critical' ? <OctagonAlert aria-hidden size={24} className="flex-none" /> : <TriangleAlert aria-hidden size={24} className="flex-none" />}>
            {t(`wall:alert.${alert}`)}
          </Band>
        )}
        <Responsible />
        {snapshot === null ? (
          <p role="status" className="p-4 text-ink-muted">
            {t('common:loading')}
          </p>
        ) : (
          <PeopleInside snapshot={snapshot} />
        )}
      </main>
    </div>
  )
}

function PhoneHeader() {
  const { t } = useTranslation(['views', 'common'])
  const { status, connected } = useSystem()
  const { time } = useTimes()
  const isLive = useAsOf() === null && connected
  return (
    <header className="grid flex-none gap-1 bg-brand px-4 pt-1 pb-2 text-brand-ink">
      <div className="flex items-center gap-1">
        <h1 className="min-w-0 flex-1 text-lg/tight font-bold wrap-break-word">{status?.unit.name ?? t('common:appName')}</h1>
        <Look />
      </div>
      <p className="flex items-center justify-between">
        <Lamp state={isLive ? 'ok' : 'refused'}>{t(isLive ? 'phone.live' : 'phone.lost')}</Lamp>
        <span className="text-xl font-semibold">{time(useNow(5_000))}</span>
      </p>
    </header>
  )
}

const faces = { attention: 'border-attention bg-attention-soft text-attention', refused: 'border-refused bg-refused-soft text-refused' } as const

const Band = ({ tone, icon, children }: { tone: keyof typeof faces; icon: ReactNode; children: string }) => (
  <p role="status" className={`flex flex-none items-center gap-3 border-b-2 px-4 py-2.5 font-semibold ${faces[tone]}`}>
    {icon}
    {children}
  </p>
)

const square = 'grid h-11 min-w-11 flex-none cursor-pointer place-items-center rounded-lg px-1 font-semibold'

/** The language and the light of this phone. */
function Look() {
  const { t } = useTranslation(['views', 'common'])
  const { language, theme } = usePreferences()
  const isDark = theme === 'dark' || theme === 'night'
  return (
    <>
      <button type="button" lang={language === 'en' ? 'fr-CA' : 'en-CA'} aria-label={t('common:languageLabel')} className={square} onClick={() => usePreferences.setState({ language: language === 'en' ? 'fr' : 'en' })}>
        {t('common:language')}
      </button>
      <button type="button" aria-label={t(`phone.theme.${isDark ? 'light' : 'dark'}`)} className={`${square} -mr-2`} onClick={() => usePreferences.setState({ theme: isDark ? 'light' : 'dark' })}>
        {isDark ? <Sun aria-hidden size={22} /> : <Moon aria-hidden size={22} />}
      </button>
    </>
  )
}
