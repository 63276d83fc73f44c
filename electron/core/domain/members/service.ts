/** The members of the roll: who they are (domain.md 4.6). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { members } from '../../../../shared/contract/members.ts'
import { eq } from 'drizzle-orm'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { foldServiceNumber } from '../../../../shared/domain/service-number.ts'
import { defaultUnitTime, operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database, Tx } from '../../db/database.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import { member } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { refuse } from '../../kit/refusal.ts'
import type { Actor } from '../audit/write.ts'
import { readCarried } from '../qualifications/carried.ts'
import { archiveMember, restoreMember } from './archive.ts'
import { readProfile } from './profile.ts'
import { countMembers, readHiddenStatuses, readMemberPage } from './queries.ts'
import { bulkUpdateMembers, createMember, updateMember } from './write.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly unitTime?: () => UnitTime
}

export type MembersService = ReturnType<typeof createMembersService>

/** Shown as soon: a contract that ends within these days. */
const soonDays = 30

export function createMembersService({ database, clock, hub, unitTime = () => defaultUnitTime }: Dependencies) {
  /** One act, then everybody is told: names, ranks and divisions stand on every screen. */
  const act = async <T>(run: (tx: Tx, at: Date) => Promise<T>): Promise<T> => {
    const { result, revision } = await database.transaction(async (tx) => ({ result: await run(tx, clock.now()), revision: await bumpPresenceRevision(tx) }))
    hub.emit('members.changed', {})
    hub.emit('presence.changed', { revision })
    return result
  }

  return {
    /** One page. Below administrator: the nominal roll without hidden statuses, whatever was asked (4.6.1). */
    list: (asked: InputOf<typeof members.list>, { isAdmin }: { isAdmin: boolean } = { isAdmin: true }): Promise<OutputOf<typeof members.list>> =>
      database.read(async (tx) => {
        const at = clock.now()
        const today = operationalDate(at, unitTime())
        const now = { at, today, soon: addDays(today, soonDays) }
        const input = isAdmin ? asked : { ...asked, scope: 'nominal_roll' as const, includeHidden: false, statuses: await withoutHidden(tx, asked.statuses) }
        const total = await countMembers(tx, input, now)
        const rows = await readMemberPage(tx, input, now)
        const carriedBy = await readCarried(tx, rows.map(({ id }) => id), at)
        return {
          members: rows.map(({ divisionCode, divisionName, ...row }) => ({
            ...row,
            ...carriedBy(row.id),
            division: divisionCode === null ? null : { code: divisionCode, name: divisionName ?? divisionCode },
          })),
          total,
          page: input.page,
          limit: input.limit,
          totalPages: Math.ceil(total / input.limit),
        }
      }),

    /** Refuses `member_unknown`. */
    get: (memberId: string): Promise<OutputOf<typeof members.get>> => database.read((tx) => readProfile(tx, memberId, clock.now())),

    /** Refuses `member_unknown`. */
    byServiceNumber: (typed: string): Promise<OutputOf<typeof members.byServiceNumber>> =>
      database.read(async (tx) => {
        const [row] = await tx.select({ id: member.id, displayName: member.displayName }).from(member).where(eq(member.serviceNumber, foldServiceNumber(typed)))
        if (row === undefined) throw refuse('member_unknown')
        return row
      }),

    /** Refuses what `createMember` refuses. */
    create: (input: InputOf<typeof members.create>, actor: Actor) => act((tx, at) => createMember(tx, input, actor, at)),
    /** Refuses what `updateMember` refuses. */
    update: (input: InputOf<typeof members.update>, actor: Actor) => act((tx, at) => updateMember(tx, input, actor, at)),
    /** Refuses what `bulkUpdateMembers` refuses. */
    bulkUpdate: (input: InputOf<typeof members.bulkUpdate>, actor: Actor) => act(async (tx, at) => ({ changed: await bulkUpdateMembers(tx, input, actor, at) })),
    /** Refuses what `archiveMember` refuses. */
    archive: (memberId: string, actor: Actor) => act((tx, at) => archiveMember(tx, memberId, actor, at)),
    /** Refuses `member_unknown`. */
    restore: (memberId: string, actor: Actor) => act((tx, at) => restoreMember(tx, memberId, actor, at)),
  }
}

/** Nobody has the status ``, so that asking for hidden ones only finds nobody. */
async function withoutHidden(tx: Tx, statuses: readonly string[]): Promise<string[]> {
  const hidden = await readHiddenStatuses(tx)
  const shown = statuses.filter((code) => !hidden.includes(code))
  return statuses.length > 0 && shown.length === 0 ? [''] : shown
}
