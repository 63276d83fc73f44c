import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const accountsHandlers = (_services: Services): SentinelHandlers['accounts'] => ({})
