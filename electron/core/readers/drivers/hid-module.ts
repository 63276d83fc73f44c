/** The part of the `node-hid` package that is used. */
import type { Device } from 'node-hid'

export type HidDeviceInfo = Device

export interface HidHandle {
  /** `error` comes at an unplug with a plain string, and only while somebody listens to `data` (hardware.md 1.5). */
  on(event: 'data', listener: (report: Uint8Array) => void): unknown
  on(event: 'error', listener: (error: unknown) => void): unknown
  sendFeatureReport(data: number[]): Promise<number>
  getFeatureReport(reportId: number, reportLength: number): Promise<Uint8Array>
  /** Takes up to 50 ms. */
  close(): Promise<void>
}
export interface HidModule {
  devicesAsync(): Promise<HidDeviceInfo[]>
  readonly HIDAsync: { open(path: string): Promise<HidHandle> }
}
export type LoadHidModule = () => Promise<HidModule>

/** Lazily, because a machine without libusb must still run the desk. The native part loads at the first call, not at the import. */
export const loadHidModule: LoadHidModule = () => import('node-hid')
