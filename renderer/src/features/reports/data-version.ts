/** When a report that is on the screen may have become another: each is read from some of what the core tells of. */
import type { ReportKind } from '../../../../shared/domain/reports.ts'
import { useDutyLog } from '../../stores/duty-log.ts'
import { useMembers } from '../../stores/members.ts'
import { usePresence } from '../../stores/presence.ts'
import { useTraining } from '../../stores/training.ts'
import { useVisitors } from '../../stores/visitors.ts'

const versions = {
  presence: () => usePresence.getState().snapshot?.revision ?? 0,
  members: () => useMembers.getState().changes,
  training: () => useTraining.getState().changes,
  visitors: () => useVisitors.getState().changes,
  log: () => useDutyLog.getState().changes,
}

const sources: Readonly<Record<ReportKind, readonly (keyof typeof versions)[]>> = {
  presence: ['presence', 'members', 'visitors'],
  daily_checkin: ['presence', 'members'],
  training_nights: ['presence', 'members', 'training'],
  bmq: ['presence', 'members', 'training'],
  roster: ['members'],
  visitors: ['visitors'],
  missed_checkouts: ['presence', 'members'],
  badges: ['members', 'visitors'],
  duty_log: ['log', 'presence'],
  handover: ['log', 'presence', 'visitors'],
  corrections: ['presence'],
}

export const dataVersion = (kind: ReportKind): string => sources[kind].map((source) => versions[source]()).join(' ')

/** The same, kept true. */
export function useDataVersion(kind: ReportKind): string {
  usePresence()
  useMembers()
  useTraining()
  useVisitors()
  useDutyLog()
  return dataVersion(kind)
}
