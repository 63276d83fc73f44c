import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const badgesHandlers = ({ badges }: Services): SentinelHandlers['badges'] => ({
  enrol: (input, { caller }) => badges.enrol(input, actorOf(caller)),
  startEnrolment: (input, { caller }) => badges.startEnrolment(input, actorOf(caller)),
  async cancelEnrolment() {
    badges.cancelEnrolment()
    return {}
  },
})
