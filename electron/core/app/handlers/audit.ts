import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const auditHandlers = ({ auditLog }: Services): SentinelHandlers['audit'] => ({
  list: (input) => auditLog.list(input),
  entity: (input) => auditLog.entity(input),
  news: (input) => auditLog.news(input),
  stats: (input) => auditLog.stats(input),
  export: (input, { caller }) => auditLog.export(input, actorOf(caller)),
})
