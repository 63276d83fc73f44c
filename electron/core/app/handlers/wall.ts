import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const wallHandlers = ({ wall }: Services): SentinelHandlers['wall'] => ({
  state: () => wall.state(),
  async open(_input, { caller }) {
    await wall.setOpen(true, actorOf(caller))
    return {}
  },
  async close(_input, { caller }) {
    await wall.setOpen(false, actorOf(caller))
    return {}
  },
})
