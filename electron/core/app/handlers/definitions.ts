import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const definitionsHandlers = ({ definitions }: Services): SentinelHandlers['definitions'] => ({
  read: () => definitions.read(),
  create: (input, { caller }) => definitions.create(input, actorOf(caller)),
  update: (input, { caller }) => definitions.update(input, actorOf(caller)),
  remove: (input, { caller }) => definitions.remove(input, actorOf(caller)),
  reorder: (input, { caller }) => definitions.reorder(input, actorOf(caller)),
  usage: (input) => definitions.usage(input),
  rankStatistics: () => definitions.rankStatistics(),
  compareRanks: (input) => definitions.compareRanks(input),
})
