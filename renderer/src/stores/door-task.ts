/** What somebody does at the kiosk beyond coming and going: hands lockup over, or locks up (screens.md P0-5, P0-6). */
import { create } from 'zustand'
import { playTone } from '../sound/player.ts'
import { dismissCard, useKiosk, type ScanOutcome } from './kiosk.ts'

type Person = NonNullable<ScanOutcome['person']>

export interface DoorTask {
  readonly kind: 'handOver' | 'lockUp'
  /** Who holds lockup, and whose badge began it. */
  readonly holder: Person
  /** Where badges are held up for it. */
  readonly stationId: string
}
/** What came of an act, in the language of whoever stands there. */
export interface DoorSaid {
  readonly title: string
  readonly text: string
}

interface Door {
  readonly task: DoorTask | null
  readonly said: DoorSaid | null
}
export const useDoor = create<Door>(() => ({ task: null, said: null }))

const saidMs = 6_000
let timer: ReturnType<typeof setTimeout> | undefined

export function beginTask(kind: DoorTask['kind'], { person, stationId }: Pick<ScanOutcome, 'person' | 'stationId'>): void {
  if (person === null) return
  dismissCard()
  useDoor.setState({ task: { kind, holder: person, stationId }, said: null })
}
export const endTask = (): void => useDoor.setState({ task: null })

/** Ends what was being done and says what came of it, until the next badge or a moment later. */
export function sayDone(said: DoorSaid): void {
  clearTimeout(timer)
  dismissCard()
  void playTone('in')
  useDoor.setState({ task: null, said })
  timer = setTimeout(() => useDoor.setState({ said: null }), saidMs)
}

/**
 * Whether a scan is part of the task and leaves it on the screen: a badge held up to agree, or the holder's own, held up
 * again. Everybody else's card comes first and makes room again. Pure.
 */
export const belongsTo = (task: DoorTask | null, { outcome, person }: Pick<ScanOutcome, 'outcome' | 'person'>): boolean => task !== null && (outcome === 'badge_proof' || (outcome === 'lockup_held' && person?.id === task.holder.id))

/** Whether the badge that was read last at the task's door is the holder's: nobody secures the building in another's name. Pure. */
export const speaksForHolder = ({ holder, stationId }: DoorTask, last: readonly ScanOutcome[]): boolean => last.find((scan) => scan.stationId === stationId)?.person?.id === holder.id

/** The next person's scan comes first. */
useKiosk.subscribe(({ card }, before) => {
  if (card !== null && card !== before.card && useDoor.getState().said !== null) useDoor.setState({ said: null })
})
