import type { ReactNode } from 'react'

export type ChipTone = 'neutral' | 'in' | 'out' | 'attention' | 'refused' | 'visitor'

const tones: Record<ChipTone, string> = {
  neutral: 'bg-chip text-ink-muted',
  in: 'bg-in-soft text-in',
  out: 'bg-out-soft text-out',
  attention: 'bg-attention-soft text-attention',
  refused: 'bg-refused-soft text-refused',
  visitor: 'bg-visitor-soft text-visitor',
}

/** A word in a coloured box; the word alone says it all. */
export const Chip = ({ tone = 'neutral', children }: { tone?: ChipTone; children: ReactNode }) => (
  <span className={`inline-block rounded-[5px] px-1.5 text-[11px]/[18px] font-semibold whitespace-nowrap ${tones[tone]}`}>{children}</span>
)
