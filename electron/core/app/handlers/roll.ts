import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const rollHandlers = ({ roll }: Services): SentinelHandlers['roll'] => ({
  read: (input) => roll.read(input),
  preview: (input) => roll.preview(input),
  import: (input, { caller }) => roll.import(input, actorOf(caller)),
  lastImport: () => roll.lastImport(),
  undoLast: (input, { caller }) => roll.undoLast(input, actorOf(caller)),
  errorFile: (input, { caller }) => roll.errorFile(input, actorOf(caller)),
  diffFile: (input, { caller }) => roll.diffFile(input, actorOf(caller)),
})
