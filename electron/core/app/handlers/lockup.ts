import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const lockupHandlers = ({ lockup }: Services): SentinelHandlers['lockup'] => ({
  status: () => lockup.status(),
  openers: () => lockup.openers(),
  recipients: () => lockup.recipients(),
  open: (input, { caller }) => lockup.open(input, caller),
  handOver: (input, { caller }) => lockup.handOver(input, caller),
  list: () => lockup.list(),
  start: (input, { caller }) => lockup.start(input, caller),
  cancel: (input, { caller }) => lockup.cancel(input, caller),
  execute: (input, { caller }) => lockup.execute(input, caller),
  execution: (input) => lockup.execution(input),
  history: (input) => lockup.history(input),
})
