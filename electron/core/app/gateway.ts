/** The gateway's way into the core: who comes there, with which rights, and what they hear. SECURITY: it decides; the host that serves it only carries. */
import { join } from 'node:path'
import { contract, type SentinelEvents } from '../../../shared/contract/index.ts'
import { isAtTheDeskOnly, rightsFor } from '../../../shared/contract/key-rights.ts'
import { lookUp, type Contract, type Result } from '../../../shared/contract/kit.ts'
import { mayUse, type Caller } from '../../../shared/domain/access.ts'
import type { RefusalCode } from '../../../shared/i18n/refusals.ts'
import type { Database, DatabaseState } from '../db/database.ts'
import type { AccountsService } from '../domain/accounts/service.ts'
import { createKeys, type KeyGuest } from '../domain/gateway/keys.ts'
import type { GatewayServer } from '../domain/gateway/server.ts'
import { createGatewayService } from '../domain/gateway/service.ts'
import { createGatewaySessions, type PersonGuest } from '../domain/gateway/sessions.ts'
import type { Clock } from '../kit/clock.ts'
import type { Hub } from '../kit/hub.ts'
import type { Log } from '../kit/log.ts'
import { toPrometheusText, type Metrics } from '../kit/metrics.ts'
import type { Dispatch } from './dispatcher.ts'

export type { GatewayCertificate, GatewayServer } from '../domain/gateway/server.ts'

export type Guest = KeyGuest | PersonGuest

/** What a gateway may ask of the core. */
export interface GatewayDoor {
  readonly version: string
  /** Whose key or session this is. Refuses `key_wrong`, `key_revoked`, `key_expired`. @param isUse false = listening alone keeps no session open */
  identify(token: string, isUse?: boolean): Promise<Guest>
  /** Refuses like `accounts.signIn`. @param address of the network, where the tries come from */
  signIn(input: { serial: string; pin: string }, address: string): Promise<{ token: string; memberId: string; displayName: string; level: number }>
  signOut(token: string): Promise<void>
  /** @param requestId under which its log lines and its line of the trail are found */
  call(guest: Guest, name: string, input: unknown, requestId: string): Promise<Result<unknown, RefusalCode>>
  /** Whether this guest may use the call, or hear the event, of this name. */
  may(guest: Guest, name: string): boolean
  onEvent(listener: (name: string, payload: unknown) => void): () => void
  databaseState(): DatabaseState
  /** Figures in the text format of Prometheus; no personal data. */
  metrics(): Promise<string>
}

/** How a host opens a gateway. `folder` is for its certificate; null = it is kept in memory. */
export type OpenGateway = (door: GatewayDoor, circumstances: { readonly folder: string | null; readonly log: Log; readonly clock: Clock }) => GatewayServer

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
  readonly accounts: AccountsService
  readonly stationId: string
  readonly version: string
  readonly isLiveDds: (memberId: string) => boolean
  readonly dispatch: Dispatch
  readonly metrics: Metrics
  /** The desk's own folder; null = it has none. */
  readonly root: string | null
  readonly open: OpenGateway | undefined
}

const beyondTheDesk = { has: (name: string): boolean => !isAtTheDeskOnly(name) }

/** The rights of a guest for one call or event: a key has just those that its scopes give for it, a person those of their level and no station's. */
export function guestCaller(guest: Guest, name: string, { stationId, isLiveDds }: Pick<Dependencies, 'stationId' | 'isLiveDds'>): Caller {
  if (guest.kind === 'person') return { kind: 'remote', id: guest.id, stationId, scopes: [], person: { memberId: guest.memberId, name: guest.name }, level: guest.level, liveDds: isLiveDds(guest.memberId), only: beyondTheDesk }
  const rights = guest.grants.has(name) ? rightsFor(name) : { level: 0, scopes: [] }
  return { kind: 'key', id: guest.id, name: guest.name, stationId: guest.stationId, ...rights, person: null, liveDds: false, only: guest.grants, ...(guest.namesOnly && { namesOnly: true }) }
}

export function createGateway(dependencies: Dependencies) {
  const { database, clock, hub, log, accounts, stationId, version, dispatch, metrics, root, open } = dependencies
  const keys = createKeys({ database, clock, hub, log })
  const sessions = createGatewaySessions({ database, clock, hub, log, accounts, stationId })
  const door: GatewayDoor = {
    version,
    identify: (token, isUse) => (token.startsWith('sds_') ? sessions.identify(token, isUse) : keys.identify(token)),
    signIn: (input, address) => sessions.signIn(input, address),
    signOut: (token) => sessions.signOut(token),
    call: (guest, name, input, requestId) => dispatch(guestCaller(guest, name, dependencies), name, input, requestId),
    may(guest, name) {
      const definition = lookUp(contract as Contract, name)
      return definition !== undefined && mayUse(name, definition.needs, guestCaller(guest, name, dependencies))
    },
    onEvent: (listener) => hub.onAny(listener),
    databaseState: () => database.state(),
    metrics: async () => toPrometheusText(await metrics.collect()),
  }
  const server = open?.(door, { folder: root === null ? null : join(root, 'gateway'), log, clock })
  const sockets = metrics.gauge('sentinel_gateway_listeners', 'Open connections that hear events through the gateway.')
  metrics.beforeCollect(() => sockets.set({}, server?.listeners() ?? 0))
  const service = createGatewayService({ database, clock, hub, log, server })
  const stopListening = (['gateway.changed', 'accounts.changed', 'members.changed', 'badges.changed'] as const).map((name) => hub.on(name, () => server?.recheck()))
  return {
    keys,
    service,
    door,
    async begin(): Promise<void> {
      await sessions.start()
      await service.begin()
    },
    async stop(): Promise<void> {
      for (const stop of stopListening) stop()
      await service.stop()
    },
  }
}
