/** USB readers that are no serial ports, by VID and PID (hardware.md 3). Data only: a reader that is not here is named with its family. */
import type { HidFamily } from './port.ts'

export interface KnownHidReader {
  readonly vendor: string
  readonly product: string
  readonly family: HidFamily
  readonly name: string
}

/** Some of these ids are shared by devices that are no readers: they are offered, and never opened without being chosen. */
export const knownHidReaders: readonly KnownHidReader[] = [
  { vendor: '0c27', product: '3bfa', family: 'rfideas', name: 'RF IDeas badge reader' },
  { vendor: 'ffff', product: '0035', family: 'keyboard', name: 'Badge reader that types (Sycreader)' },
  { vendor: '08ff', product: '0009', family: 'keyboard', name: 'Badge reader that types' },
  { vendor: '413d', product: '2107', family: 'keyboard', name: 'Badge reader that types' },
  { vendor: '09d8', product: '0410', family: 'keyboard', name: 'Elatec TWN4 badge reader that types' },
  { vendor: '09d8', product: '0406', family: 'keyboard', name: 'Elatec badge reader that types' },
  { vendor: '05e0', product: '1200', family: 'keyboard', name: 'Zebra barcode scanner that types' },
]

/** @param device `vvvv:pppp` in lower case, with or without a serial number behind it */
export const knownHidReader = (device: string): KnownHidReader | undefined => knownHidReaders.find(({ vendor, product }) => device.startsWith(`${vendor}:${product}`))
