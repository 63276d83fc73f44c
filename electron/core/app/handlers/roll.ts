import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const rollHandlers = (_services: Services): SentinelHandlers['roll'] => ({})
