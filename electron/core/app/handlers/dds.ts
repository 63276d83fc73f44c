import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const ddsHandlers = ({ dds }: Services): SentinelHandlers['dds'] => ({
  today: () => dds.today(),
  candidates: () => dds.candidates(),
  startOfDay: (input, { caller }) => dds.startOfDay(input, caller),
  accept: (input, { caller }) => dds.accept(input, caller),
  set: (input, { caller }) => dds.set(input, caller),
  transfer: (input, { caller }) => dds.transfer(input, caller),
  release: (input, { caller }) => dds.release(input, caller),
  handover: () => dds.handover(),
  completeHandover: (input, { caller }) => dds.completeHandover(input, caller),
  log: (input) => dds.log(input),
  liveDuties: () => dds.liveDuties(),
  setLiveDuty: (input, { caller }) => dds.setLiveDuty(input, caller),
  clearLiveDuty: (input, { caller }) => dds.clearLiveDuty(input, caller),
})
