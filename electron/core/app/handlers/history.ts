import { permits } from '../../../../shared/domain/access.ts'
import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const historyHandlers = ({ history }: Services): SentinelHandlers['history'] => ({
  list: (input) => history.list(input),
  get: (input) => history.get(input),
  record: (input, { caller }) => history.record(input, actorOf(caller)),
  correct: (input, { caller }) => history.correct(input, actorOf(caller)),
  correctMany: (input, { caller }) => history.correctMany(input, actorOf(caller)),
  async remove(input, { caller }) {
    await history.remove(input, actorOf(caller))
    return {}
  },
  undo: (input, { caller }) => history.undo(input, actorOf(caller), permits('quartermaster', caller)),
  stale: (input) => history.stale(input),
  checkOutMany: (input, { caller }) => history.checkOutMany(input, actorOf(caller)),
  missedCheckouts: (input) => history.missedCheckouts(input),
  export: (input, { caller }) => history.export(input, actorOf(caller)),
})
