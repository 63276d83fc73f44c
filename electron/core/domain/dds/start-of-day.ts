/** What an arriving member may take on (domain.md 4.12.5). */
import { eq } from 'drizzle-orm'
import type * as v from 'valibot'
import type { StartOfDay as StartOfDaySchema } from '../../../../shared/contract/start-of-day.ts'
import type { UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { member, memberPresence } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { readAuthority, readDdsQualified, readHolder } from '../duty/authority.ts'
import { readDutyDay, type DutyDay } from '../duty/duty-day.ts'
import { readStatus } from '../lockup/status.ts'

export type StartOfDay = v.InferOutput<typeof StartOfDaySchema>
type Variant = NonNullable<StartOfDay['variant']>

interface Facts {
  readonly memberId: string
  readonly isInside: boolean
  readonly isQualified: boolean
  readonly mayHoldLockup: boolean
  readonly isSecured: boolean
  readonly duty: Pick<DutyDay, 'live' | 'handover' | 'lastWeek'>
}

type Decision = Pick<StartOfDay, 'shouldPrompt' | 'variant' | 'actions' | 'needsDds' | 'needsBuildingOpen' | 'canAcceptDds' | 'canOpenBuilding'>

/**
 * What is open and what this person may do about it. Who accepts DDS may hold lockup by that alone (4.15 C), so that the
 * qualification for DDS is all it takes. Pure.
 */
export function decideStartOfDay({ memberId, isInside, isQualified, mayHoldLockup, isSecured, duty: { live, handover, lastWeek } }: Facts): Decision {
  const needsDds = live?.status !== 'active'
  const shouldPrompt = needsDds || isSecured
  const canAcceptDds = isInside && isQualified && needsDds && (handover === 'none' || lastWeek?.memberId === memberId)
  const canOpenBuilding = isInside && mayHoldLockup && isSecured
  const isExpected = live?.memberId === memberId
  const options = { accept_dds: canAcceptDds, open_building: canOpenBuilding } as const
  const [variant, order]: [Variant, (keyof typeof options)[]] =
    canAcceptDds && isExpected ? ['expected_dds', ['accept_dds', 'open_building']] : canAcceptDds && !isSecured ? ['building_open_dds_pending', ['accept_dds']] : canAcceptDds ? ['replacement_candidate', ['open_building', 'accept_dds']] : canOpenBuilding ? ['opener_only', ['open_building']] : ['blocked', []]
  return { shouldPrompt, variant: shouldPrompt ? variant : null, actions: shouldPrompt ? order.filter((action) => options[action]) : [], needsDds, needsBuildingOpen: isSecured, canAcceptDds, canOpenBuilding }
}

/** The state for one member. Refuses `member_unknown`. */
export async function readStartOfDay(tx: Tx, memberId: string, now: Date, unit: UnitTime): Promise<StartOfDay> {
  const [person] = await tx.select({ id: member.id, displayName: member.displayName, direction: memberPresence.direction }).from(member).leftJoin(memberPresence, eq(memberPresence.memberId, member.id)).where(eq(member.id, memberId))
  if (person === undefined) throw refuse('member_unknown')
  const duty = await readDutyDay(tx, now, unit)
  const building = await readStatus(tx, now, unit)
  const isInside = person.direction === 'in'
  const decision = decideStartOfDay({
    memberId,
    isInside,
    isQualified: (await readDdsQualified(tx, now, [memberId])).length > 0,
    mayHoldLockup: (await readAuthority(tx, memberId, { now, duty })) !== undefined,
    isSecured: building.status === 'secured',
    duty,
  })
  const named = (someone: { memberId: string; displayName: string } | null): StartOfDay['currentDds'] => someone && { id: someone.memberId, displayName: someone.displayName }
  return {
    ...decision,
    person: { id: person.id, displayName: person.displayName },
    isInside,
    isFirst: isInside && building.inside.members === 1,
    buildingStatus: building.status,
    expectedDds: named(duty.live ?? duty.thisWeek),
    scheduledDds: named(duty.thisWeek),
    currentDds: duty.live?.status === 'active' ? named(duty.live) : null,
    holder: building.holder,
    opened: building.opened === null ? null : { at: building.opened.at, by: building.opened.by },
    presentMembers: building.inside.members,
    presentVisitors: building.inside.visitors,
  }
}

/** For a scan’s answer: null when there is nothing to offer, which three small reads tell for most of the day. */
export async function readPrompt(tx: Tx, memberId: string, now: Date, unit: UnitTime): Promise<StartOfDay | null> {
  const { live } = await readDutyDay(tx, now, unit)
  if (live?.status === 'active' && (await readHolder(tx)) !== undefined) return null
  const state = await readStartOfDay(tx, memberId, now, unit)
  return state.shouldPrompt && state.isInside ? state : null
}
