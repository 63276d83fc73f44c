/** The labels under a plot: side by side where they fit, else turned, else not all of them. */
import { cut, widthOf } from './text.ts'

export interface LabelPlan {
  readonly isTurned: boolean
  /** Every how many-th is written. */
  readonly every: number
  readonly texts: readonly string[]
  /** Room that they need below the plot. */
  readonly height: number
  /** How far the first reaches to the left of its own middle. */
  readonly reach: number
}

/** Turned by this, to the left and down. */
export const turn = 40
const slant = (turn * Math.PI) / 180

/** @param slot the room that one has @param mostHeight what they may take of the plot’s height @param mayTurn else some are left out */
export function planLabels(labels: readonly string[], slot: number, size: number, mostHeight: number, mayTurn: boolean): LabelPlan {
  const widest = Math.max(0, ...labels.map((label) => widthOf(label, size)))
  const space = size * 0.6
  const line = size * 1.6
  if (widest + space <= slot || !mayTurn) {
    const every = Math.max(1, Math.ceil((widest + space) / slot))
    return { isTurned: false, every, texts: [...labels], height: line, reach: widthOf(labels[0] ?? '', size) / 2 }
  }
  const length = Math.min(widest, (mostHeight - line) / Math.sin(slant))
  // A wide bar has more room below it than a turned label would have.
  if (slot - space >= length) {
    const texts = labels.map((label) => cut(label, size, slot - space))
    return { isTurned: false, every: 1, texts, height: line, reach: widthOf(texts[0] ?? '', size) / 2 }
  }
  const texts = labels.map((label) => cut(label, size, length))
  return { isTurned: true, every: Math.max(1, Math.ceil((size * 1.15) / Math.sin(slant) / slot)), texts, height: length * Math.sin(slant) + line, reach: widthOf(texts[0] ?? '', size) * Math.cos(slant) }
}
