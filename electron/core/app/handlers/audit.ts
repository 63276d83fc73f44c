import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const auditHandlers = (_services: Services): SentinelHandlers['audit'] => ({})
