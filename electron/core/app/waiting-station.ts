/**
 * A station that starts while its server is away (domain.md 4.4 ▶, 4.25 ▶): after a power cut the PC is often up before the server.
 * Until it answers, badges are read, kept in the station's own queue and answered from what it last knew; the core enters them
 * when it opens. There are no windows of the application yet, since those show the record.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { defaultStation } from '../../../shared/domain/station-code.ts'
import { namesOfStation } from '../../../shared/domain/station-name.ts'
import { resolveDataDir } from '../db/folder.ts'
import { takeLock } from '../db/lock.ts'
import { readServerChoice, readStationChoice } from '../db/server-choice.ts'
import { parseServerUrl } from '../db/server/address.ts'
import { connectOnce, disconnect } from '../db/server/connect.ts'
import { keepScan } from '../domain/offline/keep-scan.ts'
import { readStation } from '../domain/offline/known-station.ts'
import { createPicture } from '../domain/offline/picture.ts'
import { offlineFolder, openScanQueue, type ScanQueue } from '../domain/offline/scan-queue.ts'
import { toOutcome, type ScanOutcome } from '../domain/presence/outcome.ts'
import type { Clock } from '../kit/clock.ts'
import { newId } from '../kit/id.ts'
import { errorFields, type Log } from '../kit/log.ts'
import type { ReaderManager, ReaderScan } from '../readers/port.ts'
import type { CoreOptions } from './core-options.ts'

interface Options {
  readonly dataDir: string
  readonly clock: Clock
  readonly log: Log
  /** Has nothing open yet; it is stopped by `close`. */
  readonly manager: ReaderManager
  /** As the core is given them: the readers of the start, besides those that the station remembers. */
  readonly stationId?: CoreOptions['stationId']
  readonly readers?: CoreOptions['readers']
  /** After it is on the disk; `not_recorded` where it could not be kept, and must be written on paper. */
  readonly onScan: (answer: DoorAnswer) => void
}

export type DoorAnswer = ScanOutcome

export interface WaitingStation {
  /** Scans that wait to be entered, those of earlier runs too. */
  kept(): number
  /** Lets go of readers, queue and folder, so that the core can have them. Safe to call twice. */
  close(): Promise<void>
}

/** Undefined where this station never reached a record, so that it knows neither readers nor anybody, and where another Sentinel has the folder. */
export async function openWaitingStation({ dataDir, clock, log, manager, onScan, ...options }: Options): Promise<WaitingStation | undefined> {
  const root = resolveDataDir(dataDir)
  const folder = join(root, offlineFolder)
  const known = readStation(folder, log)
  if (known === undefined) return undefined
  const { readers = [] } = options
  const given = typeof readers === 'function' ? readers(options.stationId ?? readStationChoice(root).station ?? defaultStation) : readers
  const lock = await takeLock(root, clock.now())
  if ('heldBy' in lock) return undefined
  const { release } = lock
  const queue = await openQueue(folder, log, release)
  const nameOfStation = (id: string): string => namesOfStation(id).name
  const keeping = { queue, picture: createPicture({ folder, log, unitTime: () => known.unit }), clock, log, run: randomUUID(), nameOfStation }

  function take({ serial, stationId, readerId, readerName, at }: ReaderScan): void {
    const scanId = newId()
    try {
      onScan(keepScan(keeping, { serial, stationId, scanId, reader: readerName, actor: { kind: 'device', id: readerId, name: readerName } }, serial, scanId).outcome)
    } catch (error) {
      log.error('scan.not_recorded', { scanId, readerId, ...errorFields(error) })
      onScan(toOutcome({ scanId, serial, outcome: 'not_recorded', at, stationId, stationName: nameOfStation(stationId) }))
    }
  }
  const end = manager.onScan(take)
  manager.apply([...given, ...known.readers])
  log.info('offline.waiting', { readers: known.readers.length, kept: queue.size() })

  let closing: Promise<void> | undefined
  async function close(): Promise<void> {
    await manager.stop()
    end()
    queue.close()
    await release()
  }
  return { kept: () => queue.size(), close: () => (closing ??= close()) }
}

/** Where it cannot be opened the folder is let go of: the core must not find it taken once the server answers. */
async function openQueue(folder: string, log: Log, release: () => Promise<void>): Promise<ScanQueue> {
  try {
    return openScanQueue({ folder, log })
  } catch (error) {
    await release()
    throw error
  }
}

/** Whether the station's server answers now. @param databaseUrl undefined = the one that was chosen for the folder */
export async function answersNow({ dataDir, databaseUrl, clock }: { dataDir: string; databaseUrl: string | undefined; clock: Clock }): Promise<boolean> {
  try {
    const url = databaseUrl ?? readServerChoice(resolveDataDir(dataDir))
    if (url === undefined) return true
    await disconnect(await connectOnce(parseServerUrl(url), 'sentinel waiting'), clock)
    return true
  } catch {
    return false
  }
}
