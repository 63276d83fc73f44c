import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const attendanceHandlers = ({ attendance }: Services): SentinelHandlers['attendance'] => ({
  unit: (input) => attendance.unit(input),
  explain: (input) => attendance.explain(input),
  bmq: (input) => attendance.bmq(input),
  explainBmq: (input) => attendance.explainBmq(input),
})
