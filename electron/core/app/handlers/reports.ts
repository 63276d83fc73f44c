import type { SentinelHandlers } from './index.ts'
import { notBuilt } from './not-built.ts'
import type { Services } from './services.ts'

export const reportsHandlers = ({ reports }: Services): SentinelHandlers['reports'] => ({
  preview: (input, { caller }) => reports.preview(input, caller),
  export: notBuilt,
  cancel: notBuilt,
  presets: notBuilt,
  savePreset: notBuilt,
  removePreset: notBuilt,
  day: (input, { caller }) => reports.day(input, caller),
})
