import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const definitionsHandlers = ({ definitions }: Services): SentinelHandlers['definitions'] => ({
  read: () => definitions.read(),
})
