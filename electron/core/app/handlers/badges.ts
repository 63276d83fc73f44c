import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const badgesHandlers = ({ badges, inventory }: Services): SentinelHandlers['badges'] => ({
  list: (input) => inventory.list(input),
  inventory: () => inventory.inventory(),
  get: ({ badgeId }) => inventory.get(badgeId),
  bySerial: ({ serial }) => inventory.bySerial(serial),
  enrol: (input, { caller }) => badges.enrol(input, actorOf(caller)),
  startEnrolment: (input, { caller }) => badges.startEnrolment(input, actorOf(caller)),
  async cancelEnrolment() {
    badges.cancelEnrolment()
    return {}
  },
  replace: (input, { caller }) => badges.replace(input, actorOf(caller)),
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
  addToPool: (input, { caller }) => inventory.addToPool(input, actorOf(caller)),
  async remove({ badgeId }, { caller }) {
    await inventory.remove(badgeId, actorOf(caller))
    return {}
  },
  export: (input, { caller }) => inventory.export(input, actorOf(caller)),
})
