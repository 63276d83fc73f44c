import { levels } from '../../../../shared/domain/access.ts'
import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const membersHandlers = ({ members, qualifications }: Services): SentinelHandlers['members'] => ({
  list: (input, { caller }) => members.list(input, { isAdmin: caller.level >= levels.admin }),
  get: ({ memberId }) => members.get(memberId),
  byServiceNumber: ({ serviceNumber }) => members.byServiceNumber(serviceNumber),
  create: (input, { caller }) => members.create(input, actorOf(caller)),
  update: (input, { caller }) => members.update(input, actorOf(caller)),
  bulkUpdate: (input, { caller }) => members.bulkUpdate(input, actorOf(caller)),
  async archive({ memberId }, { caller }) {
    await members.archive(memberId, actorOf(caller))
    return {}
  },
  async restore({ memberId }, { caller }) {
    await members.restore(memberId, actorOf(caller))
    return {}
  },
  async addTag(input, { caller }) {
    await qualifications.addTag(input, actorOf(caller))
    return {}
  },
  async removeTag(input, { caller }) {
    await qualifications.removeTag(input, actorOf(caller))
    return {}
  },
  grant: (input, { caller }) => qualifications.grant(input, actorOf(caller)),
  async revoke(input, { caller }) {
    await qualifications.revoke(input, actorOf(caller))
    return {}
  },
  syncQualifications: () => qualifications.sync(),
  lockupEligible: (input) => qualifications.lockupEligible(input),
})
