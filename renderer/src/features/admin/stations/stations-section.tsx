import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import { useRoom } from '../../../stores/room.ts'
import { useStationName, type Station } from '../../../stores/stations.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useOrder } from '../../../ui/use-order.ts'
import { AddStationDialog } from './add-station-dialog.tsx'
import { RemoveStationDialog } from './remove-station-dialog.tsx'
import { StationTable } from './station-table.tsx'
import { useFreshStations } from './use-fresh-stations.ts'

const idOf = ({ id }: Station): string => id
const none: readonly Station[] = []

/** Every door and desk of the unit with its readers: named, ordered, switched off. */
export function StationsSection() {
  const { t } = useTranslation(['admin', 'common'])
  const fresh = useFreshStations()
  const stations = fresh.stations ?? none
  const nameOf = useStationName()
  const { shown, move, problem: orderProblem } = useOrder(stations, idOf, (ids) => api().stations.reorder({ ids }))
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Station | null>(null)
  const [switchProblem, setSwitchProblem] = useState<Refused | null>(null)
  const [told, setTold] = useState('')
  const table = useRef<HTMLDivElement>(null)
  const problem = orderProblem ?? switchProblem
  const existing = useMemo(() => new Set(stations.map(idOf)), [stations])

  const moveAndTell = (station: Station, by: -1 | 1): boolean => {
    const done = move(station.id, by)
    if (done) setTold(t('stations.moved', { name: nameOf(station.id), place: shown.indexOf(station) + 1 + by, total: shown.length }))
    return done
  }
  const switchActive = async ({ id, isActive }: Station): Promise<void> => {
    const result = await api().stations.setActive({ id, active: !isActive })
    // The core names it in English; here it has the name that this window shows.
    setSwitchProblem(result.ok ? null : { ...result.error, details: { ...result.error.details, name: nameOf(id) } })
    if (result.ok) setTold(t(isActive ? 'stations.switchedOff' : 'stations.switchedOn', { name: nameOf(id) }))
  }
  const stopRemoving = (removed: boolean): void => {
    setRemoving(null)
    // The row with the button that opened it is gone; the dialog's own care for the focus comes first.
    if (removed) setTimeout(() => table.current?.focus(), 50)
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex items-center gap-3 border-b border-line px-3 py-2">
        <div className="min-w-0 flex-1">
          <h2 className="text-[15px] font-semibold">
            {t('section.stations')} {fresh.stations === null ? null : <span className="font-normal text-ink-muted">{t('stations.count', { count: stations.length })}</span>}
          </h2>
          <p className="text-xs text-ink-muted">{t('stations.about')}</p>
        </div>
        <Button onPress={() => useRoom.setState({ room: 'readers' })}>{t('stations.toReaders')}</Button>
        <Button variant="primary" onPress={() => setAdding(true)}>
          {t('stations.add')}
        </Button>
      </div>
      {fresh.stations !== null ? (
        <StationTable region={table} stations={shown} onMove={moveAndTell} onSwitch={(station) => void switchActive(station)} onRemove={setRemoving} />
      ) : fresh.problem === null ? (
        <p role="status" className="p-3 text-ink-muted">
          {t('common:loading')}
        </p>
      ) : (
        <EmptyState title={refusalWords(fresh.problem).message} text={refusalWords(fresh.problem).howToFix} action={<Button onPress={fresh.retry}>{t('common:retry')}</Button>} />
      )}
      {problem === null ? null : (
        <p role="alert" className="border-t border-line px-3 py-2 text-refused">
          {refusalWords(problem).message} {refusalWords(problem).howToFix}
        </p>
      )}
      <p className="border-t border-line px-3 py-2 text-xs text-ink-muted">
        {stations.length > 1 ? `${t('stations.orderNote')} ` : ''}
        {t('stations.offNote')}
      </p>
      <p role="status" className="sr-only">
        {told}
      </p>
      {adding ? <AddStationDialog existing={existing} onClose={() => setAdding(false)} /> : null}
      {removing === null ? null : <RemoveStationDialog station={removing} onClose={stopRemoving} />}
    </div>
  )
}
