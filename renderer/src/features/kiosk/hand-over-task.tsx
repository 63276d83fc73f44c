import { CircleCheck, Nfc } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { lockup } from '../../../../shared/contract/lockup.ts'
import { api } from '../../api.ts'
import { playTone } from '../../sound/player.ts'
import { endTask, sayDone, type DoorTask } from '../../stores/door-task.ts'
import { useDuty } from '../../stores/duty.ts'
import { BigButton } from './big-button.tsx'
import { DoorProblem } from './door-problem.tsx'
import { TaskFrame, useAbandoned } from './task-frame.tsx'

type Recipient = OutputOf<typeof lockup.recipients>['people'][number]

/** Tonight's watch waits for it; then in the order of the core, senior first. */
const watchFirst = (people: readonly Recipient[]): Recipient[] => people.toSorted((a, b) => Number(b.tonight !== null) - Number(a.tonight !== null))

/** Lockup goes to somebody inside, with both badges and nothing else (screens.md P0-6, W-7; domain.md 4.15). */
export function HandOverTask({ task }: { task: DoorTask }) {
  const { t } = useTranslation('kiosk')
  const { holder, stationId } = task
  const [people, setPeople] = useState<readonly Recipient[] | null>(null)
  const [to, setTo] = useState<Recipient | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const known = useDuty((state) => state.proof)
  const proof = to !== null && known?.stationId === stationId && known.people.some(({ id }) => id === to.id) ? known : null

  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const result = await api().lockup.recipients({})
      if (!current) return
      if (result.ok) setPeople(watchFirst(result.value.people.filter(({ id }) => id !== holder.id)))
      else setProblem(result.error)
    }
    void load()
    return () => {
      current = false
    }
  }, [holder.id])

  const refused = (error: Refused): void => {
    setProblem(error)
    void playTone('refused')
  }
  const ask = async (person: Recipient): Promise<void> => {
    setProblem(null)
    const result = await api().proofs.awaitBadges({ memberIds: [holder.id, person.id], stationId })
    if (!result.ok) return refused(result.error)
    useDuty.setState({ proof: result.value })
    setTo(person)
  }
  const close = useCallback((): void => {
    void api().proofs.cancel({ stationId })
    endTask()
  }, [stationId])
  useAbandoned(40_000, proof ?? to, close)

  // Both have shown their badges: the act follows by itself.
  const isComplete = proof?.state === 'complete'
  useEffect(() => {
    if (!isComplete || to === null) return
    void api()
      .lockup.handOver({ toMemberId: to.id, reason: 'checkout_transfer', stationId })
      .then((result) => (result.ok ? sayDone({ title: t('handOver.doneTitle'), text: t('handOver.doneText', { name: to.displayName, holder: holder.displayName }) }) : refused(result.error)))
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isComplete])

  // Lockup went to another, or the building was secured, at the desk.
  useEffect(() => useDuty.subscribe(({ lockup: now }, { lockup: before }) => before?.holder?.id === holder.id && now?.holder?.id !== holder.id && close()), [holder.id, close])

  const isOver = proof !== null && proof.state !== 'waiting' && proof.state !== 'complete'
  return (
    <TaskFrame
      task={task}
      footer={
        <>
          {to !== null && (isOver || problem !== null) ? (
            <BigButton isMain onPress={() => void ask(to)}>
              {t('handOver.again')}
            </BigButton>
          ) : null}
          {to === null ? null : <BigButton onPress={() => setTo(null)}>{t('handOver.other')}</BigButton>}
          <BigButton onPress={close}>{t('handOver.stop')}</BigButton>
        </>
      }
    >
      <DoorProblem of={problem} />
      {to === null ? <Choices people={people} onChoose={(person) => void ask(person)} /> : null}
      {to !== null && proof !== null ? (
        <div role="status" className="grid gap-3">
          <p className="flex items-center gap-4 text-[26px]/snug font-semibold">
            <Nfc aria-hidden size={44} className="flex-none" />
            {isOver ? t('handOver.expired') : t('handOver.hold')}
          </p>
          <ul className="grid gap-3">
            {proof.people.map(({ id, displayName, proven }) => (
              <li key={id} className={`flex min-h-16 items-center gap-4 rounded-xl border-2 px-5 py-2 text-2xl ${proven ? 'border-in bg-in-soft text-in' : 'border-attention bg-panel text-ink'}`}>
                {proven ? <CircleCheck aria-hidden size={32} className="flex-none" /> : <Nfc aria-hidden size={32} className="flex-none" />}
                <b className="min-w-0 flex-1 font-semibold wrap-break-word">{displayName}</b>
                <span className="text-xl">{t(proven ? 'handOver.proven' : 'handOver.waiting')}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </TaskFrame>
  )
}

function Choices({ people, onChoose }: { people: readonly Recipient[] | null; onChoose: (person: Recipient) => void }) {
  const { t } = useTranslation(['kiosk', 'common'])
  if (people === null) return <p className="text-2xl">{t('common:loading')}</p>
  if (people.length === 0) return <p className="text-2xl">{t('held.nobody')}</p>
  return (
    <>
      <p className="text-2xl">{t('handOver.choose')}</p>
      <div className="-mx-1 grid min-h-0 grid-cols-2 content-start gap-3 overflow-y-auto p-1">
        {people.map((person) => (
          <BigButton key={person.id} onPress={() => onChoose(person)} detail={[`…${person.numberTail}`, person.tonight === null ? '' : t('handOver.tonight', { seat: person.tonight })].filter(Boolean).join(' · ')}>
            {person.displayName}
          </BigButton>
        ))}
      </div>
    </>
  )
}
