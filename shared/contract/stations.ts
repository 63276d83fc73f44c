/** Doors and desks that movements are recorded at (domain.md 3.5, 5.7 “remote systems”). */
import * as v from 'valibot'
import { call, event } from './kit.ts'
import { Description, Empty, Instant, Name, OptionalName, StationId } from './fields.ts'
import { ReaderStatus } from './readers.ts'

export const Station = v.object({
  id: StationId,
  name: v.string(),
  /** Null = the same in both languages. */
  nameFr: v.nullable(v.string()),
  description: v.nullable(v.string()),
  /** False = not offered any more. What is recorded there stays, and a badge that is scanned there counts. */
  isActive: v.boolean(),
  /** The one that this Sentinel runs at. */
  isThisDesk: v.boolean(),
  /** Those set up there, at this moment. */
  readers: v.array(v.object({ id: v.string(), name: v.string(), kind: ReaderStatus.entries.kind, state: ReaderStatus.entries.state })),
  /** When a badge was last held up there, accepted or refused. */
  lastScanAt: v.nullable(Instant),
  /** Something is recorded there: it can be switched off, but never deleted. */
  hasHistory: v.boolean(),
})

const words = { name: Name, nameFr: OptionalName, description: Description }

export const stations = {
  list: call({ needs: 'display', summary: 'Every station in its order, with its readers and its last scan: what windows show a station’s code by.', input: Empty, output: v.object({ stations: v.array(Station) }), errors: [] }),
  create: call({
    needs: 'admin',
    summary: 'Adds a station at the end. Its code stands on every movement and never changes.',
    input: v.object({ id: StationId, ...words }),
    output: Empty,
    errors: ['station_code_taken', 'station_name_taken'],
  }),
  update: call({
    needs: 'admin',
    summary: 'Changes what a station is called. Movements keep their station, and show it by its new name.',
    input: v.object({ id: StationId, ...words }),
    output: Empty,
    errors: ['station_unknown', 'station_name_taken'],
  }),
  reorder: call({
    needs: 'admin',
    summary: 'Puts the stations into the order of these codes, which must be all of them, each once.',
    input: v.object({ ids: v.pipe(v.array(StationId), v.maxLength(1000)) }),
    output: Empty,
    errors: ['station_list_changed'],
  }),
  setActive: call({
    needs: 'admin',
    summary: 'Switches a station off, so that it is not offered any more, or on again.',
    input: v.object({ id: StationId, active: v.boolean() }),
    output: Empty,
    errors: ['station_unknown', 'station_is_this_desk', 'station_has_readers'],
  }),
  remove: call({
    needs: 'admin',
    summary: 'Deletes a station that nothing is recorded at.',
    input: v.object({ id: StationId }),
    output: Empty,
    errors: ['station_unknown', 'station_is_this_desk', 'station_has_readers', 'station_has_history'],
  }),
  changed: event({ needs: 'display', summary: 'A station was added, renamed, moved, switched or deleted: read them again.', payload: v.object({}) }),
}
