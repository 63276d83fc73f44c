import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { MusterState } from '../../../../shared/domain/muster.ts'
import type { Entry } from '../../stores/muster.ts'
import type { Line } from './parts.ts'
import { RollRow } from './roll-row.tsx'

export const rollGridId = 'roll-call'
export const rowIdOf = (entryId: string): string => `${rollGridId}-${entryId}`

const rowHeight = 69
const headHeight = 40

/** What the field above the list sends on to it. */
export interface RollKeys {
  /** @returns true when the key was one of the list's */
  key(event: KeyboardEvent): boolean
}

interface Props {
  readonly lines: readonly Line[]
  readonly isRed: boolean
  readonly fresh: ReadonlySet<string>
  readonly activeId: string | null
  readonly onActive: (id: string | null) => void
  readonly onSay: ((of: readonly Entry[], state: MusterState) => void) | null
  readonly keys?: RefObject<RollKeys | null>
  /** After Enter: the field is emptied for the next name. */
  readonly onMarked?: () => void
}

const rowAt = (lines: readonly Line[], index: number): Entry | undefined => {
  const line = lines[index]
  return line?.kind === 'row' ? line.entry : undefined
}

/** All who are called, of whom only those in sight are drawn. One stop for Tab; the arrows move inside. */
export function RollList({ lines, isRed, fresh, activeId, onActive, onSay, keys, onMarked }: Props) {
  const { t } = useTranslation('muster')
  const scroller = useRef<HTMLDivElement>(null)
  const [hasFocus, setFocus] = useState(false)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'head' ? headHeight : rowHeight),
    getItemKey: (index) => {
      const line = lines[index]
      return line === undefined ? index : line.kind === 'head' ? line.part : line.entry.id
    },
    overscan: 8,
  })
  const active = activeId === null ? -1 : lines.findIndex((line) => line.kind === 'row' && line.entry.id === activeId)

  const go = (from: number, step: 1 | -1, times: number): void => {
    let found = from
    for (let at = from + step, left = times; at >= 0 && at < lines.length && left > 0; at += step) {
      if (rowAt(lines, at) === undefined) continue
      found = at
      left -= 1
    }
    const entry = rowAt(lines, found)
    if (entry === undefined) return
    onActive(entry.id)
    virtual.scrollToIndex(found <= 1 ? 0 : found)
  }
  const key = (event: KeyboardEvent): boolean => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1)
    const moves: Record<string, readonly [from: number, step: 1 | -1, times: number]> = {
      ArrowDown: [active, 1, 1],
      ArrowUp: [active < 0 ? lines.length : active, -1, 1],
      PageDown: [active, 1, page],
      PageUp: [active, -1, page],
    }
    const move = moves[event.key]
    if (move !== undefined) {
      event.preventDefault()
      go(...move)
      return true
    }
    const entry = rowAt(lines, active)
    if (entry === undefined || onSay === null) return false
    const said: Record<string, MusterState> = event.altKey ? { KeyF: 'needs_assistance', KeyE: 'essential' } : { Enter: 'safe', NumpadEnter: 'safe' }
    const state = said[event.code]
    if (state === undefined || event.repeat) return false
    event.preventDefault()
    onSay([entry], entry.state === state ? 'missing' : state)
    go(active, 1, 1)
    onMarked?.()
    return true
  }
  useImperativeHandle(keys, () => ({ key }))
  // What is looked for is seen from its beginning.
  const first = lines[1]?.kind === 'row' ? lines[1].entry.id : null
  useEffect(() => {
    if (first !== null && first === activeId) virtual.scrollToIndex(0)
  }, [first, activeId, virtual])
  const sayOne = useCallback((entry: Entry, state: MusterState) => onSay?.([entry], state), [onSay])

  return (
    <div
      ref={scroller}
      id={rollGridId}
      role="grid"
      aria-label={t('list.label')}
      aria-rowcount={lines.length}
      aria-activedescendant={active < 0 || activeId === null ? undefined : rowIdOf(activeId)}
      tabIndex={0}
      onFocus={(event) => event.target === event.currentTarget && setFocus(true)}
      onBlur={() => setFocus(false)}
      onKeyDown={(event) => event.target === event.currentTarget && key(event)}
      // A tap does not take the keyboard from the field.
      onMouseDown={(event) => event.target !== event.currentTarget && event.preventDefault()}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2!"
    >
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key: id, start }) => {
          const line = lines[index]
          if (line === undefined) return null
          const isActive = index === active && (hasFocus || keys !== undefined)
          return (
            <div
              key={id}
              ref={virtual.measureElement}
              data-index={index}
              id={line.kind === 'row' ? rowIdOf(line.entry.id) : undefined}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={line.kind === 'row' ? index === active : undefined}
              data-part={line.part}
              style={{ transform: `translateY(${start}px)` }}
              className="absolute inset-x-0"
            >
              {line.kind === 'head' ? (
                <span role="gridcell" className="flex h-10 items-center gap-2 border-b border-line bg-chip px-4 text-base font-bold">
                  {t(`part.${line.part}`)} <span className="font-normal text-ink-muted">{line.count}</span>
                </span>
              ) : (
                <RollRow entry={line.entry} isActive={isActive} isRed={isRed} isFresh={fresh.has(line.entry.id)} onSay={onSay === null ? null : sayOne} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
