import { actorOf } from '../../domain/audit/write.ts'
import { namesOfTonight } from '../../domain/presence/names-only.ts'
import type { SentinelHandlers } from './index.ts'
import { nothing } from './nothing.ts'
import type { Services } from './services.ts'

export const scheduleHandlers = ({ schedule }: Services): SentinelHandlers['schedule'] => ({
  roles: () => schedule.roles(),
  updateRole: (input, { caller }) => nothing(schedule.updateRole(input, actorOf(caller))),
  updatePosition: (input, { caller }) => nothing(schedule.updatePosition(input, actorOf(caller))),
  weeks: (input) => schedule.weeks(input),
  overview: (input) => schedule.overview(input),
  async tonight(_input, { caller }) {
    const tonight = await schedule.tonight()
    return caller.namesOnly === true ? namesOfTonight(tonight) : tonight
  },
  memberSummary: (input) => schedule.memberSummary(input),
  candidates: (input) => schedule.candidates(input),
  createRoster: (input, { caller }) => schedule.createRoster(input, actorOf(caller)),
  copyRoster: (input, { caller }) => schedule.copyRoster(input, actorOf(caller)),
  updateRoster: (input, { caller }) => nothing(schedule.updateRoster(input, actorOf(caller))),
  publish: (input, { caller }) => schedule.publish(input, actorOf(caller)),
  revertToDraft: (input, { caller }) => nothing(schedule.revertToDraft(input, actorOf(caller))),
  removeRoster: (input, { caller }) => nothing(schedule.removeRoster(input, actorOf(caller))),
  assign: (input, { caller }) => schedule.assign(input, actorOf(caller)),
  reassign: (input, { caller }) => schedule.reassign(input, actorOf(caller)),
  updateAssignment: (input, { caller }) => schedule.updateAssignment(input, actorOf(caller)),
  removeAssignment: (input, { caller }) => nothing(schedule.removeAssignment(input, actorOf(caller))),
  swap: (input, { caller }) => schedule.swap(input, actorOf(caller)),
  // SECURITY: whose duty it is comes from who is signed in, never from the message.
  confirm: (input, { caller }) => nothing(schedule.confirm(input, caller.person?.memberId ?? null, actorOf(caller))),
  addOverride: (input, { caller }) => schedule.addOverride(input, actorOf(caller)),
  removeOverride: (input, { caller }) => nothing(schedule.removeOverride(input, actorOf(caller))),
})
