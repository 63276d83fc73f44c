import { create } from 'zustand'

export type HandKind = 'lockup' | 'dds' | 'handover' | 'set'

/** Which act on the duty is being done: one dialog an act, reachable from everywhere (screens.md W-31). */
export const useDutyDialog = create<{ open: { kind: 'hand'; hand: HandKind } | { kind: 'lockUp' } | { kind: 'release' } | { kind: 'cover'; person: string | null } | null }>(() => ({ open: null }))
export const closeDuty = (): void => useDutyDialog.setState({ open: null })
