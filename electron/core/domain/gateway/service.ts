/** The gateway's settings, its certificate, and whether it runs (issue 8.3). What serves it is the host's. */
import { networkInterfaces } from 'node:os'
import * as v from 'valibot'
import { GatewaySettings, type gateway } from '../../../../shared/contract/gateway.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import { defaultGatewaySettings } from '../../../../shared/domain/key-scopes.ts'
import type { Tx } from '../../db/database.ts'
import { errorFields } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { readDocuments, saveDocument } from '../settings/document.ts'
import { changesOf } from '../settings/salvage.ts'
import type { Dependencies } from './keys.ts'
import type { GatewayServer } from './server.ts'

type State = OutputOf<typeof gateway.state>
type Settings = State['settings']

const key = 'gateway'
const problems: Readonly<Record<string, State['problem']>> = { EADDRINUSE: 'port_taken', EACCES: 'port_taken', EADDRNOTAVAIL: 'address_gone', NO_CERTIFICATE: 'certificate' }

/** What is stored and cannot be used opens nothing. */
async function read(tx: Tx): Promise<{ settings: Settings; version: number }> {
  const { value, version } = (await readDocuments(tx, [key]))[key]
  const stored = v.safeParse(GatewaySettings, value)
  return { settings: stored.success ? stored.output : defaultGatewaySettings, version }
}

const isEverywhere = (address: string): boolean => address === '0.0.0.0' || address === '::'

/** Addresses of this PC on networks, IPv4 first. */
function ownAddresses(): { address: string; network: string }[] {
  const all = Object.entries(networkInterfaces()).flatMap(([network, found = []]) => found.filter(({ internal, address }) => !internal && !address.startsWith('fe80')).map(({ address, family }) => ({ address, network, family })))
  return all.sort((a, b) => a.family.localeCompare(b.family)).map(({ address, network }) => ({ address, network }))
}

const urlOf = (address: string, port: number): string => `https://${address.includes(':') ? `[${address}]` : address}:${port}`

/** @param server undefined = this host opens none */
export function createGatewayService({ database, clock, hub, log, server }: Dependencies & { readonly server: GatewayServer | undefined }) {
  let running: Settings | undefined
  let problem: State['problem'] = null
  let work: Promise<unknown> = Promise.resolve()

  async function bring(wanted: Settings): Promise<void> {
    if (server === undefined) return
    if (running !== undefined && running.address === wanted.address && running.port === wanted.port && wanted.enabled) return
    await server.stop()
    running = undefined
    problem = null
    if (!wanted.enabled) return
    try {
      await server.start(wanted)
      running = wanted
      log.info('gateway.listening', { address: wanted.address, port: wanted.port })
    } catch (error) {
      problem = problems[(error as { code?: string }).code ?? ''] ?? 'failed'
      log.error('gateway.not_started', { address: wanted.address, port: wanted.port, ...errorFields(error) })
    }
  }
  /** One after the other: two saves must not start it twice. */
  const apply = (): Promise<unknown> => (work = work.then(async () => bring((await database.read(read)).settings)).catch((error: unknown) => log.error('gateway.not_applied', errorFields(error))))

  const demand = (): GatewayServer => {
    if (server === undefined) throw refuse('gateway_none')
    return server
  }
  async function noteCertificate({ fingerprint }: { fingerprint: string }, actor: Actor): Promise<void> {
    await database.transaction((tx) => writeAudit(tx, { at: clock.now(), actor, action: 'gateway_certificate', entityType: 'gateway', entityId: null, details: { fingerprint } }))
    hub.emit('gateway.changed', {})
  }

  return {
    /** Opens it where the settings say so. Never rejects: a desk whose port is taken opens all the same. */
    begin: apply,
    async stop(): Promise<void> {
      await work
      await server?.stop()
    },
    async state(): Promise<State> {
      const { settings, version } = await database.read(read)
      const addresses = ownAddresses()
      const certificate = server?.certificate() ?? null
      const reached = running === undefined ? [] : isEverywhere(running.address) ? ['localhost', ...addresses.map(({ address }) => address)] : [running.address]
      return {
        available: server !== undefined,
        settings,
        version,
        listening: running !== undefined,
        problem,
        urls: reached.map((address) => urlOf(address, running?.port ?? 0)),
        listeners: server?.listeners() ?? 0,
        certificate: certificate === null ? null : { ...certificate, names: [...certificate.names], validUntil: certificate.validUntil.toISOString() },
        addresses,
      }
    },
    /** Refuses `gateway_none`, `setting_changed`. */
    async configure({ basedOn, settings }: InputOf<typeof gateway.configure>, actor: Actor): Promise<{ version: number }> {
      demand()
      const version = await database.transaction(async (tx) => {
        const at = clock.now()
        const before = await read(tx)
        if (before.version !== basedOn) throw refuse('setting_changed')
        const changes = changesOf(before.settings, settings)
        if (changes === null) return before.version
        const saved = await saveDocument(tx, { key, category: 'operations', value: settings, at }, basedOn)
        await writeAudit(tx, { at, actor, action: 'gateway_update', entityType: 'gateway', entityId: null, details: changes })
        return saved
      })
      await apply()
      hub.emit('gateway.changed', {})
      return { version }
    },
    /** Refuses `gateway_none`, and what the certificate is refused for. */
    supplyCertificate: async ({ certificate, privateKey }: InputOf<typeof gateway.supplyCertificate>, actor: Actor): Promise<void> => noteCertificate(await demand().supply(certificate, privateKey), actor),
    generateCertificate: async (actor: Actor): Promise<void> => noteCertificate(await demand().generate(), actor),
  }
}
