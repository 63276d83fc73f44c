import { Nfc } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { lockup } from '../../../../shared/contract/lockup.ts'
import { api } from '../../api.ts'
import { playTone } from '../../sound/player.ts'
import { endTask, sayDone, speaksForHolder, type DoorTask } from '../../stores/door-task.ts'
import { useDuty } from '../../stores/duty.ts'
import { useKiosk } from '../../stores/kiosk.ts'
import { useTimes } from '../../ui/time.ts'
import { BigButton } from './big-button.tsx'
import { DoorProblem } from './door-problem.tsx'
import { TaskFrame, useAbandoned } from './task-frame.tsx'

type List = OutputOf<typeof lockup.list>

/** Whoever leaves last secures the building: everybody is looked for, then one act signs out all who are left (domain.md 4.15 ▶, screens.md P0-5). */
export function LockUpTask({ task }: { task: DoorTask }) {
  const { t } = useTranslation(['kiosk', 'duty', 'common'])
  const { time } = useTimes()
  const { holder, stationId } = task
  const [list, setList] = useState<List | null>(null)
  const [looked, setLooked] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  // One request of this task: asked again after a lost answer it is the same act.
  const [requestId] = useState(() => crypto.randomUUID())
  const building = useDuty((state) => state.lockup)
  const isHolders = useKiosk((state) => speaksForHolder(task, state.last))

  // Read anew whenever anybody comes or goes, or the desk changes its mind.
  const hasBegun = list !== null
  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const result = await (hasBegun ? api().lockup.list({}) : api().lockup.start({ stationId, meant: holder.id }))
      if (!current) return
      if (!result.ok) return setProblem(result.error)
      if (result.value.status === 'locking_up') setList(result.value)
      else endTask()
    }
    void load()
    return () => {
      current = false
    }
    // The list itself is what this effect sets.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [building, stationId])
  useAbandoned(180_000, looked, endTask)

  const act = async (run: () => Promise<Refused | null>): Promise<void> => {
    setBusy(true)
    const error = await run()
    setBusy(false)
    setProblem(error)
    if (error !== null) void playTone('refused')
  }
  const cancel = (): Promise<void> =>
    act(async () => {
      const result = await api().lockup.cancel({ stationId, meant: holder.id })
      if (!result.ok) return result.error
      sayDone({ title: t('lockUp.stoppedTitle'), text: t('lockUp.stoppedText') })
      return null
    })
  const execute = (version: string): Promise<void> =>
    act(async () => {
      const result = await api().lockup.execute({ requestId, version, stationId, meant: holder.id })
      if (!result.ok) return result.error
      sayDone({ title: t('duty:list.done'), text: t('duty:list.doneText', { count: result.value.total, at: time(result.value.executedAt) }) })
      return null
    })

  const others = list?.people.filter(({ id }) => id !== holder.id) ?? []
  const everybody = others.every(({ id }) => looked.has(id))
  return (
    <TaskFrame
      task={task}
      footer={
        <>
          <BigButton isMain disabled={busy || list === null || !everybody || !isHolders} onPress={() => list !== null && void execute(list.version)}>
            {t('duty:list.execute')}
          </BigButton>
          <BigButton disabled={busy || !isHolders} onPress={() => void cancel()}>
            {t('duty:list.cancel')}
          </BigButton>
        </>
      }
    >
      <DoorProblem of={problem} />
      {isHolders ? null : (
        <p role="status" className="flex items-center gap-4 rounded-xl border-2 border-attention bg-panel px-5 py-3 text-xl text-attention">
          <Nfc aria-hidden size={32} className="flex-none" />
          {t('lockUp.badgeAgain', { name: `${holder.rank} ${holder.lastName}` })}
        </p>
      )}
      {list === null ? null : others.length === 0 ? (
        <p className="text-2xl">{t('duty:list.nobody')}</p>
      ) : (
        <>
          <p className="text-xl text-pretty">
            <b>{t('duty:list.inside', { count: others.length })}.</b> {t('duty:list.text')}
          </p>
          <ul tabIndex={0} aria-label={t('duty:list.inside', { count: others.length })} className="min-h-0 flex-1 overflow-y-auto rounded-xl border-2 border-line bg-panel">
            {others.map(({ id, displayName, division, since }) => (
              <li key={id} className="border-b border-line last:border-b-0">
                <Tick label={`${t('duty:list.gone')}: ${displayName}`} checked={looked.has(id)} onChange={(on) => setLooked((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)))}>
                  <b className="min-w-0 flex-1 font-semibold wrap-break-word">{displayName}</b>
                  <span className="text-ink-muted">{[division?.code, time(since)].filter(Boolean).join(' · ')}</span>
                </Tick>
              </li>
            ))}
          </ul>
          <Tick label={t('duty:list.all')} checked={everybody} onChange={(on) => setLooked(new Set(on ? others.map(({ id }) => id) : []))}>
            {t('duty:list.all')}
          </Tick>
        </>
      )}
    </TaskFrame>
  )
}

const Tick = ({ label, checked, onChange, children }: { label: string; checked: boolean; onChange: (on: boolean) => void; children: React.ReactNode }) => (
  <label className="flex min-h-14 cursor-pointer items-center gap-4 px-4 text-xl">
    <input type="checkbox" aria-label={label} checked={checked} onChange={(event) => onChange(event.target.checked)} className="size-8 flex-none" />
    {children}
  </label>
)
