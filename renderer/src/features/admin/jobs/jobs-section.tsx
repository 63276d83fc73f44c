import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused } from '../../../../../shared/contract/kit.ts'
import type { jobs } from '../../../../../shared/contract/jobs.ts'
import { api } from '../../../api.ts'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import { useTurnover } from '../../../stores/turnover.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useTimes } from '../../../ui/time.ts'
import { useFetched } from '../../../ui/use-fetched.ts'

type Page = OutputOf<typeof jobs.runs>
type Run = Page['runs'][number]

const pageSize = 50
const minuteMs = 60_000

/** Every run of what Sentinel does by itself, latest first, and what is failing (domain.md 4.16 ▶: each job writes a run record). */
export function JobsSection() {
  const { t } = useTranslation(['turnover', 'common'])
  const { moment } = useTimes()
  const status = useTurnover((state) => state.status)
  const { value, problem, retry } = useFetched(() => api().jobs.runs({ limit: pageSize }), `${status?.lastReset?.date ?? ''} ${status?.failing.length ?? 0}`)
  const [older, setOlder] = useState<Page | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const next = older === null ? (value?.next ?? null) : older.next
  const more = async (): Promise<void> => {
    const result = await api().jobs.runs({ limit: pageSize, before: next })
    if (result.ok) setOlder({ runs: [...(older?.runs ?? []), ...result.value.runs], next: result.value.next })
    setRefused(result.ok ? null : result.error)
  }
  const runs = [...(value?.runs ?? []), ...(older?.runs ?? [])]
  const wrong = problem ?? refused
  return (
    <section aria-labelledby="jobs-title" className="flex h-full min-h-0 flex-col">
      <div className="grid gap-1 border-b border-line px-3 py-2">
        <h2 id="jobs-title" className="text-[15px] font-semibold">
          {t('jobs.title')}
        </h2>
        <p className="text-ink-muted">{status === null ? t('jobs.loading') : t('jobs.text', { at: moment(status.nextResetAt) })}</p>
        {status?.failing.map(({ job, since }) => (
          <p key={job} role="alert" className="font-semibold text-refused">
            {t('jobs.failing', { job: t(`jobs.job.${job}`), at: moment(since) })}
          </p>
        ))}
      </div>
      {wrong !== null ? (
        <EmptyState title={refusalWords(wrong).message} text={refusalWords(wrong).howToFix} action={<Button onPress={retry}>{t('common:retry')}</Button>} />
      ) : value === null ? (
        <p role="status" className="p-6 text-ink-muted">
          {t('jobs.loading')}
        </p>
      ) : runs.length === 0 ? (
        <EmptyState title={t('jobs.empty.title')} text={t('jobs.empty.text')} />
      ) : (
        <div tabIndex={0} role="region" aria-labelledby="jobs-title" className="min-h-0 flex-1 overflow-auto">
          <table className="w-full border-collapse">
            <thead className="sticky top-0 bg-panel">
              <tr className="label-caps h-8 border-b border-line text-left">
                {(['job', 'key', 'due', 'done', 'outcome', 'details'] as const).map((column) => (
                  <th key={column} scope="col" className="px-3 font-semibold">
                    {t(`jobs.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <RunRow key={run.seq} run={run} />
              ))}
            </tbody>
          </table>
          {next === null ? null : (
            <p className="p-2 text-center">
              <Button onPress={() => void more()}>{t('jobs.older')}</Button>
            </p>
          )}
        </div>
      )}
    </section>
  )
}

function RunRow({ run: { job, key, dueAt, endedAt, outcome, details } }: { run: Run }) {
  const { t } = useTranslation('turnover')
  const { moment, civilDate } = useTimes()
  const late = Math.floor((new Date(endedAt).getTime() - new Date(dueAt).getTime()) / minuteMs)
  return (
    <tr className="h-[35px] border-b border-line align-top">
      <td className="px-3 py-1.5 font-medium">{t(`jobs.job.${job}`)}</td>
      <td className="px-3 py-1.5 whitespace-nowrap">{/^\d{4}-\d\d-\d\d$/.test(key) ? civilDate(key) : key}</td>
      <td className="px-3 py-1.5 whitespace-nowrap text-ink-muted">{moment(dueAt)}</td>
      <td className="px-3 py-1.5 whitespace-nowrap text-ink-muted">
        {moment(endedAt)}
        {late > 1 ? ` · ${t('jobs.late', { count: late })}` : ''}
      </td>
      <td className={`px-3 py-1.5 font-semibold ${outcome === 'done' ? 'text-in' : 'text-refused'}`}>{t(`jobs.outcome.${outcome}`)}</td>
      <td className="px-3 py-1.5">{outcome === 'done' ? <RunDetails details={details} /> : String(details['problem'] ?? '')}</td>
    </tr>
  )
}

function RunDetails({ details: { closedOut, notSecured, sessionsEnded, name, rows } }: { details: Run['details'] }) {
  const { t } = useTranslation('turnover')
  const parts = [
    ...(typeof closedOut === 'number' && closedOut > 0 ? [t('jobs.detail.closedOut', { count: closedOut })] : []),
    ...(typeof notSecured === 'string' ? [t('jobs.detail.notSecured', { name: notSecured })] : []),
    ...(typeof sessionsEnded === 'number' && sessionsEnded > 0 ? [t('jobs.detail.sessions', { count: sessionsEnded })] : []),
    ...(typeof name === 'string' && typeof rows === 'number' ? [t('jobs.detail.backup', { name, count: rows })] : []),
  ]
  return <>{parts.join(' · ') || t('jobs.detail.nothing')}</>
}
