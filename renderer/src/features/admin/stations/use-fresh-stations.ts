import { useEffect, useState } from 'react'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { usePresence } from '../../../stores/presence.ts'
import { useStations, type Station } from '../../../stores/stations.ts'
import { useSystem } from '../../../stores/system.ts'

/** The stations with their readers and last scans as they are now: read again when a reader changes or a badge is scanned. */
export function useFreshStations(): { stations: readonly Station[] | null; problem: Refused | null; retry: () => void } {
  const stations = useStations((state) => state.stations)
  const readers = useSystem((state) => state.readers)
  const activity = usePresence((state) => state.activity)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let current = true
    const read = async (): Promise<void> => {
      const result = await api().stations.list({})
      if (!current) return
      setProblem(result.ok ? null : result.error)
      if (result.ok) useStations.setState({ stations: result.value.stations })
    }
    void read()
    return () => {
      current = false
    }
  }, [readers, activity, tries])
  return { stations, problem, retry: () => setTries((count) => count + 1) }
}
