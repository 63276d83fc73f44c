/** How this kiosk's station is set, and whether cards are short now. */
import { create } from 'zustand'
import { defaultKioskSettings, isHurried, loudnessOf, type KioskSettings, type SoundKind } from '../../../shared/domain/kiosk-settings.ts'

interface Pace {
  readonly settings: KioskSettings
  /** There is a rush: cards go sooner, and the strip is longer (issue 5.4). */
  readonly hurried: boolean
}
export const useKioskPace = create<Pace>(() => ({ settings: defaultKioskSettings, hurried: false }))

/** The instants of the latest scans in ms, oldest first: more than the largest rush that can be set. */
let scans: readonly number[] = []
const remembered = 240

/** Judges anew: after a scan, after a change of the settings, and now and then for the end of a rush. */
export function judgePace(now: number = performance.now()): void {
  const { settings, hurried } = useKioskPace.getState()
  const next = isHurried(settings, scans, now)
  if (next !== hurried) useKioskPace.setState({ hurried: next })
}

/** A card is about to be shown. */
export function scanSeen(now: number = performance.now()): void {
  scans = [...scans, now].slice(-remembered)
  judgePace(now)
}

export function setKioskSettings(settings: KioskSettings): void {
  useKioskPace.setState({ settings })
  judgePace()
}

/** As if nobody had come yet: for tests. */
export const forgetScans = (): void => {
  scans = []
}

const kinds = { in: 'in', out: 'out', repeat: 'attention', notice: 'attention', refused: 'error' } as const satisfies Record<string, SoundKind>

/** How loud a card's tone is at this time of the unit's clock, 0 to 1; an alert is never lowered. */
export const loudnessAt = (tone: string, time: string): number => (tone in kinds ? loudnessOf(useKioskPace.getState().settings, kinds[tone as keyof typeof kinds], time) : 1)
