/**
 * What an administrator planned about where the record is, carried out at the start and before anything is opened (issue 8.1,
 * decision 027). Killed at any point, the next start finds out how far it came and ends it; a record that may be on the server is
 * never opened in the folder.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { MoveWay } from '../../../shared/domain/server-move.ts'
import { kindOfError } from '../db/errors.ts'
import { resolveDataDir } from '../db/folder.ts'
import { OpenFailure } from '../db/open-failure.ts'
import { cancelRestore, readRestored, readStaged } from '../db/restore.ts'
import { kindOfServerError } from '../db/server/errors.ts'
import { readServerChoice, serverChoicePath } from '../db/server-choice.ts'
import { NotTheSame, type Carried } from '../db/transfer/load.ts'
import { lookAtServer } from '../db/transfer/look.ts'
import { endMove, moveFilePath, noteCarried, readMovePlan, type EndedMove, type MovePlan } from '../db/transfer/move-file.ts'
import { NotMovable, takeMoveLock, takePlace } from '../db/transfer/move.ts'
import { readMoved, writeMoved } from '../db/transfer/moved.ts'
import { withServer } from '../db/transfer/with-server.ts'
import { offlineFolder, openScanQueue } from '../domain/offline/scan-queue.ts'
import type { Clock } from '../kit/clock.ts'
import { errorFields, type Log } from '../kit/log.ts'
import { carryRecord, chooseServer, lockFolder } from './carry-record.ts'

export interface Moving {
  readonly way: MoveWay
  /** Of the rows, 0 to 1; null = not known yet. */
  readonly share: number | null
}

interface Options {
  readonly dataDir: string
  /** Address that this start was given; then nothing is carried out: it goes before what is chosen for the folder. */
  readonly databaseUrl: string | undefined
  readonly version: string
  readonly clock: Clock
  readonly log: Log
  readonly onMoving?: ((moving: Moving) => void) | undefined
}

/** What was found otherwise than it was when it was planned. Nothing was changed. */
class Outdated extends Error {
  readonly kind: string

  constructor(kind: 'no_desk_here' | 'on_server_already' | 'own_desk' | 'not_on_server' | 'record_moved' | 'nothing_here' | 'station_connected' | 'scans_kept') {
    super(`the plan does not fit any more: ${kind}`)
    this.kind = kind
  }
}

/**
 * Carries out what is planned, and keeps how it ended. A plan that fails changes nothing, and the desk opens as before.
 * Rejects with an OpenFailure where the desk must not be opened now: `in_use`, `move_unknown`.
 */
export async function carryOutPlan({ dataDir, databaseUrl, version, clock, log, onMoving = () => {} }: Options): Promise<void> {
  const root = resolveDataDir(dataDir)
  const plan = databaseUrl === undefined ? readMovePlan(root) : null
  if (plan === null) return
  const { way } = plan
  log.info('move.began', { way })
  onMoving({ way, share: null })
  try {
    const carried = await carryOut(plan, { root, version, clock, log, onRows: (done, all) => onMoving({ way, share: all === 0 ? null : done / all }) })
    endMove(root, plan, { carried, problem: null }, clock.now())
    log.info('move.ended', { way })
  } catch (error) {
    log.error('move.failed', { way, ...errorFields(error) })
    if (error instanceof OpenFailure && (error.kind === 'in_use' || error.kind === 'move_unknown')) throw error
    endMove(root, plan, { carried: null, problem: problemOf(error) }, clock.now())
  }
}

interface Means extends Omit<Options, 'dataDir' | 'databaseUrl' | 'onMoving'> {
  readonly root: string
  readonly onRows: (done: number, all: number) => void
}

async function carryOut(plan: MovePlan, means: Means): Promise<Carried | null> {
  const { root, version, clock } = means
  const chosen = readServerChoice(root)
  const { url } = plan
  switch (plan.way) {
    case 'to':
      return carryThere(plan, url ?? '', means)
    case 'from':
      return carryBack(plan, url ?? '', means)
    case 'join': {
      if (chosen !== undefined && chosen !== url) throw new Outdated('on_server_already')
      const { desk, connected } = await lookAtServer(url ?? '', { appVersion: version, clock })
      if (desk === undefined) throw new NotMovable('no_desk')
      if (desk.version === 'newer' || desk.version === 'other') throw new NotMovable(`${desk.version}_version`)
      if (plan.station !== null && connected.includes(plan.station)) throw new Outdated('station_connected')
      chooseServer(root, url ?? undefined, plan.station ?? undefined)
      return null
    }
    case 'leave':
      // Without these there would be nothing to open.
      if (readMoved(root) !== undefined) throw new Outdated('record_moved')
      if (!existsSync(join(root, 'pgdata'))) throw new Outdated('nothing_here')
      // They were answered for the server's record, and would be entered into this one.
      if (scansKept(root, means.log) > 0) throw new Outdated('scans_kept')
      chooseServer(root, undefined, undefined)
      return null
    case 'station':
      chooseServer(root, chosen, plan.station ?? undefined)
      return null
  }
}

function scansKept(root: string, log: Log): number {
  const folder = join(root, offlineFolder)
  if (!existsSync(folder)) return 0
  const queue = openScanQueue({ folder, log })
  try {
    return queue.size()
  } finally {
    queue.close()
  }
}

async function carryThere(plan: MovePlan, url: string, { root, version, clock, log, onRows }: Means): Promise<Carried> {
  /** The server has it: the folder is marked, and the server chosen. Until both are done nothing may be opened. */
  const settle = (server: string, carried: Carried): Carried => {
    try {
      if (readMoved(root) === undefined) writeMoved(root, { to: server, at: clock.now().toISOString() })
      chooseServer(root, url, plan.station ?? undefined)
      return carried
    } catch (error) {
      throw unknown(root, server, error)
    }
  }
  if (plan.carried !== null) {
    const kept = await askWhetherKept(plan, url, root, version)
    if (kept !== undefined) return settle(kept.server, kept.carried)
    noteCarried(root, plan, null)
  }
  if (readServerChoice(root) !== undefined) throw new Outdated('on_server_already')
  if (!existsSync(join(root, 'pgdata'))) throw new Outdated('no_desk_here')
  let isOnItsWay = false
  const beforeKept = (carried: Carried): void => {
    noteCarried(root, plan, carried)
    isOnItsWay = true
  }
  try {
    return await carryRecord({ root, way: 'to', url, by: plan.by, id: plan.id, station: plan.station ?? undefined, version, log, clock, onRows, beforeKept })
  } catch (error) {
    // Whether COMMIT came through is asked of the server itself.
    const kept = isOnItsWay ? await askWhetherKept(plan, url, root, version) : undefined
    if (kept === undefined) throw error
    return settle(kept.server, kept.carried)
  }
}

async function carryBack(plan: MovePlan, url: string, { root, version, clock, log, onRows }: Means): Promise<Carried | null> {
  const isHere = (): boolean => readStaged(root)?.id === plan.id || readRestored(root)?.id === plan.id
  if (isHere()) {
    const lock = await lockFolder(root, clock)
    try {
      takePlace(root, clock.now())
    } finally {
      await lock.release()
    }
    chooseServer(root, undefined, undefined)
    return plan.carried
  }
  if (readServerChoice(root) !== url) throw new Outdated('not_on_server')
  if (existsSync(join(root, 'pgdata')) && readMoved(root) === undefined) throw new Outdated('own_desk')
  try {
    return await carryRecord({ root, way: 'from', url, by: plan.by, id: plan.id, version, log, clock, onRows, beforeKept: (carried) => noteCarried(root, plan, carried) })
  } catch (error) {
    // What waits to take the folder's place must not do so once this was said to have failed.
    if (readStaged(root)?.id === plan.id) cancelRestore(root)
    throw error
  }
}

/** What the server's own trail says of this plan; undefined = the server has nothing of it, and never will. Throws an OpenFailure `move_unknown` where it cannot be asked. */
async function askWhetherKept(plan: MovePlan, url: string, root: string, version: string): Promise<{ server: string; carried: Carried } | undefined> {
  try {
    return await withServer(url, version, async (client, server) => {
      const run = async (text: string) => (await client.query<Record<string, unknown>>(text)).rows
      await run('begin')
      // Whoever is still at it on the server ends first.
      await takeMoveLock(run)
      const [found] = await run(`select to_regclass('public.audit') is not null as "hasTrail"`)
      if (found?.['hasTrail'] !== true) return undefined
      const { rows } = await client.query(`select from audit where action = 'database_move' and entity_id = $1`, [plan.id])
      return rows.length === 0 ? undefined : { server, carried: plan.carried ?? { tables: 0, rows: 0 } }
    })
  } catch (error) {
    throw unknown(root, plan.url === null ? '?' : serverOf(error), error)
  }
}

const serverOf = (error: unknown): string => (error instanceof OpenFailure && typeof error.facts['server'] === 'string' ? error.facts['server'] : '?')

function unknown(root: string, server: string, error: unknown): OpenFailure {
  const reason = error instanceof OpenFailure ? String(error.facts['reason'] ?? error.kind) : error instanceof Error ? error.message : '?'
  return new OpenFailure('move_unknown', { server, reason, plan: moveFilePath(root), settings: serverChoicePath(root) }, error)
}

/** What is kept of why it failed; words for it are in shared/i18n/refusals-of/server.ts. */
function problemOf(error: unknown): NonNullable<EndedMove['problem']> {
  if (error instanceof OpenFailure) return { kind: error.kind, facts: { ...error.facts } }
  if (error instanceof NotMovable) return { kind: error.problem, facts: { ...error.facts } }
  if (error instanceof Outdated) return { kind: error.kind, facts: {} }
  if (error instanceof NotTheSame) return { kind: 'not_same', facts: {} }
  if (kindOfServerError(error, { reads: false }) === 'lost') return { kind: 'server_away', facts: { reason: error instanceof Error ? error.message : '?' } }
  if (kindOfServerError(error, { reads: false }) === 'busy') return { kind: 'server_busy', facts: {} }
  return { kind: kindOfError(error) === 'disk_full' ? 'no_room' : 'failed', facts: {} }
}
