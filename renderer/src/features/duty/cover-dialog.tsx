import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused, Result } from '../../../../shared/contract/kit.ts'
import type { dds } from '../../../../shared/contract/dds.ts'
import { api } from '../../api.ts'
import { useDuty } from '../../stores/duty.ts'
import { usePresence } from '../../stores/presence.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useTimes } from '../../ui/time.ts'
import { closeDuty } from './dialog-store.ts'

type LiveDuties = OutputOf<typeof dds.liveDuties>

/** Who fills a seat of the Duty Watch for the time being: filled and ended by an administrator or the DDS (domain.md 4.14). @param person chosen already; null = to be chosen */
export function CoverDialog({ person }: { person: string | null }) {
  const { t, i18n } = useTranslation(['duty', 'common'])
  const { time } = useTimes()
  const snapshot = usePresence((state) => state.snapshot)
  // Whatever changes a duty is told with it.
  const known = useDuty((state) => state.tonight)
  const [live, setLive] = useState<LiveDuties | null>(null)
  const [who, setWho] = useState(person ?? '')
  const [seat, setSeat] = useState('')
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<Refused | null>(null)
  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const result = await api().dds.liveDuties({})
      if (!current) return
      if (result.ok) setLive(result.value)
      else setProblem(result.error)
    }
    void load()
    return () => {
      current = false
    }
  }, [known])
  const take = (result: Result<LiveDuties>): boolean => {
    setProblem(result.ok ? null : result.error)
    if (result.ok) setLive(result.value)
    return result.ok
  }
  const set = async (): Promise<void> => {
    if (take(await api().dds.setLiveDuty({ memberId: who, seatId: seat, note }))) setNote('')
  }
  const nameOf = ({ code, name, nameFr }: LiveDuties['seats'][number]): string => `${code} · ${i18n.language === 'fr' ? (nameFr ?? name) : name}`
  return (
    <Dialog
      title={t('cover.title')}
      isOpen
      onClose={closeDuty}
      size="wide"
      footer={
        <>
          <Button onPress={closeDuty}>{t('common:close')}</Button>
          <Button variant="primary" isDisabled={who === '' || seat === ''} onPress={() => void set()}>
            {t('cover.set')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Refusal of={problem} />
        {live === null ? (
          <p className="text-ink-muted">{t('common:loading')}</p>
        ) : live.duties.length === 0 ? (
          <p className="text-ink-muted">{t('cover.none')}</p>
        ) : (
          <ul className="grid gap-2">
            {live.duties.map(({ id, person: sitting, seatCode, startedAt, startedBy, note: why }) => (
              <li key={id} className="flex items-center gap-3 rounded-lg border border-line px-3 py-2">
                <b className="w-14 flex-none font-semibold">{seatCode}</b>
                <span className="min-w-0 flex-1 wrap-break-word">
                  {sitting.displayName}
                  <span className="block text-xs text-ink-muted">{[t('cover.line', { at: time(startedAt), name: startedBy }), why ?? ''].filter(Boolean).join(' · ')}</span>
                </span>
                <Button size="sm" aria-label={t('cover.endOf', { seat: seatCode, name: sitting.displayName })} onPress={() => void api().dds.clearLiveDuty({ liveDutyId: id, note: '' }).then(take)}>
                  {t('cover.end')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <div className="grid grid-cols-2 gap-3">
          <SelectField label={t('cover.person')} value={who} onChange={setWho} options={[['', t('hand.choose')], ...(snapshot?.people ?? []).filter(({ kind }) => kind === 'member').map(({ id, displayName }) => [id, displayName] as const)]} />
          <SelectField label={t('cover.seat')} value={seat} onChange={setSeat} options={[['', '–'], ...(live?.seats ?? []).map((one) => [one.id, nameOf(one)] as const)]} />
        </div>
        <TextField label={t('cover.note')} value={note} onChange={setNote} maxLength={500} />
        <p className="text-xs text-ink-muted">{t('cover.text')}</p>
      </div>
    </Dialog>
  )
}
