import { useEffect, useState } from 'react'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { dds } from '../../../../shared/contract/dds.ts'
import { api } from '../../api.ts'
import { useDuty } from '../../stores/duty.ts'
import type { HandKind } from './dialog-store.ts'

export interface Candidate {
  readonly id: string
  readonly displayName: string
  readonly numberTail: string
  readonly isExpected: boolean
}
type OpenItem = OutputOf<typeof dds.handover>['open'][number]

const giverNow = (hand: HandKind): string | undefined => {
  const { dds: duty, lockup } = useDuty.getState()
  if (hand === 'lockup') return lockup?.holder?.id
  return hand === 'handover' ? duty?.handover.outgoing?.id : duty?.live?.id
}

/** One hand-over: who may receive, what goes over with it, and the act itself, by badges or by override. */
export function useHand(hand: HandKind) {
  const [candidates, setCandidates] = useState<readonly Candidate[] | null>(null)
  const [open, setOpen] = useState<readonly OpenItem[]>([])
  const [problem, setProblem] = useState<Refused | null>(null)
  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const giver = giverNow(hand)
      if (hand === 'lockup') {
        const result = await api().lockup.recipients({})
        if (!current) return
        if (result.ok) setCandidates(result.value.people.filter(({ id }) => id !== giver).map((person) => ({ ...person, isExpected: false })))
        else setProblem(result.error)
        return
      }
      const [people, handover] = await Promise.all([api().dds.candidates({}), hand === 'handover' ? api().dds.handover({}) : undefined])
      if (!current) return
      if (people.ok) setCandidates(people.value.people.filter(({ id }) => id !== giver && (hand !== 'handover' || id === useDuty.getState().dds?.handover.incoming?.id)))
      else setProblem(people.error)
      if (handover?.ok === true) setOpen(handover.value.open)
    }
    void load()
    return () => {
      current = false
    }
  }, [hand])

  /** @returns whether it was done */
  async function give(toMemberId: string, reason?: string): Promise<boolean> {
    const override = reason === undefined ? {} : { override: { reason } }
    const result =
      hand === 'lockup'
        ? await api().lockup.handOver({ toMemberId, ...override })
        : hand === 'handover'
          ? await api().dds.completeHandover({ acknowledged: open.map(({ kind }) => kind), ...override })
          : hand === 'set'
            ? await api().dds.set({ memberId: toMemberId, note: reason ?? '' })
            : await api().dds.transfer({ toMemberId, ...override })
    setProblem(result.ok ? null : result.error)
    return result.ok
  }

  /** Both badges are waited for at this desk's reader. */
  async function ask(toMemberId: string): Promise<boolean> {
    const giver = giverNow(hand)
    const result = await api().proofs.awaitBadges({ memberIds: giver === undefined ? [toMemberId] : [giver, toMemberId] })
    if (result.ok) useDuty.setState({ proof: result.value })
    setProblem(result.ok ? null : result.error)
    return result.ok
  }
  return { candidates, open, problem, give, ask }
}
