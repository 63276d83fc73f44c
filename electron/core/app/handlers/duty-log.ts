import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const dutyLogHandlers = ({ dutyLog }: Services): SentinelHandlers['dutyLog'] => ({
  page: () => dutyLog.page(),
  updatePage: (input, { caller }) => dutyLog.updatePage(input, actorOf(caller)),
  day: ({ date }) => dutyLog.day(date),
  async tick(input, { caller }) {
    await dutyLog.tick(input, caller)
    return {}
  },
  async untick(input, { caller }) {
    await dutyLog.untick(input, caller)
    return {}
  },
  add: (input, { caller }) => dutyLog.add(input, caller),
  correct: (input, { caller }) => dutyLog.correct(input, caller),
  async remove(input, { caller }) {
    await dutyLog.remove(input, caller)
    return {}
  },
  search: (input) => dutyLog.search(input),
})
