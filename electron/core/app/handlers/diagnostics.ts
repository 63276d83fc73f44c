import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const diagnosticsHandlers = ({ diagnostics }: Services): SentinelHandlers['diagnostics'] => ({
  log: ({ cursor, limit, ...filter }) => diagnostics.log(filter, cursor, limit),
  measures: async () => diagnostics.measures(),
  preview: () => diagnostics.preview(),
  save: (_input, { caller }) => diagnostics.save(caller),
})
