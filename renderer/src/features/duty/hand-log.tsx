import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { dds } from '../../../../shared/contract/dds.ts'
import { api } from '../../api.ts'
import { useDuty } from '../../stores/duty.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useTimes } from '../../ui/time.ts'

type Page = OutputOf<typeof dds.log>

/** Every change of hands of DDS and lockup, newest first. */
export function HandLog() {
  const { t } = useTranslation(['duty', 'common', 'alerts'])
  const { civilDate, time } = useTimes()
  const { dds: duty, lockup } = useDuty()
  const may = useMay('basic')
  const [page, setPage] = useState<Page | null>(null)
  const load = async (cursor: number | null, before: Page['entries']): Promise<void> => {
    const result = await api().dds.log({ cursor, limit: 50 })
    if (result.ok) setPage({ entries: [...before, ...result.value.entries], next: result.value.next })
  }
  useEffect(() => {
    if (may) void load(null, [])
  }, [may, duty, lockup])
  return (
    <section aria-labelledby="hand-log-title" className="panel flex-1">
      <h2 id="hand-log-title" className="flex h-[51px] flex-none items-center border-b border-line px-3 text-[15px] font-semibold">
        {t('log.title')}
      </h2>
      {page === null || page.entries.length === 0 ? (
        <EmptyState title={t('log.empty')} />
      ) : (
        <div tabIndex={0} role="region" aria-labelledby="hand-log-title" className="min-h-0 flex-1 overflow-y-auto -outline-offset-2!">
          <ul>
            {page.entries.map(({ seq, at, operationalDate, responsibility, action, person, from, actorName, notes }) => (
              <li key={seq} className="grid min-h-[35px] grid-cols-[150px_90px_minmax(0,1fr)_minmax(0,1fr)] items-center gap-4 border-b border-line px-3 py-1.5">
                <time dateTime={at} className="text-ink-muted">
                  {civilDate(operationalDate)} {time(at)}
                </time>
                <span className="text-ink-muted">{t(responsibility === 'dds' ? 'strip.dds' : 'strip.lockup')}</span>
                <span className="wrap-break-word">
                  <b className="font-semibold">{person?.displayName ?? actorName}</b> {t(`log.act.${action as 'assigned'}`)} {from === null ? '' : t('log.from', { name: from.displayName })}
                </span>
                <span className="wrap-break-word text-ink-muted">{[person?.displayName === actorName ? '' : actorName, notes ?? ''].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
          {page.next === null ? null : (
            <p className="p-2 text-center">
              <Button onPress={() => void load(page.next, page.entries)}>{t('alerts:list.more')}</Button>
            </p>
          )}
        </div>
      )}
    </section>
  )
}
