import { onlyStation } from '../../api.ts'
import { useSystem } from '../../stores/system.ts'
import { readyState, type ReadyState } from './kiosk-state.ts'

export function useReadyState(): ReadyState {
  const { connected, status, readers } = useSystem()
  return readyState({ connected, database: status?.database.state, readers, station: onlyStation })
}
