import { FastForward } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { onlyStation } from '../../api.ts'
import { useKioskPace } from '../../stores/kiosk-pace.ts'
import { useDuty } from '../../stores/duty.ts'
import { useStationName } from '../../stores/stations.ts'
import { useSystem } from '../../stores/system.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { useNow, useTimes } from '../../ui/time.ts'
import { lampFor } from './kiosk-state.ts'
import { useReadyState } from './use-ready-state.ts'

/** The bar: whose door this is, whether a badge would count, and the time. Five taps on its left end ask for the exit. */
export function KioskHeader({ onCornerTap }: { onCornerTap: () => void }) {
  const { t } = useTranslation(['kiosk', 'common'])
  const status = useSystem((state) => state.status)
  const state = useReadyState()
  const hurried = useKioskPace((pace) => pace.hurried)
  const { time } = useTimes()
  const nameOf = useStationName()
  const live = useDuty((duty) => duty.dds?.live)
  const door = onlyStation === null ? status && nameOf(status.stationId, status.stationName) : nameOf(onlyStation)
  return (
    <header className="flex items-center gap-5 bg-brand px-7 text-lg text-brand-ink" onPointerDown={(event) => (event.clientX < 160 ? onCornerTap() : undefined)}>
      <b className="tracking-wide whitespace-nowrap">{status?.unit.name ?? t('common:appName')}</b>
      <span className="opacity-90">{door}</span>
      <span className="flex-1" />
      {live?.status === 'active' ? <span className="truncate opacity-90">{t('dds', { name: live.displayName })}</span> : null}
      {hurried ? (
        <span className="flex items-center gap-2 whitespace-nowrap">
          <FastForward aria-hidden size={20} /> {t('hurried')}
        </span>
      ) : null}
      <Lamp state={lampFor(state)}>{t(`state.${state}`)}</Lamp>
      <span className="text-xl font-semibold">{time(useNow(1000))}</span>
    </header>
  )
}
