/** A recruit course being filled in. Pure. */
import type { InputOf, OutputOf } from '../../../../../shared/contract/kit.ts'
import type { training } from '../../../../../shared/contract/training.ts'
import { isCivilDate } from '../../../../../shared/domain/civil-date.ts'
import { timeForm } from '../../../../../shared/domain/operational-day.ts'

export type Course = OutputOf<typeof training.courses>['courses'][number]
export type CourseDraft = Required<InputOf<typeof training.createCourse>>
export type CourseProblem = 'name' | 'date' | 'order' | 'weekdays' | 'time' | 'hours'

/** A new one: Saturdays and Sundays, as recruits train beside work and school. */
export const draftOf = (course: Course | null): CourseDraft =>
  course === null
    ? { name: '', startDate: '', endDate: '', trainingDays: [6, 7], startTime: '08:00', endTime: '16:00', isActive: true }
    : { name: course.name, startDate: course.startDate, endDate: course.endDate, trainingDays: course.trainingDays, startTime: course.startTime, endTime: course.endTime, isActive: course.isActive }

/** What is wrong with a field; undefined = nothing. */
export function problemOf(draft: CourseDraft, field: keyof CourseDraft): CourseProblem | undefined {
  const { startDate, endDate, startTime, endTime } = draft
  switch (field) {
    case 'name':
      return draft.name.trim() === '' ? 'name' : undefined
    case 'startDate':
      return isCivilDate(startDate) ? undefined : 'date'
    case 'endDate':
      return !isCivilDate(endDate) ? 'date' : isCivilDate(startDate) && endDate <= startDate ? 'order' : undefined
    case 'trainingDays':
      return draft.trainingDays.length === 0 ? 'weekdays' : undefined
    case 'startTime':
      return timeForm.test(startTime) ? undefined : 'time'
    case 'endTime':
      return !timeForm.test(endTime) ? 'time' : timeForm.test(startTime) && endTime <= startTime ? 'hours' : undefined
    case 'isActive':
      return undefined
  }
}

export const isGood = (draft: CourseDraft): boolean => (Object.keys(draft) as (keyof CourseDraft)[]).every((field) => problemOf(draft, field) === undefined)
