import type { ReactNode } from 'react'

/** What there is to know of one thing: a name and a value a line; null = not known, and not shown. */
export const FactList = ({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) => (
  <dl className="grid gap-1">
    {facts.map(([label, value]) =>
      value === null ? null : (
        <div key={label} className="flex gap-2 border-t border-line pt-1">
          <dt className="w-24 flex-none text-ink-muted">{label}</dt>
          <dd className="min-w-0 wrap-break-word whitespace-pre-line">{value}</dd>
        </div>
      ),
    )}
  </dl>
)
