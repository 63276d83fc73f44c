import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const reportsHandlers = ({ reports }: Services): SentinelHandlers['reports'] => ({
  day: (input, { caller }) => reports.day(input, actorOf(caller)),
})
