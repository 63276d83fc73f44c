/** A reader without hardware, for training and development: what is presented goes the way that a scanner's line goes. */
import type { Drivers } from '../driver.ts'

export function createSimulatedDriver(): Drivers['simulated'] {
  return async (_config, { onBytes }) => ({
    connection: {
      present: (serial) => onBytes(new TextEncoder().encode(`${serial}\r`)),
      check: async () => {},
      close: async () => {},
    },
  })
}
