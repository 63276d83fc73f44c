/** What is said of a movement beside its time: marks, and the steps of its life. Pure. */
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { history } from '../../../../shared/contract/history.ts'
import { isLateFlag, type lateFlags } from '../../../../shared/i18n/late-flags.ts'
import type { ChipTone } from '../../ui/chip.tsx'

export type Movement = OutputOf<typeof history.list>['items'][number]
export type Details = OutputOf<typeof history.get>

export interface Mark {
  readonly word: 'replaced' | 'delete' | 'undo' | 'clock_set_back' | 'flagged' | keyof typeof lateFlags.en
  readonly tone: ChipTone
  /** What the record says of it, where our own words do not. */
  readonly detail?: string
}

/** How it came about stands in a column of its own; these say what is unusual beyond that. */
export function marksOf({ ended, flagged, flagReason }: Pick<Movement, 'ended' | 'flagged' | 'flagReason'>): Mark[] {
  const marks: Mark[] = []
  if (ended !== null) marks.push(ended.kind === 'edit' ? { word: 'replaced', tone: 'neutral' } : ended.kind === 'delete' ? { word: 'delete', tone: 'refused' } : { word: 'undo', tone: 'neutral' })
  if (flagReason === 'clock_set_back' || isLateFlag(flagReason)) marks.push({ word: flagReason, tone: 'attention' })
  // Taken back is flagged too, and said already.
  else if (flagged && ended?.kind !== 'undo') marks.push({ word: 'flagged', tone: 'attention', ...(flagReason !== null && { detail: flagReason }) })
  return marks
}

export interface Step {
  readonly kind: 'recorded' | 'add' | 'edit' | 'delete' | 'undo'
  /** What stood in the record after it; null = nothing. */
  readonly move: Pick<Movement, 'direction' | 'at' | 'stationId' | 'stationName'> | null
  readonly at: string
  /** Null = nobody by hand. */
  readonly by: { readonly name: string; readonly reason: string } | null
}

/** A movement's life as one reads it: how it came in, each correction, how it ended. */
export function stepsOf(chain: Details['chain']): Step[] {
  const steps = chain.map((move): Step => (move.entered === null ? { kind: 'recorded', move, at: move.recordedAt, by: null } : { kind: move.entered.kind, move, at: move.entered.at, by: { name: move.entered.actorName, reason: move.entered.reason } }))
  const end = chain.at(-1)?.ended
  if (end != null && end.kind !== 'edit') steps.push({ kind: end.kind, move: null, at: end.at, by: { name: end.actorName, reason: end.kind === 'undo' ? '' : end.reason } })
  return steps
}
