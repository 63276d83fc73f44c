import { AlertPanel } from '../alerts/alert-panel.tsx'
import { StaleWidget } from '../history/stale-widget.tsx'
import { DrillCard } from '../muster/drill-card.tsx'
import { DigestCard } from '../turnover/digest-card.tsx'
import { ActivityRail } from './activity-rail.tsx'
import { InsidePanel } from './inside-panel.tsx'
import { StatusStrip } from './status-strip.tsx'

/** The desk itself: the state of the building in a strip, who is inside, what just happened. */
export const DeskRoom = () => (
  <div className="grid h-full grid-cols-[minmax(0,1fr)_312px] grid-rows-[auto_minmax(0,1fr)] gap-3">
    <StatusStrip />
    <InsidePanel />
    <div className="flex min-h-0 flex-col gap-3">
      <AlertPanel />
      <DigestCard />
      <StaleWidget />
      <ActivityRail />
      <DrillCard />
    </div>
  </div>
)
