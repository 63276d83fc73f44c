import { systemClock, type Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import type { Discovery, Drivers } from './driver.ts'
import { createDiscovery } from './drivers/discovery.ts'
import { createHidDriver } from './drivers/hid.ts'
import { createPcscDriver } from './drivers/pcsc.ts'
import { createSerialDriver } from './drivers/serial.ts'
import { createSimulatedDriver } from './drivers/simulated.ts'

/** What the manager needs to reach this machine's devices. Loads no native module yet: the first reader does. */
export const createNativeDrivers = ({ clock = systemClock, log }: { readonly clock?: Clock; readonly log: Log }): { drivers: Drivers; discovery: Discovery } => ({
  drivers: { serial: createSerialDriver(), hid: createHidDriver({ clock }), pcsc: createPcscDriver({ clock }), simulated: createSimulatedDriver() },
  discovery: createDiscovery({ log }),
})
