import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const kioskHandlers = ({ kiosk }: Services): SentinelHandlers['kiosk'] => ({
  state: () => kiosk.state(),
  async open(input, { caller }) {
    await kiosk.open(caller, input)
    return {}
  },
  async leave(input, { caller }) {
    await kiosk.leave(caller, input)
    return {}
  },
})
