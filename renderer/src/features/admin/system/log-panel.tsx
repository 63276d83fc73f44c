import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { logLevels, type diagnostics } from '../../../../../shared/contract/diagnostics.ts'
import type { OutputOf, Refused } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { Segments } from '../../../ui/segments.tsx'
import { useTimes } from '../../../ui/time.ts'
import { useFetched } from '../../../ui/use-fetched.ts'
import { useBeat } from './use-beat.ts'

type Page = OutputOf<typeof diagnostics.log>
type LogLine = Page['records'][number]
type Level = LogLine['level']

const liveMs = 3_000
const typingMs = 250
const tones: Readonly<Record<Level, string>> = { debug: 'text-ink-muted', info: 'text-ink', warn: 'text-attention font-semibold', error: 'text-refused font-semibold' }

const wordsOf = ({ fields }: LogLine): string => Object.entries(fields).map(([name, value]) => `${name}=${value}`).join('  ')
const textOf = (line: LogLine): string => `${line.at} ${line.level} ${line.event} ${line.correlationId ?? '-'} ${wordsOf(line)}`

/** The log from its end: narrowed by level, words and the number of an act; the core reads the files, a page at a time. */
export function LogPanel() {
  const { t } = useTranslation(['diagnostics', 'common'])
  const { shortDate, seconds } = useTimes()
  const [level, setLevel] = useState<Level>('info')
  const [text, setText] = useState('')
  const [act, setAct] = useState<string | null>(null)
  const [isLive, setLive] = useState(true)
  const [older, setOlder] = useState<{ readonly of: string; readonly page: Page } | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [copied, setCopied] = useState(0)
  const key = `${level} ${act ?? ''} ${text}`
  const asked = { level, text, correlationId: act }
  // Whoever reads older lines is not moved by what comes.
  const isReading = older !== null && older.of === key
  const beat = useBeat(liveMs, isLive && !isReading)
  const { value, problem } = useFetched(() => api().diagnostics.log(asked), key, [beat], typingMs)
  const next = isReading ? older.page.next : (value?.next ?? null)
  const records = [...(value?.records ?? []), ...(isReading ? older.page.records : [])]
  const more = async (): Promise<void> => {
    const result = await api().diagnostics.log({ ...asked, cursor: next })
    if (result.ok) setOlder({ of: key, page: { records: [...(isReading ? older.page.records : []), ...result.value.records], next: result.value.next } })
    setRefused(result.ok ? null : result.error)
  }
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(records.map(textOf).join('\n'))
    setCopied(records.length)
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-3 py-2">
        <SearchField label={t('log.search')} hint={t('log.search')} value={text} onChange={setText} />
        <Segments label={t('log.level')} value={level} onChange={setLevel} options={logLevels.map((name) => [name, t(`log.levels.${name}`)] as const)} />
        {act === null ? null : <Button size="sm" onPress={() => setAct(null)}>{t('log.allActs', { number: act })}</Button>}
        <span className="flex-1" />
        {copied === 0 ? null : <span role="status" className="text-ink-muted">{t('log.copied', { count: copied })}</span>}
        <Button size="sm" isDisabled={records.length === 0} onPress={() => void copy()}>{t('log.copy')}</Button>
        <Segments label={t('log.follow')} value={isLive ? 'live' : 'still'} onChange={(chosen) => { setLive(chosen === 'live'); setOlder(null) }} options={[['live', t('log.live')], ['still', t('log.still')]]} />
      </div>
      <div className="px-3"><Refusal of={refused ?? problem} /></div>
      {value === null ? (
        <p role="status" className="p-6 text-ink-muted">{t('loading')}</p>
      ) : records.length === 0 && next === null ? (
        <EmptyState title={t('log.none')} text={t('log.noneText')} />
      ) : (
        <div tabIndex={0} role="region" aria-label={t('part.log')} className="min-h-0 flex-1 overflow-auto">
          <table className="w-full border-collapse text-[13px]">
            <thead className="sticky top-0 bg-panel">
              <tr className="label-caps h-8 border-b border-line text-left">
                {(['at', 'level', 'event', 'act', 'fields'] as const).map((column) => (
                  <th key={column} scope="col" className="px-3 font-semibold">{t(`log.column.${column}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {records.map((line, index) => (
                <tr key={`${line.at} ${index}`} className="border-b border-line align-top">
                  <td className="px-3 py-1 whitespace-nowrap text-ink-muted tabular-nums" title={line.at}>{`${shortDate(line.at)} ${seconds(line.at)}`}</td>
                  <td className={`px-3 py-1 whitespace-nowrap ${tones[line.level]}`}>{t(`log.levels.${line.level}`)}</td>
                  <td className="px-3 py-1 font-medium whitespace-nowrap">{line.event}</td>
                  <td className="px-3 py-1 whitespace-nowrap">
                    {line.correlationId === null ? null : (
                      <button type="button" aria-label={t('log.onlyAct', { number: line.correlationId })} onClick={() => setAct(line.correlationId)} className="cursor-pointer font-mono text-out underline-offset-2 hover:underline">
                        {line.correlationId}
                      </button>
                    )}
                  </td>
                  <td className="px-3 py-1 font-mono text-xs leading-5 break-all text-ink-muted">{wordsOf(line)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {next === null ? null : (
            <p className="p-2 text-center">
              <Button onPress={() => void more()}>{t('log.older')}</Button>
            </p>
          )}
        </div>
      )}
    </div>
  )
}
