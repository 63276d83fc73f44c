import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp, Ellipsis } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonInside } from '../../stores/presence.ts'
import { useDefinitionName } from '../../stores/definitions.ts'
import { useStationName } from '../../stores/stations.ts'
import { Chip } from '../../ui/chip.tsx'
import { useDuration, useNow, useTimes } from '../../ui/time.ts'
import { useDutyWords } from '../duty/use-duty-words.ts'
import { columns, insideGridId, type Sort } from './inside-order.ts'

const rowHeight = 35
const headerHeight = 32
const grid = 'grid grid-cols-[60px_minmax(0,3fr)_minmax(84px,1fr)_minmax(96px,1fr)_72px_76px_28px] items-center gap-3 px-3'

interface Props {
  readonly people: readonly PersonInside[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  /** Asks what can be done with one of them. */
  readonly onAct: (id: string) => void
}

/** 500 rows, of which only the visible ones are drawn. One stop for Tab; the arrows move inside. */
export function InsideGrid({ people, sort, onSort, onAct }: Props) {
  const { t } = useTranslation('desk')
  const scroller = useRef<HTMLDivElement>(null)
  const [activeId, setActiveId] = useState<string | null>(null)
  const now = useNow(15_000)
  const virtual = useVirtualizer({ count: people.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12, scrollPaddingEnd: headerHeight })
  const active = people.findIndex((person) => person.id === activeId)

  const move = (event: KeyboardEvent): void => {
    const page = Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight)
    const steps: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active < 0 ? 0 : active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: people.length - 1 }
    if (event.key === 'Enter' && event.target === event.currentTarget && active >= 0 && activeId !== null) onAct(activeId)
    const wanted = steps[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    const next = Math.min(people.length - 1, Math.max(0, wanted))
    setActiveId(people[next]?.id ?? null)
    virtual.scrollToIndex(next)
  }

  const headers = columns.map((column) => <SortHeader key={column} column={column} sort={sort} onSort={onSort} />)
  return (
    <div
      ref={scroller}
      id={insideGridId}
      role="grid"
      aria-label={t('insideNow')}
      aria-rowcount={people.length + 1}
      aria-activedescendant={active < 0 ? undefined : `inside-${activeId}`}
      tabIndex={0}
      onKeyDown={move}
      // The row that has the focus shows it; the first one to begin with.
      onFocus={(event) => event.target === event.currentTarget && active < 0 && setActiveId(people[0]?.id ?? null)}
      className="group min-h-0 flex-1 overflow-y-auto outline-none!"
    >
      <div role="row" aria-rowindex={1} className={`${grid} label-caps sticky top-0 z-10 h-8 border-b border-line bg-panel`}>
        {headers.slice(0, 3)}
        <span role="columnheader">{t('column.station')}</span>
        {headers.slice(3)}
        <span role="columnheader">{t('column.for')}</span>
        <span role="columnheader">
          <span className="sr-only">{t('column.actions')}</span>
        </span>
      </div>
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const person = people[index]
          return person === undefined ? null : <Row key={person.id} person={person} index={index} top={start} active={person.id === activeId} now={now} onPick={setActiveId} onAct={onAct} />
        })}
      </div>
    </div>
  )
}

function SortHeader({ column, sort, onSort }: { column: Sort['column']; sort: Sort; onSort: (sort: Sort) => void }) {
  const { t } = useTranslation('desk')
  const here = sort.column === column
  const Arrow = sort.descending ? ArrowDown : ArrowUp
  return (
    <span role="columnheader" aria-sort={here ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="label-caps flex cursor-pointer items-center gap-1 hover:text-ink" onClick={() => onSort({ column, descending: here && !sort.descending })}>
        {t(`column.${column}`)}
        {here ? <Arrow aria-hidden size={12} /> : null}
      </button>
    </span>
  )
}

interface RowProps {
  readonly person: PersonInside
  readonly index: number
  readonly top: number
  readonly active: boolean
  readonly now: number
  readonly onPick: (id: string) => void
  readonly onAct: (id: string) => void
}

function Row({ person, index, top, active, now, onPick, onAct }: RowProps) {
  const { t } = useTranslation(['desk', 'history'])
  const nameOf = useDefinitionName()
  const stationOf = useStationName()
  const { time } = useTimes()
  const duration = useDuration()
  const duties = useDutyWords()(person.id)
  return (
    <div
      id={`inside-${person.id}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={active}
      onMouseDown={() => onPick(person.id)}
      onDoubleClick={() => onAct(person.id)}
      style={{ transform: `translateY(${top}px)`, height: rowHeight }}
      className={`absolute inset-x-0 border-b border-line ${grid} ${active ? 'bg-out-soft group-focus-visible:inset-ring-2 group-focus-visible:inset-ring-focus' : ''}`}
    >
      <span role="gridcell" className="truncate text-ink-muted">
        {person.rank}
      </span>
      <span role="gridcell" className="flex min-w-0 items-center gap-2">
        <span className="truncate" title={[person.lastName, person.firstName].filter(Boolean).join(', ')}>
          <b className="font-semibold">{person.lastName}</b>
          {person.firstName === '' ? '' : `, ${person.firstName}`}
        </span>
        {duties.map(({ key, short, long, isOpen }) => (
          <span key={key} title={long} className="flex-none">
            <Chip tone={isOpen ? 'attention' : 'out'}>
              <span aria-hidden>{short}</span>
              <span className="sr-only">{long}</span>
            </Chip>
          </span>
        ))}
        {person.guest === null ? null : <GuestChip kind={person.kind} guest={person.guest} />}
        {person.guest !== null || person.status === 'active' ? null : <Chip tone="attention">{nameOf('memberStatuses', person.status)}</Chip>}
      </span>
      <span role="gridcell" className="truncate" title={person.division?.name ?? person.guest?.organization ?? undefined}>
        {person.division?.code ?? (person.guest === null ? t('noDivision') : (person.guest.organization ?? '–'))}
        {person.division === null ? null : <span className="ml-2 hidden text-ink-muted 2xl:inline">{person.division.name}</span>}
      </span>
      <span role="gridcell" className="truncate text-ink-muted">
        {stationOf(person.stationId, person.stationName)}
      </span>
      <span role="gridcell">{time(person.since)}</span>
      <span role="gridcell" className="text-ink-muted">
        {duration(now - new Date(person.since).getTime())}
      </span>
      <span role="gridcell">
        {/* The list is one stop for Tab: there Enter does the same. */}
        <button type="button" tabIndex={-1} aria-label={t('history:actions.open', { name: person.displayName })} title={t('history:actions.open', { name: person.displayName })} onClick={() => onAct(person.id)} className="grid size-7 cursor-pointer place-items-center rounded-md text-ink-muted hover:bg-chip hover:text-ink">
          <Ellipsis aria-hidden size={16} />
        </button>
      </span>
    </div>
  )
}

/** The shape of what is coming. */
export const GridSkeleton = () => (
  <div aria-hidden className="flex-1 overflow-hidden">
    {Array.from({ length: 14 }, (_, index) => (
      <div key={index} className="flex h-[35px] items-center gap-4 border-b border-line px-3">
        <span className="mr-4 h-3 w-10 rounded bg-chip" />
        <span className="h-3 rounded bg-chip" style={{ width: 120 + ((index * 53) % 140) }} />
      </div>
    ))}
  </div>
)

/** What somebody is who is no member, with the pass they were lent; an attendee's event is its title. */
function GuestChip({ kind, guest: { pass, event } }: { kind: PersonInside['kind']; guest: NonNullable<PersonInside['guest']> }) {
  const { t } = useTranslation('desk')
  const what = kind === 'attendee' ? 'attendee' : 'visitor'
  return (
    <span title={event ?? undefined} className="flex-none">
      <Chip tone="out">{pass === null ? t(what) : t(`${what}Pass`, { pass })}</Chip>
    </span>
  )
}
