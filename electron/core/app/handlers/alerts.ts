import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const alertsHandlers = (_services: Services): SentinelHandlers['alerts'] => ({})
