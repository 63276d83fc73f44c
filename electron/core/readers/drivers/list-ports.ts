/** The serial ports of this machine, for choosing a reader. */
import { existsSync } from 'node:fs'
import { loadSerialModule, type LoadSerialModule } from './serial.ts'

export interface PortList {
  ports: { path: string; description: string; likelyReader: boolean }[]
  /** In plain words; null when the list is complete. */
  problem: string | null
}
type PortInfo = Awaited<ReturnType<Awaited<ReturnType<LoadSerialModule>>['SerialPort']['list']>>[number]

/** Badge readers, scanners, and the bridge chips behind which RDM6300, ID-12LA and the like sit (hardware.md 3). VID, and PID where it tells. */
const readerIds: readonly (readonly [vendor: string, product: string | null, name: string])[] = [
  ['0403', '6001', 'FTDI USB serial'],
  ['0403', '6015', 'FTDI USB serial'],
  ['1a86', '7523', 'CH340 USB serial'],
  ['10c4', 'ea60', 'CP210x USB serial'],
  ['067b', '2303', 'PL2303 USB serial'],
  ['0c27', null, 'RF IDeas badge reader'],
  ['09d8', '0420', 'Elatec TWN4 badge reader'],
  ['05e0', '1701', 'Zebra barcode scanner'],
  ['0c2e', null, 'Honeywell barcode scanner'],
  ['05f9', null, 'Datalogic barcode scanner'],
  ['303a', '1001', 'ESP32 board'],
  ['2e8a', null, 'Raspberry Pi Pico'],
]

/** Likely readers first. Never rejects: without the native part or `udevadm` the list is empty and the problem says so. */
export async function listPorts(load: LoadSerialModule = loadSerialModule): Promise<PortList> {
  let found: PortInfo[]
  try {
    const { SerialPort } = await load()
    found = await SerialPort.list()
  } catch (error) {
    return { ports: [], problem: inPlainWords(error) }
  }
  const links = found.map((port) => port.pnpId)
  const ports = found.map((port) => {
    const known = knownReader(port)
    // A name by id outlives a replug, where ttyUSB numbers move. Twins without a serial number share one, so it names neither.
    const link = port.pnpId === undefined || links.indexOf(port.pnpId) !== links.lastIndexOf(port.pnpId) ? undefined : `/dev/serial/by-id/${port.pnpId}`
    const path = link !== undefined && existsSync(link) ? link : port.path
    return { path, description: describe(port, known), likelyReader: known !== undefined }
  })
  return { ports: ports.sort((a, b) => Number(b.likelyReader) - Number(a.likelyReader) || a.path.localeCompare(b.path, 'en', { numeric: true })), problem: null }
}

/** Only by VID and PID: a port without them may be this machine's console. Windows writes them in upper case. */
const knownReader = ({ vendorId, productId }: PortInfo): string | undefined =>
  vendorId && productId ? readerIds.find(([vendor, product]) => vendor === vendorId.toLowerCase() && (product === null || product === productId.toLowerCase()))?.[2] : undefined

function describe({ path, manufacturer, serialNumber, vendorId, productId }: PortInfo, known: string | undefined): string {
  const maker = known ?? manufacturer ?? 'Serial port'
  const ids = vendorId && productId ? `${vendorId}:${productId}`.toLowerCase() : undefined
  return [maker, ids && `(${ids})`, serialNumber && `no. ${serialNumber}`, `at ${path}`].filter(Boolean).join(' ')
}

function inPlainWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return /udevadm/.test(message)
    ? 'This machine cannot list its serial ports: the program udevadm (Debian package udev) is missing. A reader can still be added by typing its path.'
    : `This machine cannot list its serial ports: ${message.slice(0, 200)}. A reader can still be added by typing its path.`
}
