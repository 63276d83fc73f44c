import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const presenceHandlers = ({ presence }: Services): SentinelHandlers['presence'] => ({
  scan: ({ serial, stationId, scanId, reader }, { caller }) => presence.scan({ serial, stationId: stationId ?? caller.stationId, scanId, reader, actor: actorOf(caller) }),
  now: () => presence.now(),
  activity: ({ limit }) => presence.activity(limit),
})
