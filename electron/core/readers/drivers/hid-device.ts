import type { HidReaderConfig } from '../port.ts'
import type { HidDeviceInfo } from './hid-module.ts'

const hex4 = (value: number): string => value.toString(16).padStart(4, '0')

/** `vvvv:pppp`, and the serial number behind it where the device has one that can be written. */
export function hidDeviceName({ vendorId, productId, serialNumber }: HidDeviceInfo): string {
  const ids = `${hex4(vendorId)}:${hex4(productId)}`
  return serialNumber !== undefined && /^[!-~]{1,100}$/.test(serialNumber) ? `${ids}:${serialNumber}` : ids
}

const isKeyboard = ({ usagePage, usage }: HidDeviceInfo): boolean => usagePage === 1 && usage === 6

/**
 * Which of the devices that were found is meant. One reader may show several interfaces: the keyboard is the one that types,
 * and with rfIDEAS the one that answers too. Nodes' names are of no use: they change with a replug.
 */
export function pickHidDevice(found: readonly HidDeviceInfo[], { device, family }: Pick<HidReaderConfig, 'device' | 'family'>): (HidDeviceInfo & { readonly path: string }) | undefined {
  const matching = found.filter((one) => hidDeviceName(one) === device || hidDeviceName({ ...one, serialNumber: undefined }) === device)
  const known = matching.find(isKeyboard) ?? (family === 'keyboard' ? undefined : matching[0])
  return known?.path === undefined ? undefined : { ...known, path: known.path }
}
