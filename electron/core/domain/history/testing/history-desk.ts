/** A desk with a clock of its own, people with badges, and both ways of moving them: for the tests of the history. */
import { eq } from 'drizzle-orm'
import { parse } from 'valibot'
import { history as contract } from '../../../../../shared/contract/history.ts'
import type { SentinelEvents } from '../../../../../shared/contract/index.ts'
import { displayNames, searchNameOf } from '../../../../../shared/domain/names.ts'
import { defaultUnitTime } from '../../../../../shared/domain/operational-day.ts'
import { badge, division, member, memberPresence, rank } from '../../../db/schema/index.ts'
import { createTestDatabase } from '../../../db/testing/test-database.ts'
import { createFakeClock } from '../../../kit/clock.ts'
import { createHub } from '../../../kit/hub.ts'
import { newId } from '../../../kit/id.ts'
import { silentLog } from '../../../kit/log.ts'
import type { Actor } from '../../audit/write.ts'
import { createPresenceService } from '../../presence/service.ts'
import { createHistoryService } from '../service.ts'

export const desk: Actor = { kind: 'member', id: newId(), name: 'S1 Desk, D', stationId: 'desk' }

type Entries = { direction: 'in' | 'out'; at: string | null }[]

export async function openHistoryDesk() {
  const database = await createTestDatabase()
  const clock = createFakeClock('2026-11-24T18:00:00.000Z')
  const hub = createHub<SentinelEvents>(silentLog)
  const events: string[] = []
  hub.onAny((name) => events.push(name))
  const shared = { database, clock, hub, unitTime: () => defaultUnitTime }
  const history = createHistoryService(shared)
  const presence = createPresenceService({ ...shared, enrolment: { take: async () => undefined } })
  const list = (input: object = {}) => history.list(parse(contract.list.input, input))
  return {
    database,
    clock,
    events,
    history,
    hub,
    presence,
    async enlist(lastName: string, { divisionCode = 'OPS', status = 'active', hasBadge = true } = {}): Promise<{ id: string; serial: string }> {
      const id = newId()
      const serial = `AB${id.replaceAll('-', '').slice(0, 8).toUpperCase()}`
      const at = clock.now()
      const names = { lastName, firstName: 'Test' }
      await database.transaction(async (tx) => {
        const [s1] = await tx.select().from(rank).where(eq(rank.code, 'S1'))
        const [own] = await tx.select().from(division).where(eq(division.code, divisionCode))
        await tx.insert(member).values({ id, serviceNumber: `V${id.replace(/\D/g, '').padEnd(9, '0').slice(0, 9)}`, rankId: s1?.id ?? '', ...names, displayName: displayNames([{ id, rank: 'S1', ...names }]).get(id) ?? '', searchName: searchNameOf(names), divisionId: own?.id ?? null, memberType: 'class_a', status, source: 'nominal_roll', createdAt: at, updatedAt: at })
        if (hasBadge) await tx.insert(badge).values({ id: newId(), serial, status: 'active', memberId: id, createdAt: at, updatedAt: at })
      })
      return { id, serial }
    },
    scan: (serial: string) => presence.scan({ serial, stationId: 'front-door', actor: { kind: 'device', id: 'reader', name: 'Reader' } }),
    hoursAgo: (hours: number): string => new Date(clock.now().getTime() - hours * 3_600_000).toISOString(),
    record: (memberId: string, entries: Entries, reason = 'forgot the badge') => history.record({ memberId, entries, reason }, desk),
    undo: (movementId: string | null, mayEnterByHand = true) => history.undo({ movementId: movementId ?? '' }, desk, mayEnterByHand),
    list,
    missed: (input: object = {}) => history.missedCheckouts(parse(contract.missedCheckouts.input, input)),
    chain: async (memberId: string) => (await list({ memberId, limit: 200 })).items.toReversed().map(({ direction, at }) => [direction, at]),
    state: async (memberId: string) => (await database.read((tx) => tx.select().from(memberPresence).where(eq(memberPresence.memberId, memberId))))[0]?.direction,
  }
}

export type HistoryDesk = Awaited<ReturnType<typeof openHistoryDesk>>
