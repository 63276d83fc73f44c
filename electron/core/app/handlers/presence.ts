import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const presenceHandlers = ({ presence, typedSerials }: Services): SentinelHandlers['presence'] => ({
  async scan({ serial, stationId: named, scanId, reader }, { caller }) {
    const stationId = named ?? caller.stationId
    return presence.scan({ serial: typedSerials.serialOf(stationId, serial), stationId, scanId, reader, actor: actorOf(caller) })
  },
  now: () => presence.now(),
  activity: ({ limit }) => presence.activity(limit),
})
