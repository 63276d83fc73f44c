import type { SentinelHandlers } from './index.ts'
import { nothing } from './nothing.ts'
import type { Services } from './services.ts'

export const backupsHandlers = ({ backups }: Services): SentinelHandlers['backups'] => ({
  status: () => backups.status(),
  list: (input) => backups.list(input),
  make: (input, { caller }) => backups.make(input, caller),
  setSecond: (input, { caller }) => nothing(backups.setSecond(input, caller)),
  removeSecond: (input, { caller }) => nothing(backups.removeSecond(input, caller)),
  setMaxAge: (input, { caller }) => nothing(backups.setMaxAge(input, caller)),
  preview: (input) => backups.preview(input),
  restore: (input, { caller }) => backups.restore(input, caller),
  exportDatabase: (input, { caller }) => backups.exportDatabase(input, caller),
  cancelExport: () => nothing(backups.cancelExport()),
  cancelRestore: (input, { caller }) => nothing(backups.cancelRestore(input, caller)),
})
