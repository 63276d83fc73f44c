import { refuse } from '../../kit/refusal.ts'
import { actorOf } from '../../domain/audit/write.ts'
import { namesOfActivity, namesOfPresence } from '../../domain/presence/names-only.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const presenceHandlers = ({ presence, typedSerials }: Services): SentinelHandlers['presence'] => ({
  async scan({ serial, stationId: named, scanId, reader }, { caller }) {
    // SECURITY: a device's key speaks for the one station it was made for.
    if (caller.kind === 'key' && named !== undefined && named !== caller.stationId) throw refuse('forbidden')
    const stationId = named ?? caller.stationId
    return presence.scan({ serial: typedSerials.serialOf(stationId, serial), stationId, scanId, reader, actor: actorOf(caller) })
  },
  async now(_input, { caller }) {
    const snapshot = await presence.now()
    return caller.namesOnly === true ? namesOfPresence(snapshot) : snapshot
  },
  async activity({ limit }, { caller }) {
    const activity = await presence.activity(limit)
    return caller.namesOnly === true ? namesOfActivity(activity) : activity
  },
})
