import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const scheduleHandlers = (_services: Services): SentinelHandlers['schedule'] => ({})
