import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'

export interface VirtualColumn<T> {
  readonly key: string
  readonly title: string
  /** How the rows stand by this column; absent = they cannot be sorted by it. */
  readonly sort?: 'ascending' | 'descending' | 'none'
  readonly onSort?: () => void
  /** In place of the title, which stays its name. */
  readonly renderTitle?: () => ReactNode
  /** A grid track, the same for every row. */
  readonly width: string
  readonly renderCell: (row: T) => ReactNode
}

interface Props<T> {
  readonly label: string
  readonly columns: readonly VirtualColumn<T>[]
  readonly rows: readonly T[]
  readonly rowKey: (row: T, index: number) => string | number
  readonly muted?: (row: T) => boolean
  /** Rows that can be opened make the table one stop for Tab: the arrows move inside, Enter and a click open. */
  readonly pick?: { readonly key: string | number | null; readonly onPick: (key: string | number) => void; readonly onOpen: (row: T) => void }
  /** The end of what is there has come into sight. */
  readonly onEnd?: () => void
  readonly id?: string
}

/** Thousands of rows, of which only the visible ones are drawn. A row is 35 px high, or as high as its words need. */
export function VirtualTable<T>({ label, columns, rows, rowKey, muted, pick, onEnd, id }: Props<T>) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 35,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : rowKey(row, index)
    },
    overscan: 12,
    // The head lies over the first of them; what is scrolled to must not end below the edge by as much.
    scrollPaddingEnd: 32,
  })
  const gridTemplateColumns = columns.map(({ width }) => width).join(' ')
  const drawn = virtual.getVirtualItems()
  const isAtEnd = (drawn.at(-1)?.index ?? -1) >= rows.length - 1
  useEffect(() => {
    if (isAtEnd) onEnd?.()
  }, [isAtEnd, onEnd])

  const active = pick === undefined ? -1 : rows.findIndex((row, index) => rowKey(row, index) === pick.key)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (pick === undefined || event.target !== event.currentTarget) return
    const page = Math.floor((scroller.current?.clientHeight ?? 35) / 35) - 1
    const steps: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active < 0 ? 0 : active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: rows.length - 1 }
    const here = rows[active]
    if (event.key === 'Enter' && here !== undefined) pick.onOpen(here)
    // The row that was picked is gone: the next Enter must not open one that nobody has looked at.
    if (event.key === 'Enter' && here === undefined && rows[0] !== undefined) pick.onPick(rowKey(rows[0], 0))
    const wanted = steps[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    const next = Math.min(rows.length - 1, Math.max(0, wanted))
    const row = rows[next]
    if (row === undefined) return
    pick.onPick(rowKey(row, next))
    virtual.scrollToIndex(next)
  }
  const rowId = (key: string | number): string => `${id ?? label}-${key}`
  const table =
    pick === undefined
      ? { role: 'table' }
      : {
          role: 'grid',
          'aria-activedescendant': active < 0 || pick.key === null ? undefined : rowId(pick.key),
          onKeyDown,
          // The row that has the focus shows it; the first one to begin with.
          onFocus: (event: FocusEvent): void => {
            const first = rows[0]
            if (event.target === event.currentTarget && active < 0 && first !== undefined) pick.onPick(rowKey(first, 0))
          },
        }
  const rowOf = (row: T, index: number): object => {
    if (pick === undefined) return {}
    const key = rowKey(row, index)
    const onClick = (): void => {
      pick.onPick(key)
      pick.onOpen(row)
    }
    return { id: rowId(key), 'aria-selected': index === active, onClick }
  }
  return (
    <div
      ref={scroller}
      id={id}
      {...table}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
      className={`group min-h-0 flex-1 overflow-y-auto ${pick === undefined ? '-outline-offset-2!' : 'outline-none!'}`}
    >
      <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-panel">
        <div role="row" aria-rowindex={1} style={{ gridTemplateColumns }} className="label-caps grid h-8 items-center gap-4 px-3">
          {columns.map(({ key, title, sort, onSort, renderTitle }) => (
            <span key={key} role="columnheader" aria-sort={sort} className="truncate">
              {renderTitle !== undefined ? (
                renderTitle()
              ) : onSort === undefined ? (
                title
              ) : (
                <button type="button" onClick={onSort} className="label-caps cursor-pointer hover:text-ink">
                  {title} <span aria-hidden>{sort === 'ascending' ? '↑' : sort === 'descending' ? '↓' : ''}</span>
                </button>
              )}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, key, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          const look = `${muted?.(row) === true ? 'text-ink-muted line-through' : ''} ${pick === undefined ? '' : 'cursor-pointer'} ${index === active ? 'bg-out-soft group-focus-visible:inset-ring-2 group-focus-visible:inset-ring-focus' : ''}`
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              {...rowOf(row, index)}
              style={{ gridTemplateColumns, transform: `translateY(${start}px)` }}
              className={`absolute inset-x-0 grid min-h-[35px] items-center gap-4 border-b border-line px-3 py-1.5 ${look}`}
            >
              {columns.map((column) => (
                <span key={column.key} role={pick === undefined ? 'cell' : 'gridcell'} className="min-w-0 wrap-break-word">
                  {column.renderCell(row)}
                </span>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}
