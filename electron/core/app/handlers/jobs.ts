import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const jobsHandlers = ({ jobs }: Services): SentinelHandlers['jobs'] => ({
  status: () => jobs.status(),
  resetPreview: () => jobs.resetPreview(),
  digest: (input) => jobs.digest(input),
  runs: (input) => jobs.runs(input),
})
