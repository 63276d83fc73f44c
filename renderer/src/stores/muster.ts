/** The muster that is open, in figures for every window; and the roll call or report that covers the desk. */
import { create } from 'zustand'
import type { OutputOf, Refused } from '../../../shared/contract/kit.ts'
import type { muster } from '../../../shared/contract/muster.ts'
import type { MusterKind, MusterState } from '../../../shared/domain/muster.ts'
import { api, windowName } from '../api.ts'
import { createRefresher } from '../refresher.ts'
import { createMarks, type Mark } from './muster-marks.ts'

export type MusterNow = OutputOf<typeof muster.state>
export type OpenMuster = NonNullable<MusterNow['open']>
export type RollCall = OutputOf<typeof muster.rollCall>
export type Entry = RollCall['entries'][number]
export type MusterSummary = RollCall['muster']

/** What was said last at this window, and how it was before: the way back. */
export interface LastMark {
  readonly mark: Mark
  readonly before: readonly Mark[]
}

export type MusterDialog =
  | { readonly kind: 'begin'; readonly drill: boolean }
  | { readonly kind: 'add' }
  | { readonly kind: 'points' }
  | { readonly kind: 'close' }
  | { readonly kind: 'many'; readonly entryIds: readonly string[]; readonly division: string | null }
  | { readonly kind: 'note'; readonly entry: Entry }

interface MusterView {
  /** Null until it has arrived. */
  readonly now: MusterNow | null
  /** Whose roll call, or whose report once it is closed, covers the desk; null = the desk is seen. */
  readonly shownId: string | null
  /** It was begun at this window: the keyboard may go to it. */
  readonly isOwn: boolean
  /** Asked for, and not answered yet. */
  readonly starting: MusterKind | null
  readonly startProblem: Refused | null
  readonly roll: RollCall | null
  readonly rollProblem: Refused | null
  /** Tapped here, and not yet in the list of the core. */
  readonly said: ReadonlyMap<string, MusterState>
  /** Taps that the core has not answered. */
  readonly waiting: number
  readonly last: LastMark | null
  /** What the core refused of the taps. */
  readonly markProblem: Refused | null
  readonly dialog: MusterDialog | null
}

export const useMuster = create<MusterView>(() => ({
  now: null,
  shownId: null,
  isOwn: false,
  starting: null,
  startProblem: null,
  roll: null,
  rollProblem: null,
  said: new Map(),
  waiting: 0,
  last: null,
  markProblem: null,
  dialog: null,
}))

export const openMusterDialog = (dialog: MusterDialog): void => useMuster.setState({ dialog })
export const closeMusterDialog = (): void => useMuster.setState({ dialog: null })

const marks = createMarks({
  send: ({ musterId, entryIds, state, note }) => api().muster.mark({ musterId, entryIds: [...entryIds], state, note: note ?? null }),
  onChange: (said, waiting) => useMuster.setState({ said, waiting }),
  onKept: () => refreshRoll(),
  onRefused: (markProblem) => {
    useMuster.setState({ markProblem, last: null })
    refreshRoll()
  },
})

export const refreshMuster = createRefresher(async () => {
  const result = await api().muster.state({})
  return result.ok ? () => takeState(result.value) : undefined
})

export const refreshRoll = createRefresher(async () => {
  const { shownId } = useMuster.getState()
  if (shownId === null) return () => {}
  const shown = marks.asking()
  const result = await api().muster.rollCall({ musterId: shownId })
  if (!result.ok) {
    if (useMuster.getState().shownId === shownId) useMuster.setState({ rollProblem: result.error })
    return undefined
  }
  return () => {
    if (useMuster.getState().shownId !== shownId) return
    useMuster.setState({ roll: result.value, rollProblem: null })
    shown()
  }
})

/** A muster that this window hears of for the first time covers it: after a start of Sentinel, and where another desk began it. */
function takeState(now: MusterNow): void {
  const before = useMuster.getState()
  useMuster.setState({ now })
  if (windowName !== 'desk' || now.open === null || now.open.id === before.now?.open?.id || now.open.id === before.shownId) return
  showRoll(now.open.id, before.starting !== null)
}

export function musterChanged(): void {
  refreshMuster()
  if (windowName === 'desk') refreshRoll()
}

/** Covers the desk with the roll call, or with the report of a muster that is closed. */
export function showRoll(musterId: string, isOwn = true): void {
  const isOther = useMuster.getState().roll?.muster.id !== musterId
  useMuster.setState({ shownId: musterId, isOwn, dialog: null, ...(isOther && { roll: null, rollProblem: null, last: null, markProblem: null }) })
  refreshRoll()
}

/** Back to the desk; the muster goes on. */
export const stepAside = (): void => useMuster.setState({ shownId: null, dialog: null, starting: null, startProblem: null })

/** Says what became of some, and remembers how it was. @param before as the list showed them */
export function sayOf(musterId: string, before: readonly Pick<Entry, 'id' | 'state' | 'note'>[], state: MusterState, note?: string): void {
  const mark: Mark = { musterId, entryIds: before.map(({ id }) => id), state, ...(note !== undefined && { note }) }
  // The word of before, with what was noted then.
  const words = [...new Map(before.map((entry) => [`${entry.state} ${entry.note ?? ''}`, entry])).values()]
  const back = words.map((former): Mark => ({ musterId, entryIds: before.filter((entry) => entry.state === former.state && entry.note === former.note).map(({ id }) => id), state: former.state, ...(former.note !== null && { note: former.note }) }))
  useMuster.setState({ last: { mark, before: back }, markProblem: null })
  marks.say(mark)
}

/** Takes the last word back. */
export function takeLastBack(): void {
  const { last } = useMuster.getState()
  if (last === null) return
  useMuster.setState({ last: null })
  for (const mark of last.before) marks.say(mark)
}
