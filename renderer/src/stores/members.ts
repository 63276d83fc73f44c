import { create } from 'zustand'
import type { PayloadOf } from '../../../shared/contract/kit.ts'
import type { badges } from '../../../shared/contract/badges.ts'

export type EnrolmentEvent = PayloadOf<typeof badges.enrolmentChanged>

/** `changes` counts how often the roll changed: who shows it fetches again. `enrolment` is the latest news of one. */
export const useMembers = create<{ changes: number; enrolment: EnrolmentEvent | null }>(() => ({ changes: 0, enrolment: null }))

export const rollChanged = (): void => useMembers.setState(({ changes }) => ({ changes: changes + 1 }))
