import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const dutyLogHandlers = (_services: Services): SentinelHandlers['dutyLog'] => ({})
