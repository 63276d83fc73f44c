import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonInside } from '../../stores/presence.ts'
import { useTimes } from '../../ui/time.ts'
import { defaultSort, order } from '../desk/inside-order.ts'
import { isWide, nextDensity, type Density } from './density.ts'
import { usePages } from './use-pages.ts'

/** On a screen of 1920 × 1080 both grow by 1.4: the smaller type is then 28 pixels, which five metres away is still read on a screen of 55 inches. */
const faces: Record<Density, { grid: string; card: string }> = {
  comfortable: { grid: 'grid-cols-[repeat(auto-fill,minmax(188px,1fr))] gap-2', card: 'min-h-[62px] px-3.5 py-1.5 text-[23px]/[1.12]' },
  dense: { grid: 'grid-cols-[repeat(auto-fill,minmax(156px,1fr))] gap-1.5', card: 'min-h-[52px] px-2.5 py-1 text-[20px]/[1.12]' },
}

/** Everybody inside by rank and name, senior first. A name wraps and is never cut (screens.md 1.7). */
export function People({ people }: { people: readonly PersonInside[] }) {
  const { t } = useTranslation('wall')
  const { locale } = useTimes()
  const region = useRef<HTMLDivElement>(null)
  const [before, setBefore] = useState<Density>('comfortable')
  const density = nextDensity(before, people.length)
  if (density !== before) setBefore(density)
  const sorted = useMemo(() => order(people, defaultSort, new Intl.Collator(locale, { sensitivity: 'base' })), [people, locale])
  const paged = usePages(region)
  const { grid, card } = faces[density]
  return (
    <div className="flex min-h-0 min-w-0 flex-col gap-1.5">
      <h2 id="wall-people" className="sr-only">
        {t('inside')}
      </h2>
      <div ref={region} data-density={density} tabIndex={0} role="region" aria-labelledby="wall-people" className="scrollbar-none relative min-h-0 flex-1 overflow-hidden -outline-offset-2!">
        {people.length === 0 ? (
          <p className="pt-10 text-center text-3xl text-ink-muted">{t('nobody')}</p>
        ) : (
          <ul className={`grid grid-flow-row-dense ${grid}`}>
            {sorted.map((person) => (
              <Card key={person.id} person={person} face={card} />
            ))}
          </ul>
        )}
      </div>
      {paged === null ? null : (
        <p className="flex items-center gap-4 text-xl font-semibold">
          {t('page', { ...paged })}
          <span aria-hidden className="flex gap-2">
            {Array.from({ length: paged.pages }, (_, index) => (
              <span key={index} className={`size-3 rounded-full ${index + 1 === paged.page ? 'bg-out' : 'bg-chip inset-ring-2 inset-ring-ink-muted'}`} />
            ))}
          </span>
        </p>
      )}
    </div>
  )
}

function Card({ person: { kind, rank, displayName }, face }: { person: PersonInside; face: string }) {
  const { t } = useTranslation('desk')
  const name = rank === '' ? displayName : displayName.slice(rank.length + 1)
  return (
    <li className={`flex min-w-0 flex-col justify-center rounded-xl border-2 bg-panel font-semibold ${face} ${kind === 'member' ? 'border-line' : 'border-out'} ${isWide(name) ? 'col-span-2' : ''}`}>
      {rank === '' ? null : <span className="text-[0.78em] font-normal text-ink-muted">{rank} </span>}
      <span className="wrap-break-word">{name}</span>
      {kind === 'member' ? null : <span className="text-[0.78em] font-normal text-ink-muted">{t(kind)}</span>}
    </li>
  )
}
