import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { lockup } from '../../../../shared/contract/lockup.ts'
import { api } from '../../api.ts'
import { usePresence } from '../../stores/presence.ts'
import { useSession } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Paper } from '../../ui/paper.tsx'
import { useTimes } from '../../ui/time.ts'
import { closeDuty } from './dialog-store.ts'
import { RoundsLine } from './rounds-line.tsx'

type List = OutputOf<typeof lockup.list>
type Done = OutputOf<typeof lockup.execute>

/** Everybody who is still inside, to be looked for one by one; then all of it in one act (domain.md 4.15 ▶, W-6, W-23). */
export function LockUpDialog() {
  const { t } = useTranslation(['duty', 'common'])
  const { time } = useTimes()
  const me = useSession((state) => state.state?.session?.memberId)
  const revision = usePresence((state) => state.snapshot?.revision)
  const [list, setList] = useState<List | null>(null)
  const [changed, setChanged] = useState(false)
  const [looked, setLooked] = useState<ReadonlySet<string>>(new Set())
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<Refused | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  // One request of this dialog: asked again after a lost answer it is the same act.
  const [requestId] = useState(() => crypto.randomUUID())

  // Who comes or goes meanwhile is on the list in the same second: nobody is confirmed away unseen (scenario 22).
  useEffect(() => {
    if (done !== null) return undefined
    let current = true
    const load = async (): Promise<void> => {
      const result = await (list === null ? api().lockup.start({}) : api().lockup.list({}))
      if (!current) return
      if (!result.ok) return setProblem(result.error)
      setChanged(list !== null && list.version !== result.value.version)
      setList(result.value)
    }
    void load()
    return () => {
      current = false
    }
    // The list itself is what this effect sets.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [revision, done])

  const cancel = async (): Promise<void> => {
    const result = await api().lockup.cancel({ note })
    if (result.ok) closeDuty()
    else setProblem(result.error)
  }
  const execute = async (): Promise<void> => {
    if (list === null) return
    const result = await api().lockup.execute({ requestId, version: list.version, note })
    if (result.ok) return setDone(result.value)
    setProblem(result.error)
    if (result.error.code !== 'lockup_list_changed') return
    const again = await api().lockup.list({})
    if (again.ok) setList(again.value)
  }
  if (done !== null) return <Secured done={done} />
  const others = list?.people.filter(({ id }) => id !== me) ?? []
  const everybody = others.every(({ id }) => looked.has(id))
  return (
    <Dialog
      title={t('list.title')}
      isOpen
      onClose={closeDuty}
      size="lg"
      footer={
        <>
          <Button onPress={() => void cancel()}>{t('list.cancel')}</Button>
          <Button variant="primary" isDisabled={list === null || !everybody} onPress={() => void execute()}>
            {t('list.execute')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Refusal of={problem} />
        {changed ? (
          <p role="status" className="rounded-lg border border-attention bg-attention-soft px-3 py-2 font-semibold text-attention">
            {t('list.changed')}
          </p>
        ) : null}
        {list === null ? null : others.length === 0 ? (
          <p>{t('list.nobody')}</p>
        ) : (
          <>
            <p>
              <b>{t('list.inside', { count: others.length })}.</b> {t('list.text')}
            </p>
            <ul tabIndex={0} aria-label={t('list.title')} className="max-h-[38vh] overflow-y-auto rounded-lg border border-line">
              {others.map(({ id, displayName, division, since, stationName, isHolder }) => (
                <li key={id} className="border-b border-line last:border-b-0">
                  <label className="flex cursor-pointer items-center gap-3 px-3 py-2 hover:bg-chip">
                    <input
                      type="checkbox"
                      aria-label={`${t('list.gone')}: ${displayName}`}
                      checked={looked.has(id)}
                      onChange={(event) => setLooked((before) => new Set(event.target.checked ? [...before, id] : [...before].filter((other) => other !== id)))}
                      className="size-5"
                    />
                    <b className="min-w-0 flex-1 font-semibold wrap-break-word">{displayName}</b>
                    <span className="text-ink-muted">{[division?.code, stationName, isHolder ? t('list.holder') : ''].filter(Boolean).join(' · ')}</span>
                    <span className="text-ink-muted">{time(since)}</span>
                  </label>
                </li>
              ))}
            </ul>
            <label className="flex cursor-pointer items-center gap-3 px-3">
              <input type="checkbox" checked={everybody} onChange={(event) => setLooked(new Set(event.target.checked ? others.map(({ id }) => id) : []))} className="size-5" />
              {t('list.all')}
            </label>
          </>
        )}
        <RoundsLine />
        <TextField label={t('list.note')} value={note} onChange={setNote} maxLength={500} />
      </div>
    </Dialog>
  )
}

function Secured({ done }: { done: Done }) {
  const { t } = useTranslation(['duty', 'common'])
  const { time } = useTimes()
  return (
    <Dialog
      title={t('list.done')}
      isOpen
      onClose={closeDuty}
      footer={
        <>
          <Button onPress={() => window.print()}>{t('list.print')}</Button>
          <Button variant="primary" onPress={closeDuty}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <ResultSheet done={done} />
      <p>{t('list.doneText', { count: done.total, at: time(done.executedAt) })}</p>
      <ul tabIndex={0} aria-label={t('list.done')} className="mt-3 max-h-[40vh] overflow-y-auto">
        {done.people.map(({ id, name, missed }) => (
          <li key={id} className="flex justify-between gap-3 border-b border-line py-1">
            <b className="font-semibold">{name}</b>
            {missed ? <span className="text-attention">{t('list.missed')}</span> : null}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** Who was still inside when the building was secured, on paper (screens.md P0-5.4). */
function ResultSheet({ done }: { done: Done }) {
  const { t } = useTranslation('duty')
  const { moment } = useTimes()
  return (
    <Paper title={`${t('list.done')} · ${moment(done.executedAt)}`}>
      <section>
        <p>{t('list.doneText', { count: done.total, at: moment(done.executedAt) })}</p>
        <table>
          <tbody>
            {done.people.map(({ id, name, missed }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{missed ? t('list.missed') : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Paper>
  )
}
