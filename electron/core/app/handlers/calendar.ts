import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const calendarHandlers = (_services: Services): SentinelHandlers['calendar'] => ({})
