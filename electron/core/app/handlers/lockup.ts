import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const lockupHandlers = (_services: Services): SentinelHandlers['lockup'] => ({})
