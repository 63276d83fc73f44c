import type { ReactNode } from 'react'

/** What there is to know of one thing: a name and a value a line; null = not known, and not shown. */
export const FactList = ({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) => (
  <dl className="grid grid-cols-[fit-content(40%)_1fr] gap-1">
    {facts.map(([label, value]) =>
      value === null ? null : (
        <div key={label} className="col-span-2 grid grid-cols-subgrid gap-x-4 border-t border-line pt-1">
          <dt className="text-ink-muted">{label}</dt>
          <dd className="min-w-0 wrap-break-word whitespace-pre-line text-ink">{value}</dd>
        </div>
      ),
    )}
  </dl>
)
