import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const badgesHandlers = ({ badges, inventory, typedSerials }: Services): SentinelHandlers['badges'] => ({
  list: (input) => inventory.list(input),
  inventory: () => inventory.inventory(),
  get: ({ badgeId }) => inventory.get(badgeId),
  bySerial: async ({ serial }, { caller }) => inventory.bySerial(typedSerials.serialOf(caller.stationId, serial)),
  enrol: async (input, { caller }) => badges.enrol({ ...input, serial: typedSerials.serialOf(caller.stationId, input.serial) }, actorOf(caller)),
  startEnrolment: (input, { caller }) => badges.startEnrolment(input, actorOf(caller)),
  async cancelEnrolment() {
    badges.cancelEnrolment()
    return {}
  },
  replace: async (input, { caller }) => badges.replace({ ...input, serial: typedSerials.serialOf(caller.stationId, input.serial) }, actorOf(caller)),
  async setStatus(input, { caller }) {
    await inventory.setStatus(input, actorOf(caller))
    return {}
  },
  async takeBack(input, { caller }) {
    await inventory.takeBack(input, actorOf(caller))
    return {}
  },
  async markReturned({ badgeId }, { caller }) {
    await inventory.markReturned(badgeId, actorOf(caller))
    return {}
  },
  addToPool: async (input, { caller }) => inventory.addToPool({ ...input, badges: input.badges.map((added) => ({ ...added, serial: typedSerials.serialOf(caller.stationId, added.serial) })) }, actorOf(caller)),
  async remove({ badgeId }, { caller }) {
    await inventory.remove(badgeId, actorOf(caller))
    return {}
  },
  export: (input, { caller }) => inventory.export(input, actorOf(caller)),
})
