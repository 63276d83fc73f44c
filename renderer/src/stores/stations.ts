import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { stations } from '../../../shared/contract/stations.ts'
import { namesOfStation } from '../../../shared/domain/station-name.ts'

export type Station = OutputOf<typeof stations.list>['stations'][number]

/** Null until they have arrived. */
export const useStations = create<{ stations: readonly Station[] | null }>(() => ({ stations: null }))

/** What a station is called now, in the window's language; `told` = the name that came with the record, for one that is not on the list. */
export function useStationName(): (id: string, told?: string) => string {
  const { i18n } = useTranslation()
  const stations = useStations((state) => state.stations)
  return (id, told) => {
    const { name, nameFr } = stations?.find((station) => station.id === id) ?? (told === undefined ? namesOfStation(id) : { name: told, nameFr: null })
    return i18n.language === 'fr' ? (nameFr ?? name) : name
  }
}
