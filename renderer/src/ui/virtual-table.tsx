import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode } from 'react'

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
}

/** Thousands of rows, of which only the visible ones are drawn. A row is 35 px high, or as high as its words need. */
export function VirtualTable<T>({ label, columns, rows, rowKey, muted }: Props<T>) {
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
  })
  const gridTemplateColumns = columns.map(({ width }) => width).join(' ')
  return (
    <div ref={scroller} role="table" aria-label={label} aria-rowcount={rows.length + 1} tabIndex={0} className="min-h-0 flex-1 overflow-y-auto -outline-offset-2!">
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
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              style={{ gridTemplateColumns, transform: `translateY(${start}px)` }}
              className={`absolute inset-x-0 grid min-h-[35px] items-center gap-4 border-b border-line px-3 py-1.5 ${muted?.(row) === true ? 'text-ink-muted line-through' : ''}`}
            >
              {columns.map((column) => (
                <span key={column.key} role="cell" className="min-w-0 wrap-break-word">
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
