import { DdsPanel } from './dds-panel.tsx'
import { HandLog } from './hand-log.tsx'
import { LockupPanel } from './lockup-panel.tsx'

/** Who has the duty and the building, what can be done about it, and every change of hands. */
export const DutyRoom = () => (
  <div className="grid h-full grid-cols-[minmax(0,1fr)_minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] gap-3">
    <DdsPanel />
    <LockupPanel />
    <div className="col-span-2 flex min-h-0 flex-col">
      <HandLog />
    </div>
  </div>
)
