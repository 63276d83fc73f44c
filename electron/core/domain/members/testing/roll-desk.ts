/** A desk with an empty roll, for tests of members. */
import { eq } from 'drizzle-orm'
import { parse } from 'valibot'
import { members as contract } from '../../../../../shared/contract/members.ts'
import type { SentinelEvents } from '../../../../../shared/contract/index.ts'
import { member, memberPresence, movement, station } from '../../../db/schema/index.ts'
import { createTestDatabase } from '../../../db/testing/test-database.ts'
import { createFakeClock } from '../../../kit/clock.ts'
import { createHub } from '../../../kit/hub.ts'
import { newId } from '../../../kit/id.ts'
import { silentLog } from '../../../kit/log.ts'
import { createMembersService, type MembersService } from '../service.ts'

export type RollDesk = Awaited<ReturnType<typeof openRollDesk>>

export async function openRollDesk() {
  const database = await createTestDatabase()
  const clock = createFakeClock('2026-11-23T18:00:00.000Z')
  const hub = createHub<SentinelEvents>(silentLog)
  const events: string[] = []
  hub.onAny((name, payload) => events.push(name === 'presence.changed' ? `${name} ${JSON.stringify(payload)}` : name))
  const members: MembersService = createMembersService({ database, clock, hub })
  const list = (search = '', page = 1, limit = 50) => members.list(parse(contract.list.input, { search, page, limit }))

  return {
    database,
    clock,
    events,
    members,
    hub,
    list,
    names: async (search = ''): Promise<string[]> => (await list(search)).members.map(({ displayName }) => displayName),
    async byNumber(serviceNumber: string) {
      const [row] = await database.read((tx) => tx.select().from(member).where(eq(member.serviceNumber, serviceNumber)))
      if (row === undefined) throw new Error(`nobody has ${serviceNumber}`)
      return row
    },
    async comeIn(memberId: string): Promise<void> {
      const at = clock.now()
      const movementId = newId()
      await database.transaction(async (tx) => {
        await tx.insert(station).values({ id: 'front-door', name: 'Front door', createdAt: at }).onConflictDoNothing()
        await tx.insert(movement).values({ id: movementId, memberId, direction: 'in', at, recordedAt: at, stationId: 'front-door', method: 'badge' })
        await tx.insert(memberPresence).values({ memberId, direction: 'in', at, recordedAt: at, movementId, stationId: 'front-door' })
      })
    },
  }
}
