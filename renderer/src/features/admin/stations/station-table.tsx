import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Station } from '../../../stores/stations.ts'
import { useRowMoves } from '../../../ui/use-row-moves.ts'
import { RenameRow } from './rename-row.tsx'
import { StationRow } from './station-row.tsx'
import { cell } from './station-view.ts'

const columns = ['order', 'name', 'code', 'readers', 'lastScan', 'actions'] as const

interface Props {
  readonly region: RefObject<HTMLDivElement | null>
  readonly stations: readonly Station[]
  readonly onMove: (station: Station, by: -1 | 1) => boolean
  readonly onSwitch: (station: Station) => void
  readonly onRemove: (station: Station) => void
}

/** One row a station; the one that is being renamed is a form in its place. */
export function StationTable({ region, stations, onMove, onSwitch, onRemove }: Props) {
  const { t } = useTranslation('admin')
  const { body, move, onKeyDown } = useRowMoves(stations, onMove)
  const [renaming, setRenaming] = useState<string | null>(null)
  const renamed = useRef<string | null>(null)
  // The form had the focus: it goes back to what opened it, once that is there again.
  useLayoutEffect(() => {
    if (renaming === null && renamed.current !== null) body.current?.querySelector<HTMLElement>(`[data-control="rename ${renamed.current}"]`)?.focus()
    renamed.current = renaming
  }, [renaming, body])
  return (
    <div ref={region} role="region" aria-label={t('section.stations')} tabIndex={0} className="min-h-0 flex-1 overflow-auto -outline-offset-2!">
      <table className="w-full border-separate border-spacing-0">
        <thead className="sticky top-0 z-10 bg-panel">
          <tr className="label-caps whitespace-nowrap">
            {columns.map((column) => (
              <th key={column} scope="col" className={`${cell} ${column === 'order' ? 'w-[68px]' : column === 'readers' ? 'w-full' : ''}`}>
                {column === 'actions' ? <span className="sr-only">{t('stations.column.actions')}</span> : t(`stations.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {stations.map((station, index) =>
            station.id === renaming ? (
              <RenameRow key={station.id} station={station} span={columns.length} onDone={() => setRenaming(null)} />
            ) : (
              <StationRow
                key={station.id}
                station={station}
                isFirst={index === 0}
                isLast={index === stations.length - 1}
                onMove={(by, control) => move(station, by, control)}
                onKeyDown={(event) => onKeyDown(event, station)}
                onRename={() => setRenaming(station.id)}
                onSwitch={() => onSwitch(station)}
                onRemove={() => onRemove(station)}
              />
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}
