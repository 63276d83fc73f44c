/** Weekly rosters and who stands tonight's watch (domain.md 4.13). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { schedule } from '../../../../shared/contract/schedule.ts'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { mondayOf } from '../../../../shared/domain/operational-week.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import type { Actor } from '../audit/write.ts'
import { assignMember, confirmOwn, reassignMember, removeAssignment, swapMembers, updateAssignment } from './assignments.ts'
import { readCandidates } from './candidates.ts'
import type { Act } from './lock.ts'
import { readMemberSummary, readNextDuties } from './member-summary.ts'
import { addOverride, removeOverride } from './overrides.ts'
import { readOverview } from './overview.ts'
import { readPlan, type PlannedRoster } from './plan.ts'
import { readRoles } from './queries.ts'
import { updatePosition, updateRole } from './roles.ts'
import { copyRoster, createRoster, publishRoster, removeRoster, revertRoster, updateRoster } from './rosters.ts'
import { readTonight } from './tonight.ts'
import type { UnitRules } from './watch-nights.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly unitTime: () => UnitTime
}

type C = typeof schedule
type In<K extends keyof C> = InputOf<C[K]>
type Out<K extends keyof C> = Promise<OutputOf<C[K]>>

export type ScheduleService = ReturnType<typeof createScheduleService>

/** Every act refuses what the function it runs refuses. */
export function createScheduleService({ database, clock, hub, unitTime }: Dependencies) {
  const rules: UnitRules = { unitTime }
  const today = (): string => operationalDate(clock.now(), unitTime())

  // Watch nights follow the unit's timings.
  hub.on('settings.changed', () => hub.emit('schedule.changed', {}))

  /** One act, then everybody is told. */
  const act = async <T>(actor: Actor, run: (tx: Tx, act: Act) => Promise<T>): Promise<T> => {
    const result = await database.transaction((tx) => run(tx, { actor, at: clock.now(), rules }))
    hub.emit('schedule.changed', {})
    return result
  }

  return {
    roles: (): Out<'roles'> => database.read(async (tx) => ({ roles: await readRoles(tx) })),
    updateRole: (input: In<'updateRole'>, actor: Actor) => act(actor, (tx, by) => updateRole(tx, input, by)),
    updatePosition: (input: In<'updatePosition'>, actor: Actor) => act(actor, (tx, by) => updatePosition(tx, input, by)),

    /** From the week of the date on, this one without a date. */
    weeks: ({ date, count }: In<'weeks'>): Out<'weeks'> =>
      database.read(async (tx) => {
        const from = mondayOf(date ?? today())
        const { weeks } = await readPlan(tx, from, addDays(from, 7 * count - 1), rules)
        return { today: today(), weeks: weeks.map(({ rosters, ...week }) => ({ ...week, rosters: rosters.map(toRoster) })) }
      }),
    overview: (input: In<'overview'>): Out<'overview'> => database.read(async (tx) => ({ today: today(), weeks: await readOverview(tx, input, rules) })),
    tonight: (): Out<'tonight'> => database.read((tx) => readTonight(tx, today(), rules)),
    memberSummary: ({ memberId }: In<'memberSummary'>): Out<'memberSummary'> => database.read((tx) => readMemberSummary(tx, memberId, today(), rules)),
    nextDuties: (memberId: string) => database.read((tx) => readNextDuties(tx, memberId, today(), rules)),
    candidates: (input: In<'candidates'>): Out<'candidates'> => database.read((tx) => readCandidates(tx, input, rules)),

    createRoster: (input: In<'createRoster'>, actor: Actor): Out<'createRoster'> => act(actor, (tx, by) => createRoster(tx, input, by)),
    copyRoster: (input: In<'copyRoster'>, actor: Actor): Out<'copyRoster'> => act(actor, (tx, by) => copyRoster(tx, input, by)),
    updateRoster: (input: In<'updateRoster'>, actor: Actor) => act(actor, (tx, by) => updateRoster(tx, input, by)),
    publish: (input: In<'publish'>, actor: Actor): Out<'publish'> => act(actor, (tx, by) => publishRoster(tx, input, by)),
    revertToDraft: ({ scheduleId }: In<'revertToDraft'>, actor: Actor) => act(actor, (tx, by) => revertRoster(tx, scheduleId, by)),
    removeRoster: ({ scheduleId }: In<'removeRoster'>, actor: Actor) => act(actor, (tx, by) => removeRoster(tx, scheduleId, by)),
    assign: (input: In<'assign'>, actor: Actor): Out<'assign'> => act(actor, (tx, by) => assignMember(tx, input, by)),
    reassign: (input: In<'reassign'>, actor: Actor): Out<'reassign'> => act(actor, (tx, by) => reassignMember(tx, input, by)),
    updateAssignment: (input: In<'updateAssignment'>, actor: Actor): Out<'updateAssignment'> => act(actor, (tx, by) => updateAssignment(tx, input, by)),
    removeAssignment: ({ assignmentId }: In<'removeAssignment'>, actor: Actor) => act(actor, (tx, by) => removeAssignment(tx, assignmentId, by)),
    swap: (input: In<'swap'>, actor: Actor): Out<'swap'> => act(actor, (tx, by) => swapMembers(tx, input, by)),
    /** `memberId`: of the one who is signed in. */
    confirm: ({ assignmentId }: In<'confirm'>, memberId: string | null, actor: Actor) => act(actor, (tx, by) => confirmOwn(tx, assignmentId, memberId, by)),
    addOverride: (input: In<'addOverride'>, actor: Actor): Out<'addOverride'> => act(actor, (tx, by) => addOverride(tx, input, by)),
    removeOverride: ({ overrideId }: In<'removeOverride'>, actor: Actor) => act(actor, (tx, by) => removeOverride(tx, overrideId, by)),
  }
}

const toRoster = ({ role, schedule: row, assignments, overrides, missing, warnings }: PlannedRoster) => ({
  role: role.code,
  scheduleId: row?.id ?? null,
  status: row?.status ?? ('none' as const),
  notes: row?.notes ?? null,
  publishedAt: row?.publishedAt?.toISOString() ?? null,
  publishedBy: row?.publishedBy ?? null,
  assignments: assignments.map(({ confirmedAt, ...entry }) => ({ ...entry, confirmedAt: confirmedAt?.toISOString() ?? null })),
  overrides,
  missing,
  warnings,
})
