import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const settingsHandlers = (_services: Services): SentinelHandlers['settings'] => ({})
