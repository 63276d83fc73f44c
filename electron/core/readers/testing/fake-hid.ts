/** As much of node-hid as the driver uses, and a reader that does what the test says. */
import { EventEmitter } from 'node:events'
import type { HidDeviceInfo, HidHandle, HidModule } from '../drivers/hid-module.ts'

export const rfideasInfo: HidDeviceInfo = { vendorId: 0x0c27, productId: 0x3bfa, path: '/dev/hidraw0', manufacturer: 'RFIDeas', product: 'USB Keyboard', release: 1840, interface: 0, usagePage: 1, usage: 6 }
export const typingInfo: HidDeviceInfo = { ...rfideasInfo, vendorId: 0xffff, productId: 0x0035, path: '/dev/hidraw3' }

export function createFakeHid(devices: HidDeviceInfo[] = [rfideasInfo]) {
  const wire = new EventEmitter()
  const fake = {
    devices,
    opened: [] as string[],
    closed: 0,
    listError: null as Error | null,
    openError: null as Error | null,
    /** What it answers to 8f and 8e; an Error rejects, `hangs` never settles. */
    card: ['0000000000000000', '0000000000000000'] as readonly [string, string],
    answer: 'card' as 'card' | 'hangs' | Error,
    asked: [] as number[],
    closes: true,
    type: (report: Uint8Array) => wire.emit('data', report),
    fail: (error: unknown) => wire.emit('error', error),
  }
  const never = new Promise<never>(() => {})
  const handle: HidHandle = {
    on: (event: string, listener: ((report: Uint8Array) => void) | ((error: unknown) => void)) => wire.on(event, listener as (value: unknown) => void),
    async sendFeatureReport([, question = 0]: number[]) {
      fake.asked.push(question)
      if (fake.answer === 'hangs') return never
      if (fake.answer instanceof Error) throw fake.answer
      return 9
    },
    getFeatureReport: async () => Buffer.from(`00${fake.card[fake.asked.at(-1) === 0x8f ? 0 : 1]}`, 'hex'),
    async close() {
      if (!fake.closes) return never
      fake.closed += 1
      wire.removeAllListeners()
    },
  }
  const module: HidModule = {
    async devicesAsync() {
      if (fake.listError !== null) throw fake.listError
      return fake.devices
    },
    HIDAsync: {
      async open(path) {
        fake.opened.push(path)
        if (fake.openError !== null) throw fake.openError
        return handle
      },
    },
  }
  return { fake, load: async () => module }
}
