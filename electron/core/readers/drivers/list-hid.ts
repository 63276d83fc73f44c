/** The USB readers of this machine that are no serial ports, for choosing one: only those that are known (hardware.md 3), never a person's keyboard. */
import { knownHidReader } from '../known-hid.ts'
import type { HidFamily } from '../port.ts'
import { hidDeviceName, pickHidDevice } from './hid-device.ts'
import { loadHidModule, type HidDeviceInfo, type LoadHidModule } from './hid-module.ts'

export interface HidList {
  devices: { device: string; family: HidFamily; description: string }[]
  /** In plain words; null when the list is complete. */
  problem: string | null
}

/** Never rejects: without the native part the list is empty and the problem says so. */
export async function listHidReaders(load: LoadHidModule = loadHidModule, platform: NodeJS.Platform = process.platform): Promise<HidList> {
  let found: HidDeviceInfo[]
  try {
    const hid = await load()
    found = await hid.devicesAsync()
  } catch (error) {
    return { devices: [], problem: inPlainWords(error) }
  }
  const names = [...new Set(found.map(hidDeviceName))].toSorted()
  const devices = names.flatMap((device) => {
    const known = knownHidReader(device)
    // Elsewhere than on Linux a reader that types cannot be opened: it needs no set-up there.
    if (known === undefined || (known.family === 'keyboard' && platform !== 'linux')) return []
    const info = pickHidDevice(found, { device, family: known.family })
    const number = device.split(':').slice(2).join(':')
    return info === undefined ? [] : [{ device, family: known.family, description: [known.name, number && `no. ${number}`].filter(Boolean).join(' ') }]
  })
  return { devices, problem: null }
}

function inPlainWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return /libusb|libudev/.test(message)
    ? 'This machine cannot list its USB readers: the library libusb (Debian package libusb-1.0-0) is missing. Serial readers work without it.'
    : `This machine cannot list its USB readers: ${message.slice(0, 200)}. Serial readers work all the same.`
}
