import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const historyHandlers = (_services: Services): SentinelHandlers['history'] => ({})
