/** Attendance at training nights and recruit courses, of everybody at once or explained for one (domain.md 4.19). */
import type { attendance } from '../../../../shared/contract/attendance.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import { bmqCounting, figure, graceEnd, isNew, isPossible, judge, nightCounting, trendOf, type Attendance, type Counting, type Person, type Span } from '../../../../shared/domain/attendance.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Reads } from '../../db/remote-reads.ts'
import type { Clock } from '../../kit/clock.ts'
import { readStays, secondsOf, type Stays } from './presence.ts'
import { readCourseCase, readEnrolmentCase, readMemberCase, readUnitCase, spanOf } from './reading.ts'
import { isHeld, nightsOf, sessionsOf, type PlannedSession } from './sessions.ts'

interface Dependencies {
  readonly database: Reads
  readonly clock: Clock
  readonly unitTime: () => UnitTime
}

type C = typeof attendance
type In<K extends keyof C> = InputOf<C[K]>
type Out<K extends keyof C> = OutputOf<C[K]>

export type AttendanceService = ReturnType<typeof createAttendanceService>

/** The figure of one person over the sessions that were held. */
function figureOf(memberId: string, held: readonly PlannedSession[], stays: Stays, person: Person, counting: Counting): Attendance {
  const own = stays.get(memberId)
  return figure(held.map(({ date }, index) => judge(date, secondsOf(own?.get(index)), person, counting)), counting)
}

/** How many of these people came to each session, of those for whom it counts. */
const countSessions = (held: readonly PlannedSession[], stays: Stays, people: readonly (readonly [memberId: string, person: Person])[], counting: Counting) =>
  held.map(({ date }, index) => {
    const reasons = people.map(([memberId, person]) => judge(date, secondsOf(stays.get(memberId)?.get(index)), person, counting))
    return { date, attended: reasons.filter((reason) => reason === 'attended').length, possible: reasons.filter(isPossible).length }
  })

export function createAttendanceService({ database, clock, unitTime }: Dependencies) {
  const moment = () => {
    const now = clock.now()
    const unit = unitTime()
    return { now, unit, today: operationalDate(now, unit) }
  }

  /** Every session of one person, whether it counted and why, and the figure that they make. */
  async function explained(memberId: string, sessions: readonly PlannedSession[], person: Person, counting: Counting): Promise<Pick<Out<'explain'>, 'sessions' | 'minimumMinutes' | 'attendance'>> {
    const { now, unit } = moment()
    const held = sessions.filter((session) => isHeld(session, now))
    const stays = (await readStays(database, [memberId], held, unit)).get(memberId)
    const judged = new Map(
      held.map((session, index) => {
        const present = stays?.get(index) ?? []
        return [session, { present, reason: judge(session.date, secondsOf(present), person, counting) }]
      }),
    )
    const rows = sessions.map((session) => {
      const { present, reason } = judged.get(session) ?? { present: [], reason: null }
      return {
        date: session.date,
        start: session.start.toISOString(),
        end: session.end.toISOString(),
        possible: reason !== null && isPossible(reason),
        why: reason ?? (session.why === 'scheduled' ? ('not_over' as const) : session.why),
        present: present.map(({ from, to }) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() })),
        minutes: Math.floor(secondsOf(present) / 60),
      }
    })
    return { sessions: rows, minimumMinutes: counting.minimumMinutes, attendance: figure([...judged.values()].map(({ reason }) => reason), counting) }
  }

  return {
    /** The days of a period, both included. Refuses `period_invalid`. */
    async span(period: In<'unit'>['period']): Promise<Span> {
      const { today } = moment()
      return database.read((tx) => spanOf(tx, period, today))
    },

    /** Refuses `period_invalid`. */
    async unit(input: In<'unit'>): Promise<Out<'unit'>> {
      const { now, unit, today } = moment()
      const { span, before, rules, settings, people, excused, recruits } = await database.read((tx) => readUnitCase(tx, input, today))
      const counting = nightCounting(settings)
      const { newMemberGracePeriod: grace, showTrendIndicators } = settings.memberHandling
      const ids = people.map(({ id }) => id)
      const attend = async (days: Span) => {
        const held = nightsOf(days, rules, unit).filter((session) => isHeld(session, now))
        return { held, stays: await readStays(database, ids, held, unit) }
      }
      const current = await attend(span)
      const earlier = showTrendIndicators ? await attend(before) : undefined
      const records = people.map((member) => {
        const { id, joinedOn } = member
        const person: Person = { joinedOn, leftOn: null, excused: excused.get(id) ?? [] }
        const own: Attendance = isNew(joinedOn, grace, today) ? { status: 'new', until: graceEnd(joinedOn, grace) } : figureOf(id, current.held, current.stays, person, counting)
        // Whoever was new when the period before ended had no percentage in it (⚠: upstream asked whether they are new today).
        const trend = earlier === undefined || isNew(joinedOn, grace, before.to) ? null : trendOf(own, figureOf(id, earlier.held, earlier.stays, person, counting))
        return { member, attendance: own, trend, bmq: recruits.get(id) ?? null }
      })
      const everybody = people.map(({ id, joinedOn }) => [id, { joinedOn, leftOn: null, excused: excused.get(id) ?? [] }] as const)
      return { ...span, nights: current.held.length, sessions: countSessions(current.held, current.stays, everybody, counting), records }
    },

    /** Refuses `member_unknown`, `period_invalid`. */
    async explain(input: In<'explain'>): Promise<Out<'explain'>> {
      const { unit, today } = moment()
      const { span, rules, settings, member, person } = await database.read((tx) => readMemberCase(tx, input, today))
      const { attendance: own, ...rest } = await explained(member.id, nightsOf(span, rules, unit), person, nightCounting(settings))
      const grace = settings.memberHandling.newMemberGracePeriod
      return { member, ...span, ...rest, attendance: isNew(member.joinedOn, grace, today) ? { status: 'new', until: graceEnd(member.joinedOn, grace) } : own }
    },

    /** Refuses `course_unknown`. */
    async bmq(input: In<'bmq'>): Promise<Out<'bmq'>> {
      const { now, unit } = moment()
      const { course, span, rules, settings, people } = await database.read((tx) => readCourseCase(tx, input))
      const counting = bmqCounting(settings)
      const held = sessionsOf(course, rules, unit).filter((session) => isHeld(session, now))
      const stays = await readStays(database, people.map(({ member }) => member.id), held, unit)
      const records = people.map(({ member, person, enrolment: { id, status, enrolledOn, endedOn } }) => ({ member, attendance: figureOf(member.id, held, stays, person, counting), enrolment: { id, status, enrolledOn, endedOn } }))
      return { ...span, sessions: countSessions(held, stays, people.map(({ member, person }) => [member.id, person] as const), counting), records }
    },

    /** Refuses `enrolment_unknown`. */
    async explainBmq({ enrolmentId }: In<'explainBmq'>): Promise<Out<'explainBmq'>> {
      const { course, span, rules, settings, member, person } = await database.read((tx) => readEnrolmentCase(tx, enrolmentId))
      return { member, ...span, ...(await explained(member.id, sessionsOf(course, rules, unitTime()), person, bmqCounting(settings))) }
    },
  }
}
