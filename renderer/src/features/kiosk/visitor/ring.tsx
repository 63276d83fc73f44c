import { useEffect, useState } from 'react'
import { useNow } from '../../../ui/time.ts'

const radius = 24
const round = 2 * Math.PI * radius

/** How many seconds are left, as a ring that closes; at their end it calls back, once. Never read aloud. */
export function Ring({ ms, onEnd }: { ms: number; onEnd: () => void }) {
  const now = useNow(250)
  const [begun] = useState(now)
  const left = Math.min(ms, Math.max(0, begun + ms - now))
  useEffect(() => {
    const timer = setTimeout(onEnd, ms)
    return () => clearTimeout(timer)
  }, [ms, onEnd])
  return (
    <svg aria-hidden viewBox="0 0 56 56" className="size-16 flex-none">
      <circle cx="28" cy="28" r={radius} fill="none" stroke="var(--line)" strokeWidth="5" />
      <circle cx="28" cy="28" r={radius} fill="none" stroke="currentColor" strokeWidth="5" strokeLinecap="round" strokeDasharray={`${(left / ms) * round} ${round}`} transform="rotate(-90 28 28)" />
      <text x="28" y="28" dy="0.36em" textAnchor="middle" fill="currentColor" className="text-xl font-bold">
        {Math.ceil(left / 1000)}
      </text>
    </svg>
  )
}
