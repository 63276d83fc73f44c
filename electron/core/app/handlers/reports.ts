import type { SentinelHandlers } from './index.ts'
import { nothing } from './nothing.ts'
import type { Services } from './services.ts'

export const reportsHandlers = ({ reports }: Services): SentinelHandlers['reports'] => ({
  preview: (input, { caller }) => reports.preview(input, caller),
  export: (input, { caller }) => reports.export(input, caller),
  cancel: ({ runId }) => nothing(reports.cancel(runId)),
  presets: (_input, { caller }) => reports.presets(caller),
  savePreset: (input, { caller }) => reports.savePreset(input, caller),
  removePreset: ({ presetId }, { caller }) => nothing(reports.removePreset(presetId, caller)),
  day: (input, { caller }) => reports.day(input, caller),
})
