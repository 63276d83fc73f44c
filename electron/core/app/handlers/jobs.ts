import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const jobsHandlers = (_services: Services): SentinelHandlers['jobs'] => ({})
