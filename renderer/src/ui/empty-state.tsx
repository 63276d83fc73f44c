import type { ReactNode } from 'react'

/** Why there is nothing to see, and what to do about it. */
export const EmptyState = ({ title, text, action }: { title: string; text?: string; action?: ReactNode }) => (
  <div className="grid flex-1 place-content-center justify-items-center gap-1 p-10 text-center">
    <p className="text-base font-semibold">{title}</p>
    {text === undefined ? null : <p className="max-w-md text-ink-muted">{text}</p>}
    {action === undefined ? null : <div className="mt-3">{action}</div>}
  </div>
)
