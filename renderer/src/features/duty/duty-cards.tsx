import { useTranslation } from 'react-i18next'
import { buildingTone, ddsTone, useDuty, waitingSince } from '../../stores/duty.ts'
import { usePresence, type PersonInside } from '../../stores/presence.ts'
import { StatusCard } from '../../ui/status-card.tsx'
import { useDuration, useNow, useTimes } from '../../ui/time.ts'
import { WatchCard } from './watch-card.tsx'

const blank = '\u00a0'
const nobody: readonly PersonInside[] = []

/** Who is responsible and is the building secured: to be read from across the room (screens.md 1.3). */
export function DutyCards() {
  const { t } = useTranslation(['duty', 'common'])
  const { time } = useTimes()
  const { dds, lockup } = useDuty()
  const people = usePresence((state) => state.snapshot?.people ?? nobody)
  const now = useNow(15_000)
  const duration = useDuration()
  const waiting = lockup === null ? null : waitingSince(lockup, people)
  const live = dds?.live ?? null
  const where = live === null ? '' : t(live.isInside ? 'strip.onSite' : 'strip.away')
  const ddsDetail = (): string => {
    if (dds === null) return blank
    if (dds.handover.state === 'pending' && dds.handover.incoming !== null) return t('strip.waiting', { name: dds.handover.incoming.displayName })
    if (live === null) return dds.next === null ? t('strip.noNext') : t('strip.next', { name: dds.next.displayName })
    return live.acceptedAt === null ? where : `${t('strip.accepted', { at: time(live.acceptedAt) })} · ${where}`
  }
  const buildingDetail = (): string => {
    if (lockup === null) return blank
    const { secured, since, cycles, status } = lockup
    if (waiting !== null) return t('strip.notOpened', { at: time(waiting), long: duration(now - waiting) })
    if (status === 'secured') return secured === null ? t('strip.never') : secured.by === null ? t('strip.since', { at: time(secured.at) }) : t('strip.securedBy', { name: secured.by.displayName, at: time(secured.at) })
    return [since === null ? '' : t('strip.since', { at: time(since) }), t('strip.cycle', { count: cycles.length })].filter(Boolean).join(' · ')
  }
  return (
    <>
      <StatusCard label={t('strip.dds')} aside={dds === null || live === null ? undefined : t(dds.handover.state === 'pending' ? 'strip.handover' : live.status === 'active' ? 'strip.live' : 'strip.pending')} tone={dds === null ? 'info' : ddsTone(dds)} detail={ddsDetail()}>
        {dds === null ? t('common:loading') : (live?.displayName ?? t('strip.nobody'))}
      </StatusCard>
      <WatchCard />
      <StatusCard label={t('strip.building')} tone={lockup === null ? 'info' : waiting === null ? buildingTone(lockup) : 'attention'} detail={buildingDetail()}>
        {lockup === null ? t('common:loading') : t(`status.${lockup.status}`)}
      </StatusCard>
      <StatusCard label={t('strip.lockup')} tone="info" detail={lockup === null ? blank : lockup.holderSince === null ? t('strip.noHolder') : t('strip.since', { at: time(lockup.holderSince) })}>
        {lockup === null ? t('common:loading') : (lockup.holder?.displayName ?? '–')}
      </StatusCard>
    </>
  )
}
