import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const alertsHandlers = ({ alerts }: Services): SentinelHandlers['alerts'] => ({
  active: () => alerts.active(),
  counts: () => alerts.counts(),
  list: (input) => alerts.list(input),
  acknowledge: (input, { caller }) => alerts.acknowledge(input, actorOf(caller)),
  notes: (input) => alerts.notes(input),
  addNote: (input, { caller }) => alerts.addNote(input, actorOf(caller)),
  async dismissNote({ noteId }, { caller }) {
    await alerts.dismissNote(noteId, actorOf(caller))
    return {}
  },
})
