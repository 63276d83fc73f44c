import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import { notBuilt } from './not-built.ts'
import type { Services } from './services.ts'

export const reportsHandlers = ({ reports }: Services): SentinelHandlers['reports'] => ({
  preview: notBuilt,
  export: notBuilt,
  cancel: notBuilt,
  presets: notBuilt,
  savePreset: notBuilt,
  removePreset: notBuilt,
  day: (input, { caller }) => reports.day(input, actorOf(caller)),
})
