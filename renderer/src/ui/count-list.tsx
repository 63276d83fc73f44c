/** What was or would be done, a line each; what is nothing stands back. */
export const CountList = ({ counts }: { counts: readonly (readonly [words: string, count: number])[] }) => (
  <dl className="grid grid-cols-[1fr_auto] rounded-lg border border-line">
    {counts.map(([words, count]) => (
      <div key={words} className={`col-span-2 grid grid-cols-subgrid gap-4 border-b border-line px-3 py-1.5 last:border-b-0 ${count === 0 ? 'text-ink-muted' : 'text-ink'}`}>
        <dt>{words}</dt>
        <dd className="text-right font-semibold">{count}</dd>
      </div>
    ))}
  </dl>
)
