import type { SentinelHandlers } from './index.ts'
import { notBuilt } from './not-built.ts'

export const musterHandlers = (): SentinelHandlers['muster'] => ({
  state: notBuilt,
  start: notBuilt,
  rollCall: notBuilt,
  mark: notBuilt,
  addUnlisted: notBuilt,
  setPoint: notBuilt,
  print: notBuilt,
  paper: notBuilt,
  close: notBuilt,
  list: notBuilt,
  settings: notBuilt,
  changeSettings: notBuilt,
})
