/** Keys of devices: made once, kept as a hash, with an end (domain.md 4.22, devices). */
import { createHash, randomBytes } from 'node:crypto'
import { asc, desc, eq, sql } from 'drizzle-orm'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { gateway } from '../../../../shared/contract/gateway.ts'
import { grantsOf, isKeyScope, isNamesOnly, keyCapabilities } from '../../../../shared/contract/key-rights.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { Database } from '../../db/database.ts'
import { gatewayKey, station } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'

const dayMs = 24 * 60 * 60_000
/** How exactly the last use is kept, in ms: no request costs a write of its own. */
const lastUseEvery = 60_000

export interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
}

/** A device that showed a key which holds at this moment. */
export interface KeyGuest {
  readonly kind: 'key'
  readonly id: string
  readonly name: string
  readonly stationId: string
  readonly scopes: readonly string[]
  readonly grants: ReadonlySet<string>
  readonly namesOnly: boolean
}

/** 256 random bits after a prefix that says what it is, to people and to whoever scans for lost secrets. */
export const newSecret = (prefix: 'sdk' | 'sds'): string => `${prefix}_${randomBytes(32).toString('base64url')}`
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export function createKeys({ database, clock, hub, log }: Dependencies) {
  const lastUses = new Map<string, number>()

  function noteUse(id: string): void {
    const now = clock.monotonic()
    if (now - (lastUses.get(id) ?? Number.NEGATIVE_INFINITY) < lastUseEvery) return
    lastUses.set(id, now)
    void database
      .transaction((tx) => tx.update(gatewayKey).set({ lastUsedAt: clock.now() }).where(eq(gatewayKey.id, id)))
      .catch((error: unknown) => log.warn('gateway.use_not_noted', { keyId: id, ...errorFields(error) }))
  }

  return {
    /** Read at every request, so that what an administrator takes away is gone at once. Refuses `key_wrong`, `key_revoked`, `key_expired`. */
    async identify(secret: string): Promise<KeyGuest> {
      const [row] = await database.read((tx) => tx.select().from(gatewayKey).where(eq(gatewayKey.secretHash, hashOf(secret))))
      if (row === undefined) throw refuse('key_wrong')
      if (row.revokedAt !== null) throw refuse('key_revoked')
      if (row.expiresAt <= clock.now()) throw refuse('key_expired', { date: row.expiresAt.toISOString().slice(0, 10) })
      noteUse(row.id)
      const { id, name, stationId, scopes } = row
      return { kind: 'key', id, name, stationId, scopes, grants: grantsOf(scopes), namesOnly: isNamesOnly(scopes) }
    },

    async list(): Promise<OutputOf<typeof gateway.keys>> {
      const rows = await database.read((tx) => tx.select().from(gatewayKey).orderBy(sql`${gatewayKey.revokedAt} is not null`, desc(gatewayKey.createdAt), asc(gatewayKey.id)))
      const keys = rows.map(({ id, name, scopes, stationId, createdBy, revokedBy, createdAt, expiresAt, revokedAt, lastUsedAt }) => ({
        id,
        name,
        scopes,
        stationId,
        createdBy,
        revokedBy,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        revokedAt: revokedAt?.toISOString() ?? null,
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      }))
      return { keys, rights: [...keyCapabilities] }
    },

    /** Refuses `gateway_scope_unknown`, `station_unknown`. */
    async create({ name, scopes: wanted, stationId, days }: InputOf<typeof gateway.createKey>, actor: Actor): Promise<OutputOf<typeof gateway.createKey>> {
      const scopes = [...new Set(wanted)]
      const unknown = scopes.find((scope) => !isKeyScope(scope))
      if (unknown !== undefined) throw refuse('gateway_scope_unknown', { scope: unknown })
      const secret = newSecret('sdk')
      const id = newId()
      const at = clock.now()
      const expiresAt = new Date(at.getTime() + days * dayMs)
      await database.transaction(async (tx) => {
        const [place] = await tx.select({ id: station.id }).from(station).where(eq(station.id, stationId))
        if (place === undefined) throw refuse('station_unknown', { id: stationId })
        await tx.insert(gatewayKey).values({ id, name, secretHash: hashOf(secret), scopes, stationId, createdAt: at, createdBy: actor.name, expiresAt })
        await writeAudit(tx, { at, actor, action: 'gateway_key_create', entityType: 'gateway_key', entityId: id, details: { name, scopes: scopes.join(', '), stationId, expiresAt } })
      })
      hub.emit('gateway.changed', {})
      return { key: secret, id, expiresAt: expiresAt.toISOString() }
    },

    /** Refuses `gateway_key_unknown`, `gateway_key_revoked`. */
    async revoke(keyId: string, actor: Actor): Promise<void> {
      await database.transaction(async (tx) => {
        const at = clock.now()
        const [row] = await tx.select().from(gatewayKey).where(eq(gatewayKey.id, keyId)).for('update')
        if (row === undefined) throw refuse('gateway_key_unknown')
        if (row.revokedAt !== null) throw refuse('gateway_key_revoked')
        await tx.update(gatewayKey).set({ revokedAt: at, revokedBy: actor.name }).where(eq(gatewayKey.id, keyId))
        await writeAudit(tx, { at, actor, action: 'gateway_key_revoke', entityType: 'gateway_key', entityId: keyId, details: { name: row.name } })
      })
      hub.emit('gateway.changed', {})
    },
  }
}
