import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refused, Result } from '../../../shared/contract/kit.ts'

interface Fetched<T> {
  /** Null until it has arrived. What was there stays while it is fetched again. */
  readonly value: T | null
  readonly problem: Refused | null
  readonly retry: () => void
}

/**
 * What the core answers, asked again whenever `key` or one of `changes` is another. An answer that was overtaken is not shown.
 * @param waitMs for one who types
 */
export function useFetched<T>(fetch: () => Promise<Result<T>>, key: string, changes: readonly number[] = [], waitMs = 0): Fetched<T> {
  const [value, setValue] = useState<T | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [round, setRound] = useState(0)
  const latest = useRef(fetch)
  useEffect(() => {
    latest.current = fetch
  })
  const asked = `${key} ${changes.join(' ')} ${round}`
  useEffect(() => {
    let current = true
    const timer = setTimeout(async () => {
      const result = await latest.current()
      if (!current) return
      setProblem(result.ok ? null : result.error)
      if (result.ok) setValue(result.value)
    }, waitMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [asked, waitMs])
  return { value, problem, retry: useCallback(() => setRound((before) => before + 1), []) }
}
