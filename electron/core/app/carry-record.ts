/** A desk's record carried to a server or back, from the command line or as it was planned; the way itself is db/transfer/move.ts. */
import { defaultStation } from '../../../shared/domain/station-code.ts'
import type { OpenFailureFacts } from '../db/open-failure.ts'
import { OpenFailure } from '../db/open-failure.ts'
import type { Tx } from '../db/database.ts'
import { takeLock } from '../db/lock.ts'
import { openDatabase } from '../db/open.ts'
import { readStationChoice, writeStationChoice } from '../db/server-choice.ts'
import type { Carried } from '../db/transfer/load.ts'
import { connectedStations } from '../db/transfer/look.ts'
import { moveFromServer, moveToServer, NotMovable } from '../db/transfer/move.ts'
import { withServer } from '../db/transfer/with-server.ts'
import { writeAudit, type Actor } from '../domain/audit/write.ts'
import { takeOwnSettings } from '../domain/settings/own-setting.ts'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'

interface Options {
  /** The desk's folder, as `resolveDataDir` gives it. */
  readonly root: string
  readonly way: 'to' | 'from'
  readonly url: string
  readonly by: Actor
  /** Stands in the trail line, and in what takes the folder's place; absent = nobody will ask for it. */
  readonly id?: string
  /** Code of this PC's station from then on; absent = as before. */
  readonly station?: string | undefined
  readonly version: string
  readonly log: Log
  readonly clock: Clock
  readonly onRows?: ((done: number, all: number) => void) | undefined
  readonly beforeKept?: ((carried: Carried) => void) | undefined
}

/** Takes the lock of the folder, or throws an OpenFailure `in_use`. */
export async function lockFolder(root: string, clock: Clock): Promise<{ release(): Promise<void> }> {
  const lock = await takeLock(root, clock.now())
  if (!('heldBy' in lock)) return lock
  const facts: OpenFailureFacts = { dataDir: root, pid: lock.heldBy?.pid ?? '?', since: lock.heldBy?.since ?? '?' }
  throw new OpenFailure('in_use', facts)
}

/** What was said of the folder holds from the next start on. */
export const chooseServer = (root: string, url: string | undefined, station: string | undefined): void => writeStationChoice(root, { url, station: station ?? readStationChoice(root).station })

/** How often, and how long in between in ms, those who are just closing are waited for. */
const patience = { tries: 20, pauseMs: 500 }

/** Rejects with an OpenFailure, NotMovable, NotTheSame or what the server says; then nothing on the target counts. */
export const carryRecord = ({ root, way, url, by, id, station, version, log, clock, onRows, beforeKept }: Options): Promise<Carried> =>
  withServer(url, version, async (client, server) => {
    /** In the act that makes it count, on the side that goes on. */
    const record = async (tx: Tx, { tables, rows }: Carried): Promise<void> => {
      const code = station ?? readStationChoice(root).station ?? defaultStation
      await (way === 'to' ? takeOwnSettings(tx, null, code, clock.now()) : takeOwnSettings(tx, code, null, clock.now()))
      await writeAudit(tx, { at: clock.now(), actor: by, action: 'database_move', entityType: 'backup', entityId: id ?? null, details: { name: server, reason: way, tables, rows } })
    }
    // Opened once as a desk: that guards it, brings it up to date, and leaves it closed whole.
    if (way === 'to') await openDatabase({ dataDir: root, clock, log, appVersion: version }).then((database) => database.close())
    const lock = await lockFolder(root, clock)
    try {
      if (way === 'from') await refuseOpenStations(() => connectedStations(client), clock)
      const options = { root, client, server, now: clock.now(), record, onRows, beforeKept }
      const carried = way === 'to' ? await moveToServer(options) : await moveFromServer({ ...options, by, id })
      chooseServer(root, way === 'to' ? url : undefined, station)
      log.info('database.moved', { way, ...carried })
      return carried
    } finally {
      await lock.release()
    }
  })

/** A record that others go on with must not be carried away from them. This PC's own connections may need a moment to end. */
async function refuseOpenStations(connected: () => Promise<string[]>, clock: Clock): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const stations = await connected()
    if (stations.length === 0) return
    if (tries >= patience.tries) throw new NotMovable('stations_open', { stations: stations.join(', ') })
    await new Promise<void>((resolve) => clock.after(patience.pauseMs, resolve))
  }
}
