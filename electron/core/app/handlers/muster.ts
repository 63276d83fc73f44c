import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const musterHandlers = ({ muster }: Services): SentinelHandlers['muster'] => ({
  state: () => muster.state(),
  start: (input, { caller }) => muster.start(input, caller),
  rollCall: (input) => muster.rollCall(input),
  async mark(input, { caller }) {
    await muster.mark(input, caller)
    return {}
  },
  addUnlisted: (input, { caller }) => muster.addUnlisted(input, caller),
  async setPoint(input, { caller }) {
    await muster.setPoint(input, caller)
    return {}
  },
  async print(input) {
    await muster.print(input)
    return {}
  },
  paper: (input) => muster.paper(input),
  async close(input, { caller }) {
    await muster.close(input, caller)
    return {}
  },
  list: (input) => muster.list(input),
  settings: () => muster.settings(),
  async changeSettings(input, { caller }) {
    await muster.changeSettings(input, caller)
    return {}
  },
})
