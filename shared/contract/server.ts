/** Where this PC's record is: in its own folder, or on a PostgreSQL server; and the way from one to the other (issue 8.1, decision 027). Done at the desk itself, never through the gateway. */
import * as v from 'valibot'
import { databaseContents, deskVersions, moveWays } from '../domain/server-move.ts'
import { isOwnStationCode } from '../domain/station-code.ts'
import { Count, Empty, Instant, Line, StationId } from './fields.ts'
import { call, event } from './kit.ts'

/** `postgres://…`, with its password: it goes in and never comes out again. */
const Url = v.pipe(v.string(), v.trim(), v.minLength(1, 'needed'), v.maxLength(2000), Line)
const OwnStation = v.pipe(StationId, v.check(isOwnStationCode, 'is Sentinel’s own'))
const Pin = v.pipe(v.string(), v.minLength(1), v.maxLength(50))
const Encryption = v.picklist(['checked', 'unchecked', 'none'])

const wrongPin = ['not_signed_in', 'sign_in_wrong', 'sign_in_wait', 'sign_in_locked'] as const
const notReached = ['server_address', 'server_away', 'server_refused', 'server_old', 'server_order', 'server_standby', 'server_rights', 'server_busy'] as const

const Place = v.object({ host: v.string(), port: Count, database: v.string(), user: v.string() })
const Connected = v.array(v.string())

const Ended = v.object({
  way: v.picklist(moveWays),
  server: v.nullable(v.string()),
  station: v.nullable(v.string()),
  at: Instant,
  by: v.string(),
  /** What was carried and compared; null = this way carries nothing, or it failed. */
  carried: v.nullable(v.object({ rows: Count, tables: Count })),
  /** Why nothing was changed; null = it was done. */
  problem: v.nullable(v.object({ code: v.string(), message: v.string(), howToFix: v.optional(v.string()), details: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]))) })),
})

export const server = {
  state: call({
    needs: 'admin',
    summary: 'Where this PC’s record is, which station it is, what waits for the next start, and how the last move ended. No password.',
    input: Empty,
    output: v.object({
      /** False = this desk has no folder of its own: nothing can be planned. */
      available: v.boolean(),
      /** Null = the record is in this PC's folder. */
      server: v.nullable(v.object({ ...Place.entries, encryption: Encryption, /** Null = it does not answer now. */ version: v.nullable(v.string()) })),
      /** The address was given to this start (SENTINEL_DATABASE_URL, --database), which goes before what is chosen here. */
      isGivenAtStart: v.boolean(),
      station: StationId,
      /** The station was given to this start (--station). */
      isStationGivenAtStart: v.boolean(),
      /** What this PC's own folder holds besides: nothing, a record of its own, or one that was carried to a server and is kept as it was then. */
      folder: v.picklist(['nothing', 'record', 'moved']),
      planned: v.nullable(v.object({ way: v.picklist(moveWays), server: v.nullable(v.string()), station: v.nullable(v.string()), at: Instant, by: v.string() })),
      ended: v.nullable(Ended),
    }),
    errors: [],
  }),
  check: call({
    needs: 'admin',
    summary: 'Connects to a server and says what is there. Changes nothing, and keeps nothing of the address.',
    input: v.object({ url: Url }),
    output: v.object({
      ...Place.entries,
      version: v.string(),
      encryption: Encryption,
      /** How far the server's clock is ahead of this PC's. */
      clockOffSeconds: v.pipe(v.number(), v.integer()),
      holds: v.picklist(databaseContents),
      /** Present where it holds a desk. */
      desk: v.nullable(v.object({ version: v.picklist(deskVersions), unit: v.nullable(v.string()), members: Count, lastMovementAt: v.nullable(Instant), stations: v.array(v.string()) })),
      /** Stations that work on it at this moment. */
      connected: Connected,
    }),
    errors: notReached,
  }),
  plan: call({
    needs: 'admin',
    summary: 'Looks once more whether it can be, and plans it for the next start, which begins at once where the host can.',
    input: v.variant('way', [
      v.object({ way: v.picklist(['to', 'join']), url: Url, station: OwnStation, pin: Pin }),
      v.object({ way: v.picklist(['from', 'leave']), pin: Pin }),
      v.object({ way: v.literal('station'), station: OwnStation, pin: Pin }),
    ]),
    output: Empty,
    errors: [...notReached, 'move_no_folder', 'move_given_at_start', 'move_station_given', 'move_not_empty', 'move_no_desk', 'move_newer_version', 'move_other_version', 'move_station_connected', 'move_stations_open', 'move_on_server_already', 'move_not_on_server', 'move_own_desk', 'move_record_moved', 'move_nothing_here', 'move_scans_kept', ...wrongPin],
  }),
  cancel: call({ needs: 'admin', summary: 'What is planned is not carried out.', input: Empty, output: Empty, errors: ['move_none_planned', 'move_no_folder'] }),
  planned: event({ needs: 'device', summary: 'Something waits for the next start: Sentinel must start again for it.', payload: v.object({}) }),
}
