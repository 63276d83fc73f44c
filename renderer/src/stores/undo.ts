/** The desk's own last act, for ten seconds (screens.md 5.1, 5.2 Ctrl+Z). */
import { create } from 'zustand'
import type { Result } from '../../../shared/contract/kit.ts'
import { api } from '../api.ts'
import { refusalLine } from '../i18n/refusal-words.ts'
import { useSystem } from './system.ts'
import { undoMs } from './undo-window.ts'

type Guest = 'visit' | 'attendee'

export interface Offer {
  /** What `history.undo` takes back; null = it is done, and cannot be taken back like this. */
  readonly movementId: string | null
  /** It is a visitor’s or an attendee’s, by their id, which `visitors.undo` or `events.undo` takes back. */
  readonly of?: Guest | undefined
  /** Takes back what is no movement; `done` is said then. */
  readonly way?: { readonly run: () => Promise<Result<unknown>>; readonly done: string } | undefined
  /** What was done, in the person's language. */
  readonly words: string
  /** What is likely to be wanted next. */
  readonly next?: { readonly words: string; readonly run: () => void } | undefined
  /** The core's time of the act, in ms. */
  readonly at: number
}

interface UndoState {
  /** Stays after its time, so that who presses too late is told so in words. */
  readonly offer: Offer | null
  readonly said: { readonly isRefused: boolean; readonly words: string } | null
}
export const useUndo = create<UndoState>(() => ({ offer: null, said: null }))

let forget: ReturnType<typeof setTimeout> | undefined
const saidMs = 6_000

function say(said: NonNullable<UndoState['said']>): void {
  clearTimeout(forget)
  useUndo.setState({ said })
  forget = setTimeout(() => useUndo.setState({ said: null }), saidMs)
}

/** Shows what was done, with the way back. */
export function offerUndo(movementId: string | null, words: string, of?: Guest, next?: Offer['next']): void {
  clearTimeout(forget)
  useUndo.setState({ offer: { movementId, of, words, next, at: Date.now() + useSystem.getState().clockOffset }, said: null })
}

/** Shows what was done where it is no movement, with the way back. */
export function offerWayBack(words: string, way: Offer['way']): void {
  clearTimeout(forget)
  useUndo.setState({ offer: { movementId: null, way, words, at: Date.now() + useSystem.getState().clockOffset }, said: null })
}

export const hasWayBack = ({ movementId, way }: Offer): boolean => movementId !== null || way !== undefined

/** Says something that was done and has no way back of this kind. */
export const sayDone = (words: string): void => say({ isRefused: false, words })

/** Says what was not done, and why, where no dialog stands to say it in. */
export const sayRefused = (words: string): void => say({ isRefused: true, words })

/** True while the offer stands on the screen. */
export const isOffered = (offer: Offer | null, now: number): boolean => offer !== null && now < offer.at + undoMs

async function undo(movementId: string, of?: Guest): Promise<Result<{ displayName: string }>> {
  if (of === undefined) return api().history.undo({ movementId })
  if (of === 'visit') return api().visitors.undo({ visitId: movementId })
  const result = await api().events.undo({ attendeeId: movementId })
  return result.ok ? { ok: true, value: { displayName: result.value.name } } : result
}

/** Takes one movement, or a visitor’s or an attendee’s coming or going, back and says what came of it. @param done what is said when it worked, with the person's name */
export async function takeBack(movementId: string, done: (name: string) => string, of?: Guest): Promise<void> {
  const result = await undo(movementId, of)
  if (useUndo.getState().offer?.movementId === movementId) useUndo.setState({ offer: null })
  say(result.ok ? { isRefused: false, words: done(result.value.displayName) } : { isRefused: true, words: refusalLine(result.error) })
}

/** Takes back what is offered. @param done what is said of a movement when it worked, with the person's name */
export async function takeOfferBack(offer: Offer, done: (name: string) => string): Promise<void> {
  const { movementId, way, of } = offer
  if (movementId !== null) return takeBack(movementId, done, of)
  if (way === undefined) return
  const result = await way.run()
  if (useUndo.getState().offer === offer) useUndo.setState({ offer: null })
  say(result.ok ? { isRefused: false, words: way.done } : { isRefused: true, words: refusalLine(result.error) })
}

export function dismissUndo(): void {
  clearTimeout(forget)
  useUndo.setState({ offer: null, said: null })
}
