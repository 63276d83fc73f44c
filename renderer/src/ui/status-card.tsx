import type { ReactNode } from 'react'

/** The edge and ground of a card that answers one question: only what needs a person is coloured as a whole. */
export const edges = { ok: 'border-l-in bg-panel', info: 'border-l-out bg-panel', attention: 'border-l-attention bg-attention-soft', refused: 'border-l-refused bg-refused-soft' } as const

/** What a person must do is said in the colour of the card. */
const details = { ok: 'text-ink-muted', info: 'text-ink-muted', attention: 'text-attention', refused: 'text-refused' } as const

interface Props {
  readonly label: string
  readonly aside?: string | undefined
  readonly tone: keyof typeof edges
  readonly children: ReactNode
  readonly detail: ReactNode
}

/** One answer of the strip, to be read from across the room. */
export const StatusCard = ({ label, aside, tone, children, detail }: Props) => (
  <section aria-label={label} className={`min-h-[78px] rounded-lg border border-l-[5px] border-line px-3 py-2 shadow-(--surface-shadow) ${edges[tone]}`}>
    <h2 className="label-caps flex justify-between">
      {label}
      {aside === undefined ? null : <span>{aside}</span>}
    </h2>
    <p className="mt-0.5 truncate text-[17px] font-semibold">{children}</p>
    <p className={`truncate text-xs ${details[tone]}`}>{detail}</p>
  </section>
)
