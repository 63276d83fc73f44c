/** Rosters, holidays and events of the invented unit, by the rules of a real one: what a first look at the schedule shows. */
import { and, asc, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { mondayOf } from '../../../../shared/domain/operational-week.ts'
import { ddsRole, dutyWatchRole } from '../../../../shared/domain/duty-roster.ts'
import type { UnitTime } from '../../../../shared/domain/operational-day.ts'
import { usualHolidays } from '../../../../shared/domain/usual-holidays.ts'
import type { Tx } from '../../db/database.ts'
import { member, qualificationGrant, qualificationType, rank, scheduleAssignment, unitEventType } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { systemActor } from '../audit/write.ts'
import { createEvent, setEventStatus } from '../calendar/events.ts'
import { addHolidays, listHolidays } from '../calendar/holidays.ts'
import { readHeldCodes } from '../qualifications/queries.ts'
import { syncAutomatic } from '../qualifications/sync.ts'
import { putDocument } from '../settings/document.ts'
import { readUnit, unitDocument } from '../settings/unit-profile.ts'
import { assignMember, updateAssignment } from './assignments.ts'
import type { Act } from './lock.ts'
import { addOverride } from './overrides.ts'
import { readRoles } from './queries.ts'
import { createRoster, publishRoster } from './rosters.ts'

/** Who is granted what by hand: ranks, and how many of each. The rest follows from rank. */
const grants = [
  { code: 'SWK', ranks: ['Lt(N)', 'SLt', 'CPO2', 'PO1'], perRank: 2 },
  { code: 'DDS', ranks: ['PO1', 'PO2', 'MS', 'S1'], perRank: 3 },
  { code: 'APS', ranks: ['S2'], perRank: 12 },
] as const

const weeksBack = 4

/** In the act that fills the demo: last weeks, this and the next published, the one after that a draft with a gap and a warning. */
export async function fillDemoDuties(tx: Tx, { today, at, unitTime }: { today: string; at: Date; unitTime: UnitTime }): Promise<void> {
  const act: Act = { actor: systemActor, at, rules: { unitTime: () => unitTime } }
  const people = await tx.select({ id: member.id, rank: rank.code }).from(member).innerJoin(rank, eq(rank.id, member.rankId)).where(and(eq(member.status, 'active'), or(isNull(member.contractEnd), gt(member.contractEnd, addDays(today, 60))))).orderBy(desc(rank.displayOrder), asc(member.serviceNumber))
  await grantByHand(tx, people, at)
  await syncAutomatic(tx, 'all', at)
  const held = await readHeldCodes(tx, people.map(({ id }) => id), at)
  const poolOf = (code: string): string[] => people.map(({ id }) => id).filter((id) => held.some((grant) => grant.memberId === id && grant.code === code))
  await addCalendar(tx, today, act)

  const pools = new Map<string, string[]>()
  const taken = new Set<string>()
  /** The next one of those who hold it who is not on duty this week: everybody's turn comes. */
  const next = (code: string): string | undefined => {
    const pool = pools.get(code) ?? poolOf(code)
    const index = pool.findIndex((id) => !taken.has(id))
    const [chosen] = index < 0 ? [] : pool.splice(index, 1)
    if (chosen !== undefined) {
      pool.push(chosen)
      taken.add(chosen)
    }
    pools.set(code, pool)
    return chosen
  }
  const seats = (await readRoles(tx)).find(({ code }) => code === dutyWatchRole)?.positions ?? []
  const thisWeek = mondayOf(today)
  for (let week = -weeksBack; week <= 2; week += 1) {
    taken.clear()
    const date = addDays(thisWeek, 7 * week)
    const isDraft = week === 2
    const dds = await createRoster(tx, { role: ddsRole, date, notes: null }, act)
    const watch = await createRoster(tx, { role: dutyWatchRole, date, notes: null }, act)
    const onDds = await put(tx, dds.scheduleId, null, next('DDS'), act)
    const placed: (string | undefined)[] = []
    for (const seat of seats) {
      for (let slot = 0; slot < seat.maxSlots; slot += 1) {
        // The draft still wants a sentry, and has a boatswain’s mate who is none.
        if (isDraft && seat.code === 'APS' && slot > 0) continue
        placed.push(await put(tx, watch.scheduleId, seat.id, isDraft && seat.code === 'BM' ? next('QM') : next(seat.code), act))
      }
    }
    if (isDraft) break
    for (const { scheduleId } of [dds, watch]) await publishRoster(tx, { scheduleId, acceptMissing: true }, act)
    // Most have said that they will be there; nobody has for next week's watch yet.
    const confirmed = week < 0 ? [onDds, ...placed] : week === 0 ? [onDds, ...placed.slice(0, 4)] : [onDds]
    for (const assignmentId of confirmed) if (assignmentId !== undefined) await updateAssignment(tx, { assignmentId, status: 'confirmed' }, act)
    if (week === 0) await swapOneNight(tx, watch.scheduleId, addDays(date, 3), next('QM'), act)
  }
}

async function grantByHand(tx: Tx, people: readonly { readonly id: string; readonly rank: string }[], at: Date): Promise<void> {
  for (const { code, ranks, perRank } of grants) {
    const [type] = await tx.select().from(qualificationType).where(eq(qualificationType.code, code))
    if (type === undefined) continue
    const ids = ranks.flatMap((one) => people.filter((person) => person.rank === one).slice(0, perRank)).map(({ id }) => id)
    if (ids.length > 0) await tx.insert(qualificationGrant).values(ids.map((memberId) => ({ id: newId(), memberId, typeId: type.id, source: 'manual' as const, grantedAt: at, grantedBy: systemActor.name }))).onConflictDoNothing()
  }
}

async function put(tx: Tx, scheduleId: string, positionId: string | null, memberId: string | undefined, act: Act): Promise<string | undefined> {
  return memberId === undefined ? undefined : (await assignMember(tx, { scheduleId, positionId, memberId, notes: null }, act)).assignmentId
}

/** Thursday's quartermaster has asked for somebody else. */
async function swapOneNight(tx: Tx, scheduleId: string, nightDate: string, memberId: string | undefined, act: Act): Promise<void> {
  const seat = (await readRoles(tx)).flatMap(({ positions }) => positions).find(({ code }) => code === 'QM')
  if (seat === undefined || memberId === undefined) return
  const [base] = await tx.select({ id: scheduleAssignment.memberId }).from(scheduleAssignment).where(and(eq(scheduleAssignment.scheduleId, scheduleId), eq(scheduleAssignment.positionId, seat.id)))
  if (base !== undefined) await addOverride(tx, { kind: 'replace', scheduleId, nightDate, positionId: seat.id, memberId, baseMemberId: base.id }, act)
}

/** Where the unit is, the usual holidays of two years, and three events: one that takes place with a watch, one that is being planned, one of the past. */
async function addCalendar(tx: Tx, today: string, { actor, at }: Act): Promise<void> {
  await putDocument(tx, { ...unitDocument, value: { ...(await readUnit(tx)).unit, province: 'MB' }, at })
  const year = Number(today.slice(0, 4))
  const there = new Set((await listHolidays(tx, { year: null, province: 'all', activeOnly: false })).holidays.map(({ date }) => date))
  const holidays = [year, year + 1].flatMap((one) => usualHolidays(one, 'MB')).filter(({ date }) => !there.has(date))
  await addHolidays(tx, holidays.map((holiday) => ({ ...holiday, isActive: true })), actor, at)
  const types = await tx.select().from(unitEventType).where(inArray(unitEventType.name, ['Annual Mess Dinner', 'Social Event', 'Training Night']))
  const typeId = (name: string): string | null => types.find((type) => type.name === name)?.id ?? null
  const saturday = addDays(mondayOf(today), 12)
  const details = { description: null, notes: null, endTime: null, requiresDutyWatch: null }
  const dinner = await createEvent(tx, { ...details, title: 'Annual mess dinner', typeId: typeId('Annual Mess Dinner'), eventDate: saturday, startTime: '18:00', endTime: '22:00', location: 'Wardroom', organizer: 'SLt Friesen' }, actor, at)
  for (const status of ['planned', 'confirmed'] as const) await setEventStatus(tx, { eventId: dinner, status }, actor, at)
  await createEvent(tx, { ...details, title: 'Children’s party', typeId: typeId('Social Event'), eventDate: addDays(saturday, 8), startTime: '13:00', location: 'Drill deck', organizer: null }, actor, at)
  const past = await createEvent(tx, { ...details, title: 'Divisions', typeId: typeId('Training Night'), eventDate: addDays(mondayOf(today), -6), startTime: '19:00', location: 'Drill deck', organizer: null }, actor, at)
  for (const status of ['planned', 'confirmed', 'in_progress', 'completed'] as const) await setEventStatus(tx, { eventId: past, status }, actor, at)
}
