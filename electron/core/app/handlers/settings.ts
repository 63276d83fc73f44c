import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import { nothing } from './nothing.ts'
import type { Services } from './services.ts'

export const settingsHandlers = ({ settings }: Services): SentinelHandlers['settings'] => ({
  timings: () => settings.timings(),
  updateTimings: (input, { caller }) => settings.updateTimings(input, actorOf(caller)),
  timeStatus: () => settings.timeStatus(),
  unit: () => settings.unit(),
  updateUnit: (input, { caller }) => settings.updateUnit(input, actorOf(caller)),
  crest: () => settings.crest(),
  setCrest: (input, { caller }) => nothing(settings.setCrest(input, actorOf(caller))),
  removeCrest: (_input, { caller }) => nothing(settings.removeCrest(actorOf(caller))),
  reports: () => settings.reports(),
  updateReports: (input, { caller }) => settings.updateReports(input, actorOf(caller)),
})
