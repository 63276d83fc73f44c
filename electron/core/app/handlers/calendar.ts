import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import { nothing } from './nothing.ts'
import type { Services } from './services.ts'

export const calendarHandlers = ({ calendar }: Services): SentinelHandlers['calendar'] => ({
  holidays: (input) => calendar.holidays(input),
  checkDate: (input) => calendar.checkDate(input),
  suggestHolidays: (input) => calendar.suggestHolidays(input),
  addHoliday: (input, { caller }) => calendar.addHoliday(input, actorOf(caller)),
  addHolidays: (input, { caller }) => calendar.addHolidays(input, actorOf(caller)),
  updateHoliday: (input, { caller }) => nothing(calendar.updateHoliday(input, actorOf(caller))),
  removeHoliday: (input, { caller }) => nothing(calendar.removeHoliday(input, actorOf(caller))),
  eventTypes: () => calendar.eventTypes(),
  createEventType: (input, { caller }) => calendar.createEventType(input, actorOf(caller)),
  updateEventType: (input, { caller }) => nothing(calendar.updateEventType(input, actorOf(caller))),
  removeEventType: (input, { caller }) => nothing(calendar.removeEventType(input, actorOf(caller))),
  events: (input) => calendar.events(input),
  event: (input) => calendar.event(input),
  createEvent: (input, { caller }) => calendar.createEvent(input, actorOf(caller)),
  updateEvent: (input, { caller }) => nothing(calendar.updateEvent(input, actorOf(caller))),
  setEventStatus: (input, { caller }) => nothing(calendar.setEventStatus(input, actorOf(caller))),
  removeEvent: (input, { caller }) => nothing(calendar.removeEvent(input, actorOf(caller))),
  addPosition: (input, { caller }) => calendar.addPosition(input, actorOf(caller)),
  updatePosition: (input, { caller }) => nothing(calendar.updatePosition(input, actorOf(caller))),
  removePosition: (input, { caller }) => nothing(calendar.removePosition(input, actorOf(caller))),
  assign: (input, { caller }) => calendar.assign(input, actorOf(caller)),
  unassign: (input, { caller }) => nothing(calendar.unassign(input, actorOf(caller))),
  respond: (input, { caller }) => nothing(calendar.respond(input, caller.person?.memberId ?? null, actorOf(caller))),
})
