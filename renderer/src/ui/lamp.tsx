import type { ReactNode } from 'react'

const shapes = {
  // A round lamp is well, a diamond wants a look, a square is out: the shape says it without the colour.
  ok: 'rounded-full bg-lamp-ok',
  attention: 'rotate-45 bg-lamp-attention',
  refused: 'bg-lamp-refused',
  // Nothing is known, or there is nothing that could be well: a ring without a light.
  unknown: 'rounded-full border-2 border-current opacity-80',
} as const

/** A light on the dark bar with its words. */
export const Lamp = ({ state, children }: { state: keyof typeof shapes; children: ReactNode }) => (
  <span className="flex items-center gap-2 whitespace-nowrap">
    <span aria-hidden className={`size-2.5 ${shapes[state]}`} />
    {children}
  </span>
)
