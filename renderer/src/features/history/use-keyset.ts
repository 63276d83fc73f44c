import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refused, Result } from '../../../../shared/contract/kit.ts'

interface Page {
  readonly items: readonly unknown[]
  readonly next: unknown
}

export interface Keyset<P> {
  /** What has come so far as one page, the rest of it as the first page said; null until that has come. */
  readonly page: P | null
  readonly problem: Refused | null
  loadMore(): void
  reload(): void
}

/**
 * Reads a list page after page, each from where the one before it ended.
 * @param read reads one page; the same function each time
 * @param asked what is asked for: anything else begins anew. Null = not yet
 */
export function useKeyset<A, P extends Page>(read: (asked: A, cursor: P['next'] | null) => Promise<Result<P>>, asked: A | null): Keyset<P> {
  const [page, setPage] = useState<P | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [round, setRound] = useState(0)
  /** Grows with each first page: what was asked before it is no answer any more. */
  const generation = useRef(0)
  const isLoadingMore = useRef(false)
  const key = asked === null ? null : JSON.stringify(asked)

  useEffect(() => {
    if (key === null) return
    generation.current += 1
    const own = generation.current
    isLoadingMore.current = false
    const first = async (): Promise<void> => {
      const result = await read(JSON.parse(key) as A, null)
      if (own !== generation.current) return
      setProblem(result.ok ? null : result.error)
      if (result.ok) setPage(result.value)
    }
    void first()
  }, [read, key, round])

  const loadMore = useCallback((): void => {
    if (page === null || page.next === null || key === null || isLoadingMore.current) return
    isLoadingMore.current = true
    const own = generation.current
    const more = async (): Promise<void> => {
      const result = await read(JSON.parse(key) as A, page.next)
      if (own !== generation.current) return
      isLoadingMore.current = false
      if (!result.ok) return setProblem(result.error)
      setPage((before) => before && { ...before, items: [...before.items, ...result.value.items], next: result.value.next })
    }
    void more()
  }, [read, key, page])

  return { page, problem, loadMore, reload: useCallback(() => setRound((before) => before + 1), []) }
}
