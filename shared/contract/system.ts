import * as v from 'valibot'
import { call, event } from './kit.ts'
import { roomStates } from '../domain/disk-room.ts'
import { CivilDate, Count, Empty, Instant, Revision, StationId } from './fields.ts'

export const SystemStatus = v.object({
  version: v.string(),
  host: v.picklist(['electron', 'browser', 'test']),
  unit: v.object({ name: v.string(), zone: v.string(), rollover: v.string() }),
  stationId: StationId,
  stationName: v.string(),
  now: Instant,
  operationalDate: CivilDate,
  revision: Revision,
  database: v.object({ state: v.picklist(['ready', 'away', 'stalled', 'full', 'closed']), embedded: v.boolean() }),
  /** Room on the disk that the desk's data is on, in bytes; null = it has no folder of its own, or could not be asked. */
  disk: v.nullable(v.object({ state: v.picklist(roomStates), freeBytes: Count })),
  /** Simulated readers and a clock that can be set: never in a packaged build. */
  dev: v.boolean(),
})

export const system = {
  status: call({ needs: 'display', summary: 'This station, its clock and its database.', input: Empty, output: SystemStatus, errors: [] }),
  changed: event({ needs: 'display', summary: 'The status changed: fetch it again.', payload: v.object({}) }),
}
