/** Training years, recruit courses and excused absences, and what each day is (domain.md 4.18, 4.19). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { training } from '../../../../shared/contract/training.ts'
import { resolveDays } from '../../../../shared/domain/training-day.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import type { Actor } from '../audit/write.ts'
import { excuse, listAbsences, removeAbsence, updateAbsence } from './absences.ts'
import { createCourse, listCourses, readCourses, removeCourse, updateCourse } from './courses.ts'
import { readDayRules, refuseLongSpan } from './day-rules.ts'
import type { Doing } from './doing.ts'
import { enrol, listEnrolments, listMemberEnrolments, removeEnrolment, updateEnrolment } from './enrolments.ts'
import { createYear, listYears, removeYear, setCurrentYear, updateYear } from './years.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
}

type C = typeof training
type In<K extends keyof C> = InputOf<C[K]>
type Out<K extends keyof C> = Promise<OutputOf<C[K]>>

export type TrainingService = ReturnType<typeof createTrainingService>

/** More than a year, so that a year's page can show the weeks around it. */
const calendarDays = 400

/** Every act refuses what the function it runs refuses. */
export function createTrainingService({ database, clock, hub }: Dependencies) {
  /** One act; then everybody is told. */
  const act = async <T>(actor: Actor, run: (tx: Tx, doing: Doing) => Promise<T>): Promise<T> => {
    const result = await database.transaction((tx) => run(tx, { actor, at: clock.now() }))
    hub.emit('training.changed', {})
    return result
  }

  return {
    years: (): Out<'years'> => database.read(listYears),
    createYear: (input: In<'createYear'>, actor: Actor): Out<'createYear'> => act(actor, async (tx, doing) => ({ yearId: await createYear(tx, input, doing) })),
    updateYear: (input: In<'updateYear'>, actor: Actor) => act(actor, (tx, doing) => updateYear(tx, input, doing)),
    setCurrentYear: ({ yearId }: In<'setCurrentYear'>, actor: Actor) => act(actor, (tx, doing) => setCurrentYear(tx, yearId, doing)),
    removeYear: ({ yearId }: In<'removeYear'>, actor: Actor) => act(actor, (tx, doing) => removeYear(tx, yearId, doing)),

    /** Refuses `period_invalid`. */
    async calendar({ from, to }: In<'calendar'>): Out<'calendar'> {
      refuseLongSpan(from, to, calendarDays)
      const { rules } = await database.read(async (tx) => readDayRules(tx, from, to, await readCourses(tx, from, to)))
      return { days: resolveDays(from, to, rules), years: rules.years.map(({ id, name, startDate, endDate, isCurrent }) => ({ id, name, startDate, endDate, isCurrent })) }
    },

    courses: (): Out<'courses'> => database.read(listCourses),
    createCourse: (input: In<'createCourse'>, actor: Actor): Out<'createCourse'> => act(actor, async (tx, doing) => ({ courseId: await createCourse(tx, input, doing) })),
    updateCourse: (input: In<'updateCourse'>, actor: Actor) => act(actor, (tx, doing) => updateCourse(tx, input, doing)),
    removeCourse: ({ courseId }: In<'removeCourse'>, actor: Actor): Out<'removeCourse'> => act(actor, async (tx, doing) => ({ enrolmentsDeleted: await removeCourse(tx, courseId, doing) })),

    enrolments: ({ courseId }: In<'enrolments'>): Out<'enrolments'> => database.read((tx) => listEnrolments(tx, courseId)),
    memberEnrolments: ({ memberId }: In<'memberEnrolments'>): Out<'memberEnrolments'> => database.read((tx) => listMemberEnrolments(tx, memberId)),
    enrol: (input: In<'enrol'>, actor: Actor): Out<'enrol'> => act(actor, async (tx, doing) => ({ enrolled: await enrol(tx, input, doing) })),
    updateEnrolment: (input: In<'updateEnrolment'>, actor: Actor) => act(actor, (tx, doing) => updateEnrolment(tx, input, doing)),
    removeEnrolment: ({ enrolmentId }: In<'removeEnrolment'>, actor: Actor) => act(actor, (tx, doing) => removeEnrolment(tx, enrolmentId, doing)),

    absences: (input: In<'absences'>): Out<'absences'> => database.read((tx) => listAbsences(tx, input)),
    excuse: (input: In<'excuse'>, actor: Actor): Out<'excuse'> => act(actor, async (tx, doing) => ({ absenceId: await excuse(tx, input, doing) })),
    updateAbsence: (input: In<'updateAbsence'>, actor: Actor) => act(actor, (tx, doing) => updateAbsence(tx, input, doing)),
    removeAbsence: ({ absenceId }: In<'removeAbsence'>, actor: Actor) => act(actor, (tx, doing) => removeAbsence(tx, absenceId, doing)),
  }
}
