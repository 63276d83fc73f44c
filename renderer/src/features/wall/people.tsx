import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonInside } from '../../stores/presence.ts'
import { useTimes } from '../../ui/time.ts'
import { defaultSort, order } from '../desk/inside-order.ts'
import { nextDensity, type Density } from './density.ts'
import { useRolling } from './use-rolling.ts'

const faces: Record<Density, { grid: string; card: string }> = {
  comfortable: { grid: 'grid-cols-5 gap-3', card: 'min-h-[4.4rem] px-4 py-2.5 text-[22px]/snug' },
  dense: { grid: 'grid-cols-8 gap-2', card: 'min-h-14 px-1.5 py-1.5 text-[14px]/tight' },
  rolling: { grid: 'grid-cols-6 gap-2', card: 'min-h-14 px-3 py-2 text-lg/tight' },
}

/** Everybody inside by rank and name, senior first. A name wraps and is never cut (screens.md 1.7). */
export function People({ people }: { people: readonly PersonInside[] }) {
  const { t } = useTranslation(['wall', 'desk'])
  const { locale } = useTimes()
  const region = useRef<HTMLDivElement>(null)
  const [before, setBefore] = useState<Density>('comfortable')
  const density = nextDensity(before, people.length)
  if (density !== before) setBefore(density)
  const sorted = useMemo(() => order(people, defaultSort, new Intl.Collator(locale, { sensitivity: 'base' })), [people, locale])
  const paged = useRolling(region, `${density} ${people.length}`)
  const { grid, card } = faces[density]
  return (
    <div className="flex min-h-0 min-w-0 flex-col gap-2">
      <div className="flex items-baseline gap-4">
        <h2 id="wall-people" className="text-xl font-semibold">
          {t('inside')}
        </h2>
        {paged === null ? null : <span className="text-lg text-ink-muted">{t('page', paged)}</span>}
      </div>
      <div ref={region} data-density={density} tabIndex={0} role="region" aria-labelledby="wall-people" className="scrollbar-none relative min-h-0 flex-1 overflow-hidden -outline-offset-2!">
        {people.length === 0 ? (
          <p className="pt-10 text-center text-3xl text-ink-muted">{t('nobody')}</p>
        ) : (
          <ul className={`grid ${grid}`}>
            {sorted.map(({ id, kind, rank, displayName }) => (
              <li key={id} className={`flex min-w-0 flex-col justify-center rounded-xl border-2 bg-panel font-semibold ${card} ${kind === 'member' ? 'border-line' : 'border-out'}`}>
                {rank === '' ? null : <span className="text-[0.8em] font-normal text-ink-muted">{rank} </span>}
                <span className="wrap-break-word">{rank === '' ? displayName : displayName.slice(rank.length + 1)}</span>
                {kind === 'member' ? null : <span className="text-[0.72em] font-normal text-ink-muted">{t(`desk:${kind}`)}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
