import type { ReactNode } from 'react'

/** What stands in the way, read aloud at once. */
export const Problem = ({ children }: { children: ReactNode }) => (
  <p role="alert" className="rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
    {children}
  </p>
)
