import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import { nothing } from './nothing.ts'
import type { Services } from './services.ts'

export const trainingHandlers = ({ training }: Services): SentinelHandlers['training'] => ({
  years: () => training.years(),
  createYear: (input, { caller }) => training.createYear(input, actorOf(caller)),
  updateYear: (input, { caller }) => nothing(training.updateYear(input, actorOf(caller))),
  setCurrentYear: (input, { caller }) => nothing(training.setCurrentYear(input, actorOf(caller))),
  removeYear: (input, { caller }) => nothing(training.removeYear(input, actorOf(caller))),
  calendar: (input) => training.calendar(input),
  courses: () => training.courses(),
  createCourse: (input, { caller }) => training.createCourse(input, actorOf(caller)),
  updateCourse: (input, { caller }) => nothing(training.updateCourse(input, actorOf(caller))),
  removeCourse: (input, { caller }) => training.removeCourse(input, actorOf(caller)),
  enrolments: (input) => training.enrolments(input),
  memberEnrolments: (input) => training.memberEnrolments(input),
  enrol: (input, { caller }) => training.enrol(input, actorOf(caller)),
  updateEnrolment: (input, { caller }) => nothing(training.updateEnrolment(input, actorOf(caller))),
  removeEnrolment: (input, { caller }) => nothing(training.removeEnrolment(input, actorOf(caller))),
  absences: (input) => training.absences(input),
  excuse: (input, { caller }) => training.excuse(input, actorOf(caller)),
  updateAbsence: (input, { caller }) => nothing(training.updateAbsence(input, actorOf(caller))),
  removeAbsence: (input, { caller }) => nothing(training.removeAbsence(input, actorOf(caller))),
})
