import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'

export interface Tile {
  readonly id: string
  readonly words: string
  readonly Icon?: LucideIcon
}

/** Large tiles: one touch answers and goes on. */
export function TileStep({ tiles, chosen = null, onChoose }: { tiles: readonly Tile[]; chosen?: string | null; onChoose: (id: string) => void }) {
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus({ preventScroll: true }), [])
  return (
    <div className={`-m-1 grid min-h-0 flex-1 auto-rows-[minmax(72px,1fr)] gap-3 overflow-y-auto p-1 ${tiles.length === 2 || tiles.length === 4 ? 'grid-cols-2' : 'grid-cols-3'}`}>
      {tiles.map(({ id, words, Icon }, index) => (
        <button
          key={id}
          ref={index === 0 ? first : undefined}
          type="button"
          aria-pressed={chosen === null ? undefined : id === chosen}
          onClick={() => onChoose(id)}
          className="flex min-w-0 cursor-pointer flex-col items-center justify-center gap-4 rounded-2xl border-2 border-line bg-ground px-4 py-3 text-center text-[26px]/tight font-semibold wrap-break-word aria-pressed:border-visitor aria-pressed:bg-visitor-soft"
        >
          {Icon === undefined ? null : <Icon aria-hidden size={64} strokeWidth={1.8} className="flex-none text-visitor" />}
          <span className="max-w-full">{words}</span>
        </button>
      ))}
    </div>
  )
}
