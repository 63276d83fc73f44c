import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const stationsHandlers = (_services: Services): SentinelHandlers['stations'] => ({})
