import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { useDuty } from '../../stores/duty.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useTimes } from '../../ui/time.ts'
import { useDutyDialog } from './dialog-store.ts'
import { useStartOfDay } from './use-start-of-day.ts'

/** Whether the building is secured, who has promised to secure it, and what was opened and secured today. */
export function LockupPanel() {
  const { t } = useTranslation('duty')
  const { time } = useTimes()
  const lockup = useDuty((state) => state.lockup)
  const { state: mine } = useStartOfDay()
  const isSignedIn = useMay('basic')
  const [problem, setProblem] = useState<Refused | null>(null)
  const open = async (): Promise<void> => {
    const result = await api().lockup.open({})
    setProblem(result.ok ? null : result.error)
  }
  if (lockup === null) return <section aria-busy className="panel" />
  const { status, holder, holderSince, cycles } = lockup
  return (
    <section id="lockup-part" tabIndex={-1} aria-labelledby="lockup-title" className="panel gap-3 p-4">
      <h1 id="lockup-title" className="text-[15px] font-semibold">
        {t('lockup.title')}
      </h1>
      <dl className="grid grid-cols-2 gap-3">
        <div>
          <dt className="label-caps">{t('strip.building')}</dt>
          <dd className="text-[17px] font-semibold">{t(`status.${status}`)}</dd>
        </div>
        <div>
          <dt className="label-caps">{t('lockup.holder')}</dt>
          <dd className="text-[17px] font-semibold wrap-break-word">
            {holder?.displayName ?? '–'}
            <span className="block text-[13px] font-normal text-ink-muted">{holderSince === null ? t('strip.noHolder') : t('strip.since', { at: time(holderSince) })}</span>
          </dd>
        </div>
      </dl>
      {cycles.length === 0 ? null : (
        <div>
          <h2 className="label-caps">{t('lockup.cycles')}</h2>
          <ul className="text-[13px]">
            {cycles.map(({ id, openedAt, openedBy, securedAt, securedBy }) => (
              <li key={id}>
                {t('lockup.cycle', { opened: time(openedAt), openedBy: openedBy.displayName })}
                {' · '}
                {securedAt === null ? t('lockup.stillOpen') : t('lockup.cycleSecured', { secured: time(securedAt), securedBy: securedBy?.displayName ?? t('lockup.bySentinel') })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Refusal of={problem} />
      <div className="flex flex-wrap gap-2">
        {status === 'secured' && mine?.canOpenBuilding === true ? (
          <Button variant="primary" onPress={() => void open()}>
            {t('lockup.open')}
          </Button>
        ) : null}
        {isSignedIn && status !== 'secured' ? (
          <>
            <Button variant="primary" onPress={() => useDutyDialog.setState({ open: { kind: 'lockUp' } })}>
              {t(status === 'locking_up' ? 'lockup.goOn' : 'lockup.start')}
            </Button>
            <Button onPress={() => useDutyDialog.setState({ open: { kind: 'hand', hand: 'lockup' } })}>{t('lockup.handOver')}</Button>
          </>
        ) : null}
      </div>
    </section>
  )
}
