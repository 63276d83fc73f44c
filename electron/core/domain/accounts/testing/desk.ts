/** A desk with its first administrator, for tests. */
import type { Caller } from '../../../../../shared/domain/access.ts'
import { displayNames, searchNameOf } from '../../../../../shared/domain/names.ts'
import { eq } from 'drizzle-orm'
import type { SentinelEvents } from '../../../../../shared/contract/index.ts'
import { badge, member, rank } from '../../../db/schema/index.ts'
import { createTestDatabase } from '../../../db/testing/test-database.ts'
import { createFakeClock } from '../../../kit/clock.ts'
import { createHub } from '../../../kit/hub.ts'
import { newId } from '../../../kit/id.ts'
import { silentLog } from '../../../kit/log.ts'
import { createAccountsService } from '../service.ts'
import type { ArrivalTaker } from '../sign-in.ts'

export const adminBadge = 'AA00000001'
export const adminPin = '472905'
const window: Caller = { kind: 'desk', id: 'desk', stationId: 'desk', scopes: ['display', 'device'], person: null, level: 0, liveDds: false }

const nobodyMoves: ArrivalTaker = { lock: async () => {}, take: async () => null }

/** @param arrivals who is inside is another feature's: its tests bring it along */
export async function createAccountsDesk(arrivals = nobodyMoves) {
  const database = await createTestDatabase()
  const clock = createFakeClock('2026-11-24T01:00:00.000Z')
  const hub = createHub<SentinelEvents>(silentLog)
  const open = () => createAccountsService({ database, clock, hub, log: silentLog, stationId: 'desk', isLiveDds: () => false, arrivals })
  const accounts = open()
  await accounts.start()
  const [s1] = await database.read((tx) => tx.select().from(rank).where(eq(rank.code, 'S1')))
  return {
    database,
    clock,
    hub,
    accounts,
    /** A second service on the same database, as after a restart. */
    open,
    window,
    /** The caller of the desk as it is now. */
    caller: (): Caller => accounts.rightsOf(window),
    setUp: () => accounts.setUp({ unit: { name: 'HMCS Test', zone: 'America/Winnipeg', rollover: '03:00' }, administrator: { serviceNumber: 'V100001', rank: 'PO1', firstName: 'Ada', lastName: 'Boss' }, serial: adminBadge, pin: adminPin }, window),
    async enlist(lastName: string, serial: string | null): Promise<string> {
      const id = newId()
      const at = clock.now()
      const names = { lastName, firstName: 'Test' }
      await database.transaction(async (tx) => {
        await tx.insert(member).values({ id, serviceNumber: `V${id.replace(/\D/g, '').slice(0, 8).padEnd(8, '0')}`, rankId: s1?.id ?? '', ...names, displayName: displayNames([{ id, rank: 'S1', ...names }]).get(id) ?? '', searchName: searchNameOf(names), memberType: 'class_a', status: 'active', source: 'nominal_roll', createdAt: at, updatedAt: at })
        if (serial !== null) await tx.insert(badge).values({ id: newId(), serial, status: 'active', memberId: id, createdAt: at, updatedAt: at })
      })
      return id
    },
    close: () => database.close(),
  }
}

export type AccountsDesk = Awaited<ReturnType<typeof createAccountsDesk>>
