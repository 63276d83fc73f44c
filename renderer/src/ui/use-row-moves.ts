import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'

/**
 * Rows of a table that are moved by Alt ↑ and Alt ↓ or by a button. A row that moves takes the focus away from what is
 * in it: it is given back where the row is now, to the control whose `data-control` it was.
 * @param onMove false when the row stands at the end already
 */
export function useRowMoves<T>(items: readonly T[], onMove: ((item: T, by: -1 | 1) => boolean) | null) {
  const body = useRef<HTMLTableSectionElement>(null)
  const held = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (held.current === null) return
    body.current?.querySelector<HTMLElement>(`[data-control="${held.current}"]`)?.focus()
    held.current = null
  }, [items])
  const move = (item: T, by: -1 | 1, control: string): void => {
    if (onMove?.(item, by) === true) held.current = control
  }
  const onKeyDown = (event: KeyboardEvent, item: T): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const control = event.target instanceof HTMLElement ? event.target.dataset['control'] : undefined
    move(item, event.key === 'ArrowUp' ? -1 : 1, control ?? '')
  }
  return { body, move, onKeyDown }
}
