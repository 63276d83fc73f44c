import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const eventsHandlers = ({ accessEvents }: Services): SentinelHandlers['events'] => ({
  list: () => accessEvents.list(),
  get: (input) => accessEvents.get(input),
  open: () => accessEvents.open(),
  create: (input, { caller }) => accessEvents.create(input, actorOf(caller)),
  update: (input, { caller }) => accessEvents.update(input, actorOf(caller)),
  activate: (input, { caller }) => accessEvents.activate(input, actorOf(caller)),
  close: (input, { caller }) => accessEvents.close(input, actorOf(caller)),
  remove: (input, { caller }) => accessEvents.remove(input, actorOf(caller)),
  stats: (input) => accessEvents.stats(input),
  attendees: (input) => accessEvents.attendees(input),
  attendee: (input) => accessEvents.attendee(input),
  addAttendee: (input, { caller }) => accessEvents.addAttendee(input, actorOf(caller)),
  updateAttendee: (input, { caller }) => accessEvents.updateAttendee(input, actorOf(caller)),
  removeAttendee: (input, { caller }) => accessEvents.removeAttendee(input, actorOf(caller)),
  checkOut: (input, { caller }) => accessEvents.checkOut(input, caller),
  signIn: (input, { caller }) => accessEvents.signIn(input, caller),
  signOut: (input, { caller }) => accessEvents.signOut(input, caller),
  undo: (input, { caller }) => accessEvents.undo(input, caller),
  importRead: (input) => accessEvents.importRead(input),
  importPreview: (input) => accessEvents.importPreview(input),
  importRun: (input, { caller }) => accessEvents.importRun(input, actorOf(caller)),
  badges: () => accessEvents.badges(),
  lendBadge: (input, { caller }) => accessEvents.lendBadge(input, actorOf(caller)),
  badgeReturned: (input, { caller }) => accessEvents.badgeReturned(input, actorOf(caller)),
})
