import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const ddsHandlers = (_services: Services): SentinelHandlers['dds'] => ({})
