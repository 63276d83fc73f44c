import { Search, X } from 'lucide-react'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonInside, Snapshot } from '../../stores/presence.ts'
import { useStationName } from '../../stores/stations.ts'
import { useTimes } from '../../ui/time.ts'
import { choose, defaultSort, order, type Filter } from '../desk/inside-order.ts'

/** Everybody inside, never paged: the counts are what narrows the list, and a search finds in it. */
export function PeopleInside({ snapshot: { people, counts } }: { snapshot: Snapshot }) {
  const { t } = useTranslation(['views', 'desk'])
  const { locale } = useTimes()
  const [find, setFind] = useState('')
  const [kind, setKind] = useState<Filter['kind']>('all')
  const looked = useDeferredValue(find)
  const collator = useMemo(() => new Intl.Collator(locale, { sensitivity: 'base' }), [locale])
  const shown = useMemo(() => order(choose(people, { find: looked, kind, division: null }), defaultSort, collator), [people, looked, kind, collator])
  const kinds = [
    ['all', t('phone.inside'), people.length],
    ['member', t('desk:filter.members'), counts.members],
    ['visitor', t('desk:filter.visitors'), counts.visitors],
    ...(counts.attendees > 0 || kind === 'attendee' ? [['attendee', t('desk:filter.attendees'), counts.attendees] as const] : []),
  ] as const
  return (
    <section aria-label={t('phone.inside')} className="grid gap-2 p-3">
      <div role="group" aria-label={t('phone.inside')} className="flex gap-2">
        {kinds.map(([name, words, count]) => (
          <button key={name} type="button" aria-pressed={name === kind} onClick={() => setKind(name)} className={`grid min-h-14 min-w-0 flex-1 cursor-pointer content-center rounded-lg border-2 px-1 ${name === kind ? 'border-out bg-out-soft text-out' : 'border-line bg-panel'}`}>
            <b className="text-2xl/none">{count}</b>
            <span className="text-sm/tight wrap-anywhere">{words}</span>
          </button>
        ))}
      </div>
      <label className="sticky top-0 z-10 flex h-12 items-center gap-2 rounded-lg border-2 border-line bg-panel pl-3 focus-within:border-out">
        <Search aria-hidden size={20} className="flex-none text-ink-muted" />
        <input type="search" aria-label={t('phone.findLabel')} placeholder={t('phone.find')} maxLength={100} autoComplete="off" value={find} onChange={(event) => setFind(event.target.value)} className="h-full min-w-0 flex-1 [&::-webkit-search-cancel-button]:hidden bg-transparent outline-none placeholder:text-ink-muted" />
        {find === '' ? null : (
          <button type="button" aria-label={t('phone.clear')} onClick={() => setFind('')} className="grid size-11 flex-none cursor-pointer place-items-center">
            <X aria-hidden size={20} />
          </button>
        )}
      </label>
      <p role="status" className={looked === '' ? 'sr-only' : 'text-sm text-ink-muted'}>
        {people.length === 0 ? t('phone.nobody') : shown.length === 0 ? t('phone.noMatch', { find: looked }) : t('phone.found', { count: shown.length })}
      </p>
      {people.length === 0 ? <p aria-hidden className="py-8 text-center text-lg text-ink-muted">{t('phone.nobody')}</p> : null}
      <ul className="grid gap-1.5">
        {shown.map((person) => (
          <Row key={person.id} person={person} />
        ))}
      </ul>
    </section>
  )
}

/** A key for names alone is told no more than rank and name: then there is no second line. */
const Row = memo(function Row({ person }: { person: PersonInside }) {
  const { t } = useTranslation(['views', 'desk'])
  const { time } = useTimes()
  const stationOf = useStationName()
  const { kind, displayName, division, guest, since, stationId, stationName } = person
  const facts = [division?.code, guest?.organization, guest?.event, ...(stationName === '' ? [] : [t('phone.since', { at: time(since) }), stationOf(stationId, stationName)])].filter(Boolean)
  return (
    <li className="rounded-lg border border-line bg-panel px-3 py-2">
      <p className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 text-[17px]/tight font-semibold wrap-break-word">{displayName}</span>
        {kind === 'member' ? null : <span className="flex-none rounded-md bg-visitor-soft px-2 text-sm font-semibold text-visitor">{guest?.pass == null ? t(`desk:${kind}`) : t(`desk:${kind}Pass`, { pass: guest.pass })}</span>}
      </p>
      {facts.length === 0 ? null : <p className="text-sm wrap-break-word text-ink-muted">{facts.join(' · ')}</p>}
    </li>
  )
})
