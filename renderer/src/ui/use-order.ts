import { useEffect, useRef, useState } from 'react'
import type { Refused, Result } from '../../../shared/contract/kit.ts'

/**
 * A list's items in the order that was just asked for, seen at once and kept by the core in the meantime.
 * @param ask tells the core the whole new order
 */
export function useOrder<T>(items: readonly T[], keyOf: (item: T) => string, ask: (keys: string[]) => Promise<Result<unknown>>) {
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const isAsking = useRef(false)
  const waiting = useRef<readonly string[] | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  // What the core tells once nothing is asked any more is how it is, whoever ordered it.
  useEffect(() => {
    if (!isAsking.current) setWanted(null)
  }, [items])

  const isWhole = wanted !== null && items.length === wanted.length && items.every((item) => wanted.includes(keyOf(item)))
  const shown = isWhole ? wanted.flatMap((key) => items.find((item) => keyOf(item) === key) ?? []) : items

  /** One order at a time: two on their way at once could arrive the other way round. Of those that wait, the latest counts. */
  const tell = async (keys: readonly string[]): Promise<void> => {
    waiting.current = keys
    if (isAsking.current) return
    isAsking.current = true
    while (waiting.current !== null) {
      const next: readonly string[] = waiting.current
      waiting.current = null
      const result = await ask([...next])
      if (result.ok) continue
      waiting.current = null
      setProblem(result.error)
      setWanted(null)
    }
    isAsking.current = false
  }

  /** Moves an item up (-1) or down (1); false when it stands at the end already. */
  const move = (key: string, by: -1 | 1): boolean => {
    const keys = shown.map(keyOf)
    const from = keys.indexOf(key)
    const neighbour = keys[from + by]
    if (neighbour === undefined) return false
    keys[from] = neighbour
    keys[from + by] = key
    setWanted(keys)
    setProblem(null)
    void tell(keys)
    return true
  }
  return { shown, move, problem }
}
