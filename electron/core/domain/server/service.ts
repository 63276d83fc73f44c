/** Where this PC's record is, as an administrator sees and changes it (issue 8.1, decision 027). What is planned here is carried out by app/planned-move.ts. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { server } from '../../../../shared/contract/server.ts'
import type { Caller } from '../../../../shared/domain/access.ts'
import type { AuditAction } from '../../../../shared/domain/audit-actions.ts'
import type { MoveWay } from '../../../../shared/domain/server-move.ts'
import type { Database } from '../../db/database.ts'
import { OpenFailure, type OpenFailureFacts } from '../../db/open-failure.ts'
import { describeUrl, parseServerUrl, type ServerAddress } from '../../db/server/address.ts'
import { kindOfServerError } from '../../db/server/errors.ts'
import { whyNotOpened } from '../../db/server/why-not-opened.ts'
import { encryptionOf, lookAtServer, type ServerFound } from '../../db/transfer/look.ts'
import { cancelMove, noteTold, planMove, readEndedMove, readMovePlan, type EndedMove } from '../../db/transfer/move-file.ts'
import { readMoved } from '../../db/transfer/moved.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { refuse, toRefused } from '../../kit/refusal.ts'
import { actorOf, writeAudit, type Actor, type AuditDetails } from '../audit/write.ts'
import { ownerOf, takeOwnSettings } from '../settings/own-setting.ts'
import { refusalOf } from './problems.ts'

type Contract = typeof server
type State = OutputOf<Contract['state']>

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
  readonly version: string
  /** The desk's own folder; null = it has none. */
  readonly root: string | null
  /** Address of the server that holds the record; undefined = the folder does. */
  readonly url: string | undefined
  /** It was given to this start, or chosen for the folder. */
  readonly isGivenAtStart: boolean
  readonly stationId: string
  readonly isStationGivenAtStart: boolean
  /** Scans that wait for the server. */
  readonly scansKept: () => number
  /** Refuses `not_signed_in`, `sign_in_wrong`, `sign_in_wait`, `sign_in_locked`. */
  readonly provePin: (caller: Caller, pin: string) => Promise<void>
}

export type ServerService = ReturnType<typeof createServerService>

/** What a move that carries nothing by itself, or that failed, is called in the trail; what was carried has told it itself. */
const told: Readonly<Record<MoveWay, AuditAction | null>> = { to: null, from: null, join: 'database_join', leave: 'database_leave', station: 'database_station' }

export function createServerService({ database, clock, hub, log, version, root, url, isGivenAtStart, stationId, isStationGivenAtStart, scansKept, provePin }: Dependencies) {
  const address = url === undefined ? undefined : parseServerUrl(url)

  const need = (): string => {
    if (root === null) throw refuse('move_no_folder')
    return root
  }
  const record = (actor: Actor, action: AuditAction, entityId: string | null, details: AuditDetails): Promise<void> =>
    database.transaction((tx) => writeAudit(tx, { at: clock.now(), actor, action, entityType: 'database', entityId, details }))

  /** What is there, or a refusal that says why that cannot be known. */
  async function look(given: string): Promise<ServerFound> {
    try {
      return await lookAtServer(given, { appVersion: version, clock })
    } catch (error) {
      const failure = notReached(error, given)
      if (failure === undefined) throw error
      log.warn('server.not_reached', { kind: failure.kind })
      throw refuse(refusalOf(failure.kind), { ...failure.facts })
    }
  }

  /** What waits in the folder besides. */
  function folderState(): State['folder'] {
    if (root === null || !existsSync(join(root, 'pgdata'))) return 'nothing'
    return readMoved(root) === undefined ? 'record' : 'moved'
  }

  /** Null = it does not answer. */
  const serverVersion = (): Promise<string | null> =>
    database
      .read(async (tx) => ((await tx.execute(sql`select split_part(current_setting('server_version'), ' ', 1) as version`)) as unknown as { rows: { version: string }[] }).rows[0]?.version ?? null)
      .catch(() => null)

  async function refuseUnfit(input: InputOf<Contract['plan']>): Promise<void> {
    if (isGivenAtStart) throw refuse('move_given_at_start')
    if ('station' in input && isStationGivenAtStart && input.station !== stationId) throw refuse('move_station_given', { station: stationId })
    if (input.way === 'station') return
    if (input.way === 'to' || input.way === 'join') {
      if (url !== undefined) throw refuse('move_on_server_already')
      const { holds, desk, connected } = await look(input.url)
      if (input.way === 'to') {
        if (holds !== 'empty') throw refuse('move_not_empty')
        return
      }
      if (desk === undefined) throw refuse('move_no_desk')
      if (desk.version === 'newer' || desk.version === 'other') throw refuse(`move_${desk.version}_version`)
      if (connected.includes(input.station)) throw refuse('move_station_connected', { station: input.station })
      return
    }
    if (url === undefined) throw refuse('move_not_on_server')
    const folder = folderState()
    if (input.way === 'leave') {
      if (folder !== 'record') throw refuse(folder === 'moved' ? 'move_record_moved' : 'move_nothing_here')
      if (scansKept() > 0) throw refuse('move_scans_kept')
      return
    }
    if (folder === 'record') throw refuse('move_own_desk')
    const { connected, desk } = await look(url)
    if (desk?.version !== 'same') throw refuse('move_other_version')
    const others = connected.filter((code) => code !== stationId)
    if (others.length > 0) throw refuse('move_stations_open', { stations: others.join(', ') })
  }

  return {
    async state(): Promise<State> {
      const plan = root === null ? null : readMovePlan(root)
      const ended = root === null ? null : readEndedMove(root)
      return {
        available: root !== null,
        server: address === undefined ? null : { ...placeOf(address), encryption: encryptionOf(address), version: await serverVersion() },
        isGivenAtStart,
        station: stationId,
        isStationGivenAtStart,
        folder: folderState(),
        planned: plan === null ? null : { way: plan.way, server: plan.url === null ? null : describeUrl(plan.url), station: plan.station, at: plan.at, by: plan.by.name },
        ended: ended === null ? null : wordsOf(ended),
      }
    },

    async check({ url: given }: InputOf<Contract['check']>): Promise<OutputOf<Contract['check']>> {
      const { desk, ...found } = await look(given)
      return { ...placeOf(parseServerUrl(given)), ...found, connected: [...found.connected], desk: desk === undefined ? null : { ...desk, stations: [...desk.stations] } }
    },

    async plan(input: InputOf<Contract['plan']>, caller: Caller): Promise<void> {
      const folder = need()
      await provePin(caller, input.pin)
      await refuseUnfit(input)
      const by = actorOf(caller)
      const target = 'url' in input ? input.url : input.way === 'station' ? null : (url ?? null)
      const station = 'station' in input ? input.station : null
      // The trail first: what cannot be written there is not done.
      await database.transaction(async (tx) => {
        const at = clock.now()
        await writeAudit(tx, { at, actor: by, action: 'database_plan', entityType: 'database', entityId: null, details: { name: target === null ? null : describeUrl(target), reason: input.way, ...(station !== null && { after: { stationId: station } }) } })
        // Under its new code the PC has its readers and its kiosk all the same; a move takes them along by itself.
        if (input.way === 'station') await takeOwnSettings(tx, ownerOf(database, stationId), ownerOf(database, input.station), at)
      })
      planMove(folder, { way: input.way, url: target, station, by }, clock.now())
      log.info('move.planned', { way: input.way })
      hub.emit('server.planned', {})
    },

    async cancel(_input: InputOf<Contract['cancel']>, caller: Caller): Promise<void> {
      const folder = need()
      const plan = readMovePlan(folder)
      if (plan === null || !cancelMove(folder)) throw refuse('move_none_planned')
      await record(actorOf(caller), 'database_plan_cancel', null, { name: plan.url === null ? null : describeUrl(plan.url), reason: plan.way })
    },

    /** Once at the start: how a planned move ended is written into the trail of what is used now. Never rejects. */
    async begin(): Promise<void> {
      if (root === null) return
      try {
        const ended = readEndedMove(root)
        if (ended === null || ended.told) return
        const action = ended.problem === null ? told[ended.way] : 'database_move_fail'
        if (action !== null) await record(ended.by as Actor, action, ended.id, { name: ended.server, reason: ended.problem?.kind ?? ended.way, ...(ended.station !== null && { after: { stationId: ended.station } }) })
        noteTold(root)
      } catch (error) {
        log.error('move.not_told', errorFields(error))
      }
    },
  }
}

/** What went wrong between the first connection and the last answer is the server's matter too; undefined = it is ours. */
function notReached(error: unknown, url: string): { readonly kind: string; readonly facts: OpenFailureFacts } | undefined {
  if (error instanceof OpenFailure) return error
  const kind = kindOfServerError(error, { reads: true })
  if (kind === 'busy') return { kind: 'server_busy', facts: {} }
  // It holds tables of somebody else's, which may not be read.
  return kind === 'lost' || (error as { code?: unknown }).code === '42501' ? whyNotOpened(error, { server: describeUrl(url) }) : undefined
}

const placeOf = ({ host, port, database, user }: ServerAddress): { host: string; port: number; database: string; user: string } => ({ host, port, database, user })

const wordsOf = ({ way, server: name, station, at, by, carried, problem }: EndedMove): NonNullable<State['ended']> => ({
  way,
  server: name,
  station,
  at,
  by: by.name,
  carried,
  problem: problem === null ? null : toRefused(refusalOf(problem.kind), { ...problem.facts }),
})
