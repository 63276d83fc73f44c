import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { buildingTone, ddsTone, useDuty, watchGaps, type Tone } from '../../stores/duty.ts'
import { usePresence } from '../../stores/presence.ts'
import { edges } from '../../ui/status-card.tsx'

/** How many are inside, who is responsible, and is the building secured: what somebody looks up for from the other end of the room. */
export function Facts() {
  const { t } = useTranslation(['wall', 'duty', 'desk'])
  const snapshot = usePresence((state) => state.snapshot)
  const { dds, lockup, tonight } = useDuty()
  return (
    <dl className="grid auto-cols-fr grid-flow-col gap-3">
      {snapshot === null ? null : (
        <Fact tone="info" label={t('desk:strip.inside')} detail={kinds(snapshot.counts).map(([kind, count]) => t(`desk:strip.${kind}`, { count })).join(' · ')}>
          <span className="text-5xl/none">{snapshot.people.length}</span>
        </Fact>
      )}
      {dds === null ? null : (
        <Fact tone={ddsTone(dds)} label={t('duty:strip.dds')} detail={dds.live === null ? '' : dds.live.status === 'pending' ? t('pending') : t(dds.live.isInside ? 'duty:strip.onSite' : 'duty:strip.away')}>
          {dds.live?.displayName ?? t('noDds')}
        </Fact>
      )}
      {tonight === null || !tonight.isWatchNight ? null : <Watch tonight={tonight} />}
      {lockup === null ? null : (
        <Fact tone={buildingTone(lockup)} label={t('duty:strip.building')} detail={lockup.holder === null ? '' : t('lockup', { name: lockup.holder.displayName })}>
          {t(`duty:status.${lockup.status}`)}
        </Fact>
      )}
    </dl>
  )
}

const kinds = ({ members, visitors, attendees }: { readonly members: number; readonly visitors: number; readonly attendees: number }) =>
  [['members', members], ['visitors', visitors], ...(attendees > 0 ? [['attendees', attendees] as const] : [])] as const

function Watch({ tonight }: { tonight: NonNullable<ReturnType<typeof useDuty.getState>['tonight']> }) {
  const { t } = useTranslation(['wall', 'duty'])
  const [leader] = tonight.team
  const { present, seats, empty, absent } = watchGaps(tonight)
  return (
    <Fact tone={leader === undefined || empty.length > 0 || absent.length > 0 ? 'attention' : 'ok'} label={[t('duty:strip.watch'), tonight.start].filter(Boolean).join(' ')} detail={leader === undefined ? '' : [leader.position?.code, t('duty:strip.watchIn', { present, count: seats })].filter(Boolean).join(' · ')}>
      {leader?.member.displayName ?? t('duty:strip.watchNone')}
    </Fact>
  )
}

/** Only what needs a person is coloured as a whole. No word of it is cut. */
const Fact = ({ tone, label, detail, children }: { tone: Tone; label: string; detail: string; children: ReactNode }) => (
  <div className={`flex min-w-0 flex-col rounded-xl border-2 border-l-8 border-line px-4 py-2 ${edges[tone]}`}>
    <dt className="text-base/tight font-semibold text-ink-muted">{label}</dt>
    <dd className="grid flex-1 content-center">
      <span className="text-[26px]/[1.1] font-bold wrap-break-word">{children}</span>
      {detail === '' ? null : <span className="mt-0.5 text-lg/tight wrap-break-word text-ink-muted">{detail}</span>}
    </dd>
  </div>
)
