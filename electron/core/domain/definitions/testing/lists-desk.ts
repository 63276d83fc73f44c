/** A desk's lists for a test, with members who carry what stands on them. */
import { asc, eq } from 'drizzle-orm'
import type { SentinelEvents } from '../../../../../shared/contract/index.ts'
import type { ListName } from '../../../../../shared/domain/definitions.ts'
import { audit, member, memberTag, qualificationGrant, rank } from '../../../db/schema/index.ts'
import { createTestDatabase } from '../../../db/testing/test-database.ts'
import { createFakeClock } from '../../../kit/clock.ts'
import { createHub } from '../../../kit/hub.ts'
import { newId } from '../../../kit/id.ts'
import { silentLog } from '../../../kit/log.ts'
import { Refusal } from '../../../kit/refusal.ts'
import type { Actor } from '../../audit/write.ts'
import { createDefinitionsService } from '../service.ts'

export const actor: Actor = { kind: 'admin', id: 'a', name: 'PO1 Admin, A', stationId: 'desk' }
/** What an item may go without. */
export const words = { nameFr: null, description: null }
export const chip = { chipVariant: 'solid', chipColor: 'default' } as const

/** The code and the details of a refusal; anything else that was thrown as it is. */
export async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  const error: unknown = await act.then(
    () => 'no refusal',
    (thrown: unknown) => thrown,
  )
  return error instanceof Refusal ? [error.code, error.details] : error
}

export type ListsDesk = Awaited<ReturnType<typeof openListsDesk>>

export async function openListsDesk() {
  const database = await createTestDatabase()
  const clock = createFakeClock('2026-11-23T18:00:00.000Z')
  const hub = createHub<SentinelEvents>(silentLog)
  const events: string[] = []
  hub.onAny((name, payload) => events.push(name === 'presence.changed' ? `${name} ${JSON.stringify(payload)}` : name))
  const definitions = createDefinitionsService({ database, clock, hub })
  const audits = () => database.read((tx) => tx.select({ action: audit.action, entityType: audit.entityType, entityId: audit.entityId, actorId: audit.actorId, details: audit.details }).from(audit).orderBy(asc(audit.seq)))
  return {
    database,
    clock,
    events,
    definitions,
    audits,
    /** Everything an administrator could see of the lists, and the trail: what a refusal must leave alone. */
    everything: async () => ({ lists: await definitions.read(), audits: await audits() }),
    usageOf: async (list: ListName): Promise<Record<string, number>> => Object.fromEntries((await definitions.usage({ list })).usage.map(({ key, count }) => [key, count])),

    /** The id of the item with this name or code. */
    async idOf(list: 'tags' | 'qualificationTypes' | 'listItems' | 'divisions', name: string): Promise<string> {
      const row = (await definitions.read())[list].find((item) => item.name === name || ('code' in item && item.code === name))
      if (row === undefined) throw new Error(`no ${name}`)
      return row.id
    },

    async enlist(values: Partial<typeof member.$inferInsert> = {}, rankCode = 'S1'): Promise<string> {
      const id = newId()
      const at = clock.now()
      await database.transaction(async (tx) => {
        const [rankRow] = await tx.select({ id: rank.id }).from(rank).where(eq(rank.code, rankCode))
        const name = { lastName: 'Roy', firstName: 'Alex', displayName: 'S1 Roy, A', searchName: 'roy alex' }
        await tx.insert(member).values({ id, serviceNumber: `V${id.slice(0, 8)}`, rankId: rankRow?.id ?? '', memberType: 'class_a', status: 'active', source: 'nominal_roll', ...name, createdAt: at, updatedAt: at, ...values })
      })
      return id
    },

    async grant(memberId: string, typeId: string, values: Partial<typeof qualificationGrant.$inferInsert> = {}): Promise<void> {
      await database.transaction((tx) => tx.insert(qualificationGrant).values({ id: newId(), memberId, typeId, source: 'manual', grantedAt: clock.now(), grantedBy: 'x', ...values }))
    },

    async giveTag(memberId: string, tagId: string): Promise<void> {
      await database.transaction((tx) => tx.insert(memberTag).values({ memberId, tagId, createdAt: clock.now() }))
    },
  }
}
