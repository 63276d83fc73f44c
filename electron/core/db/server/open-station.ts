/** Opens a station whose record is on a server: its own folder still holds musters and asked-for reports, and belongs to one Sentinel only. */
import { mkdirSync } from 'node:fs'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import type { Database } from '../database.ts'
import { takeLock } from '../lock.ts'
import { OpenFailure } from '../open-failure.ts'
import { serverChoicePath } from '../server-choice.ts'
import { AddressError, parseServerUrl, type ServerAddress } from './address.ts'
import { openServer } from './open-server.ts'

interface StationOptions {
  /** The station's folder, as `resolveDataDir` gives it. */
  readonly root: string
  readonly url: string
  readonly clock: Clock
  readonly log: Log
  readonly appVersion: string
  readonly stationId: string
  readonly onProgress?: (step: 'lock' | 'open' | 'migrate' | 'ready') => void
}

/** Rejects with an OpenFailure: as `openServer`, and `in_use` or `server_address`. */
export async function openStation({ root, url, clock, log, appVersion, stationId, onProgress = () => {} }: StationOptions): Promise<Database> {
  const address = addressOf(url, root)
  onProgress('lock')
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const lock = await takeLock(root, clock.now())
  if ('heldBy' in lock) throw new OpenFailure('in_use', { dataDir: root, pid: lock.heldBy?.pid ?? '?', since: lock.heldBy?.since ?? '?' })
  try {
    return await openServer({ address, clock, log, appVersion, stationId, onProgress, onClosed: lock.release })
  } catch (error) {
    await lock.release()
    throw error
  }
}

function addressOf(url: string, root: string): ServerAddress {
  try {
    return parseServerUrl(url)
  } catch (error) {
    if (!(error instanceof AddressError)) throw error
    throw new OpenFailure('server_address', { reason: error.message, settings: serverChoicePath(root) }, error)
  }
}
