import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const offlineHandlers = ({ offline }: Services): SentinelHandlers['offline'] => ({
  status: async () => offline.status(),
  disagreements: (asked) => offline.disagreements(asked),
  markSeen: (asked, { caller }) => offline.markSeen(asked, actorOf(caller)),
})
