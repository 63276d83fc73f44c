import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { dutyLog } from '../../../../shared/contract/duty-log.ts'
import { api } from '../../api.ts'
import { showDay, useDutyLog } from '../../stores/duty-log.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useTimes } from '../../ui/time.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import { useLogWords } from './words.ts'

type Found = OutputOf<typeof dutyLog.search>

/** Entries of all days with these words, latest first; a press opens their day. */
export function SearchPanel() {
  const { t } = useTranslation('dutyLog')
  const [text, setText] = useState('')
  const [more, setMore] = useState<{ readonly text: string; readonly found: Found } | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const changes = useDutyLog((state) => state.changes)
  const { value, problem } = useFetched(() => api().dutyLog.search({ text }), text, [changes], text === '' ? 0 : 200)
  const added = more?.text === text ? more.found : null
  const entries = [...(value?.entries ?? []), ...(added?.entries ?? [])]
  const next = added === null ? (value?.next ?? null) : added.next
  const older = async (): Promise<void> => {
    const result = await api().dutyLog.search({ text, before: next })
    if (result.ok) setMore({ text, found: { entries: [...(added?.entries ?? []), ...result.value.entries], next: result.value.next } })
    setRefused(result.ok ? null : result.error)
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-end gap-3 border-b border-line p-3">
        <TextField label={t('search.label')} placeholder={t('search.hint')} value={text} onChange={setText} maxLength={100} autoFocus />
        <Button onPress={() => useDutyLog.setState({ isSearching: false })}>{t('search.close')}</Button>
      </div>
      <div tabIndex={0} role="region" aria-label={t('search.label')} className="min-h-0 flex-1 overflow-y-auto -outline-offset-2!">
        <div className="px-3 pt-2 empty:hidden">
          <Refusal of={problem ?? refused} />
        </div>
        {value !== null && entries.length === 0 ? <p className="p-3 text-ink-muted">{t('search.none')}</p> : null}
        <ul>
          {entries.map((entry) => (
            <FoundRow key={entry.id} entry={entry} />
          ))}
        </ul>
        {next === null ? null : (
          <p className="p-2 text-center">
            <Button onPress={() => void older()}>{t('search.older')}</Button>
          </p>
        )}
      </div>
    </div>
  )
}

function FoundRow({ entry }: { entry: Found['entries'][number] }) {
  const { t } = useTranslation('dutyLog')
  const { time, civilDate } = useTimes()
  const { detailsOf } = useLogWords()
  return (
    <li className="grid grid-cols-[minmax(120px,auto)_minmax(0,1fr)] gap-3 border-b border-line px-3 py-2">
      <button type="button" title={t('search.open', { date: civilDate(entry.date) })} onClick={() => showDay(entry.date)} className="cursor-pointer self-start text-left text-out underline-offset-2 hover:underline">
        {civilDate(entry.date)} {time(entry.at)}
      </button>
      <div className="min-w-0 wrap-break-word">
        <p className="font-medium">{entry.text}</p>
        <p className="text-xs text-ink-muted">{[t(`kind.${entry.kind}`), detailsOf(entry), entry.actorName].filter(Boolean).join(' · ')}</p>
      </div>
    </li>
  )
}
