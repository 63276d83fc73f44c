import type { SentinelHandlers } from './index.ts'
import { nothing } from './nothing.ts'
import type { Services } from './services.ts'

export const serverHandlers = ({ server }: Services): SentinelHandlers['server'] => ({
  state: () => server.state(),
  check: (input) => server.check(input),
  plan: (input, { caller }) => nothing(server.plan(input, caller)),
  cancel: (input, { caller }) => nothing(server.cancel(input, caller)),
})
