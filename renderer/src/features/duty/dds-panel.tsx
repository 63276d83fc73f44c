import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { useDuty } from '../../stores/duty.ts'
import { useMay } from '../../stores/session.ts'
import { useTurnover } from '../../stores/turnover.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useTimes } from '../../ui/time.ts'
import { useDutyDialog } from './dialog-store.ts'
import { useStartOfDay } from './use-start-of-day.ts'

const Fact = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div>
    <dt className="label-caps">{label}</dt>
    <dd className="text-[17px] font-semibold wrap-break-word">{children}</dd>
  </div>
)

/** Who is Duty Day Staff today, and who is to be. */
export function DdsPanel() {
  const { t } = useTranslation('duty')
  const { time, civilDate } = useTimes()
  const duty = useDuty((state) => state.dds)
  const { state: mine } = useStartOfDay()
  const isAdmin = useMay('admin')
  const mayRelease = useMay('adminOrDds')
  const isSignedIn = useMay('basic')
  const [problem, setProblem] = useState<Refused | null>(null)
  const accept = async (): Promise<void> => {
    const result = await api().dds.accept({})
    setProblem(result.ok ? null : result.error)
  }
  const live = duty?.live ?? null
  const { state, outgoing, incoming, dueOn } = duty?.handover ?? { state: 'none', outgoing: null, incoming: null, dueOn: null }
  const hand = (kind: 'dds' | 'handover' | 'set') => useDutyDialog.setState({ open: { kind: 'hand', hand: kind } })
  return (
    <section id="dds-part" tabIndex={-1} aria-labelledby="dds-title" className="panel gap-3 p-4">
      <h1 id="dds-title" className="text-[15px] font-semibold">
        {t('dds.title')}
      </h1>
      <dl className="grid grid-cols-3 gap-3">
        <Fact label={t('dds.live')}>
          {live === null ? t('strip.nobody') : live.displayName}
          {live === null ? null : <span className="block text-[13px] font-normal text-ink-muted">{[live.status === 'pending' ? t('strip.pending') : live.acceptedAt === null ? '' : t('strip.accepted', { at: time(live.acceptedAt) }), t(live.isInside ? 'strip.onSite' : 'strip.away')].filter(Boolean).join(' · ')}</span>}
        </Fact>
        <Fact label={t('dds.scheduled')}>{duty?.scheduled?.displayName ?? '–'}</Fact>
        <Fact label={t('dds.next')}>{duty?.next?.displayName ?? '–'}</Fact>
      </dl>
      {state === 'none' || outgoing === null || incoming === null ? null : (
        <p className="rounded-lg border border-attention bg-attention-soft px-3 py-2 text-attention">
          <b>{t('dds.handover', { outgoing: outgoing.displayName, incoming: incoming.displayName })}</b> {dueOn === null ? '' : t('dds.handoverDue', { date: civilDate(dueOn), outgoing: outgoing.displayName })}
        </p>
      )}
      <Refusal of={problem} />
      <div className="flex flex-wrap gap-2">
        {mine?.canAcceptDds === true ? (
          <Button variant="primary" onPress={() => void accept()}>
            {t('dds.accept')}
          </Button>
        ) : null}
        {isSignedIn && state !== 'none' ? <Button onPress={() => hand('handover')}>{t('dds.complete')}</Button> : null}
        {isSignedIn && live !== null && state === 'none' ? <Button onPress={() => hand('dds')}>{t('dds.transfer')}</Button> : null}
        {isAdmin ? <Button onPress={() => hand('set')}>{t('dds.set')}</Button> : null}
        <Button onPress={() => useTurnover.setState({ open: 'digest' })}>{t('dds.morning')}</Button>
        {mayRelease && live?.source === 'assignment' ? <Button onPress={() => useDutyDialog.setState({ open: { kind: 'release' } })}>{t('dds.release')}</Button> : null}
        {mayRelease ? <Button onPress={() => useDutyDialog.setState({ open: { kind: 'cover', person: null } })}>{t('cover.open')}</Button> : null}
      </div>
    </section>
  )
}
