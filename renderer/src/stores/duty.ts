/** Who has the duty and the building; null until it has arrived. */
import { create } from 'zustand'
import type { OutputOf, PayloadOf } from '../../../shared/contract/kit.ts'
import type { dds } from '../../../shared/contract/dds.ts'
import type { lockup } from '../../../shared/contract/lockup.ts'
import type { proofs } from '../../../shared/contract/proofs.ts'
import type { schedule } from '../../../shared/contract/schedule.ts'

export type DdsToday = OutputOf<typeof dds.today>
export type LockupStatus = OutputOf<typeof lockup.status>
export type Tonight = OutputOf<typeof schedule.tonight>
export type ProofState = PayloadOf<typeof proofs.changed>

interface Duty {
  readonly dds: DdsToday | null
  readonly lockup: LockupStatus | null
  /** Tonight’s Duty Watch, and who of it is inside. */
  readonly tonight: Tonight | null
  /** Badges that are being held up to agree to an act. */
  readonly proof: ProofState | null
}
export const useDuty = create<Duty>(() => ({ dds: null, lockup: null, tonight: null, proof: null }))

export type Tone = 'ok' | 'info' | 'attention' | 'refused'

/** What of the duty needs a person: nobody, not accepted yet, away, or a hand-over that waits. */
export function ddsTone({ live, handover }: DdsToday): Tone {
  if (live === null || live.status === 'pending' || handover.state === 'pending') return 'attention'
  return live.isInside ? 'ok' : 'attention'
}

/** A secured building needs nobody; one that is being locked up is for somebody to finish. */
export const buildingTone = ({ status, locking }: LockupStatus): Tone => (status === 'secured' ? 'info' : status === 'open' ? 'ok' : locking?.isStuck === true ? 'refused' : 'attention')

/** What of tonight’s watch needs a person. */
export const watchGaps = ({ team, missing }: Tonight): { readonly present: number; readonly seats: number; readonly empty: readonly Tonight['missing'][number][]; readonly absent: readonly Tonight['team'][number][] } => ({
  present: team.filter(({ present }) => present).length,
  seats: team.length + missing.reduce((sum, { count }) => sum + count, 0),
  empty: missing,
  absent: team.filter(({ present }) => !present),
})

/** Since when somebody has been inside a building that nobody has opened, in ms; null = it is open, or empty (screens.md P0-2.4). */
export function waitingSince({ status }: LockupStatus, people: readonly { readonly since: string }[]): number | null {
  if (status !== 'secured' || people.length === 0) return null
  return Math.min(...people.map(({ since }) => new Date(since).getTime()))
}
