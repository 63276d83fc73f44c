/** How a station's kiosk sounds and how long its cards stay (issue 5.4; screens.md 5.1). Pure; the core keeps it, the kiosk goes by it. */
import * as v from 'valibot'
import { timeForm } from './operational-day.ts'

export const kioskPaces = ['automatic', 'normal', 'fast'] as const
export const soundKinds = ['in', 'out', 'attention', 'error'] as const
export type SoundKind = (typeof soundKinds)[number]

const Percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))
const Time = v.pipe(v.string(), v.regex(timeForm))

export const kioskSettingsEntries = {
  pace: v.picklist(kioskPaces),
  /** Scans in a minute from which an automatic kiosk hurries. */
  rushScans: v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(120)),
  /** Percent of what the kiosk's own switch lets through. */
  volumes: v.object({ in: Percent, out: Percent, attention: Percent, error: Percent }),
  /** From one time of the unit's clock to another, past midnight too. */
  quiet: v.object({ isOn: v.boolean(), from: Time, to: Time, percent: Percent }),
}
export const KioskSettingsSchema = v.object(kioskSettingsEntries)
export type KioskSettings = v.InferOutput<typeof KioskSettingsSchema>

export const defaultKioskSettings: KioskSettings = {
  pace: 'automatic',
  rushScans: 12,
  volumes: { in: 100, out: 100, attention: 100, error: 100 },
  quiet: { isOn: false, from: '22:00', to: '06:00', percent: 20 },
}

/** @param time of the unit's clock, `HH:MM`. From and to alike = the whole day. */
export function isQuiet({ isOn, from, to }: KioskSettings['quiet'], time: string): boolean {
  if (!isOn) return false
  return from < to ? time >= from && time < to : time >= from || time < to
}

/** 0 to 1. In quiet hours nothing is louder than they allow. */
export const loudnessOf = ({ volumes, quiet }: KioskSettings, kind: SoundKind, time: string): number => (isQuiet(quiet, time) ? Math.min(volumes[kind], quiet.percent) : volumes[kind]) / 100

const minuteMs = 60_000
/** As long as this after the last rush cards stay short. */
const calmMs = 2 * minuteMs

/** Whether cards are short now: from the scan that makes it a rush until two minutes have passed in which none did. @param scans instants in ms, oldest first */
export function isHurried({ pace, rushScans }: Pick<KioskSettings, 'pace' | 'rushScans'>, scans: readonly number[], now: number): boolean {
  if (pace !== 'automatic') return pace === 'fast'
  return scans.some((at, index) => now - at < calmMs && at - (scans[index - rushScans + 1] ?? Number.NEGATIVE_INFINITY) < minuteMs)
}
