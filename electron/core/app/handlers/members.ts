import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const membersHandlers = ({ members }: Services): SentinelHandlers['members'] => ({
  list: (input) => members.list(input),
  previewRoll: (input) => members.previewRoll(input),
  importRoll: (input, { caller }) => members.importRoll(input, actorOf(caller)),
})
