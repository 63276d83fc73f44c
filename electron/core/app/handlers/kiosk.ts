import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const kioskHandlers = ({ kiosk, kioskSettings }: Services): SentinelHandlers['kiosk'] => ({
  state: () => kiosk.state(),
  settings: (input) => kioskSettings.settings(input),
  updateSettings: (input, { caller }) => kioskSettings.updateSettings(input, actorOf(caller)),
  async open(input, { caller }) {
    await kiosk.open(caller, input)
    return {}
  },
  awaitKeeper: async (input, { caller }) => kiosk.awaitKeeper(caller, input),
  async cancelKeeper(input, { caller }) {
    kiosk.cancelKeeper(caller, input)
    return {}
  },
  async leave(input, { caller }) {
    await kiosk.leave(caller, input)
    return {}
  },
})
