/** The light: backups that are too old, and a second place that does not take them (trust.md 3.1). */
import type { SecondState } from '../../../../shared/domain/backups.ts'
import type { Tx } from '../../db/database.ts'
import { keepAlert, resolveAlerts, type AlertFacts } from '../alerts/raise.ts'

const hourMs = 3_600_000

export interface BackupFacts {
  readonly now: Date
  /** Of the newest that was proved; null = none. */
  readonly newestAt: Date | null
  readonly maxAgeHours: number
  readonly second: { readonly state: SecondState; readonly folder: string | null; readonly newestAt: Date | null }
}

const isOld = ({ now, maxAgeHours }: BackupFacts, at: Date | null): boolean => at === null || now.getTime() - at.getTime() > maxAgeHours * hourMs

export const isOverdue = (facts: BackupFacts): boolean => isOld(facts, facts.newestAt)

/** What is warned of here; of itself Sentinel says other things as well. */
const subjects = ['backup_overdue', 'backup_second'] as const

/** What to warn of, by subject. Pure. A stick that is out for less than the limit is no reason: it may lie in a drawer by day. */
export function backupWarnings(facts: BackupFacts): { subject: (typeof subjects)[number]; facts: AlertFacts }[] {
  const { second } = facts
  const warnings: { subject: (typeof subjects)[number]; facts: AlertFacts }[] = []
  if (isOverdue(facts)) warnings.push({ subject: 'backup_overdue', facts: { what: 'backup_overdue', at: facts.newestAt?.toISOString() ?? null } })
  const isBroken = second.state === 'full' || second.state === 'read_only' || second.state === 'failed'
  if (isBroken || (second.state === 'missing' && isOld(facts, second.newestAt))) warnings.push({ subject: 'backup_second', facts: { what: `second_${second.state}`, folder: second.folder } })
  return warnings
}

/** An alert that was acknowledged is quiet for a day. */
const quietMinutes = 24 * 60

/** Raises and takes back. @returns whether anything changed */
export async function keepBackupAlerts(tx: Tx, facts: BackupFacts): Promise<boolean> {
  const warnings = backupWarnings(facts)
  let changed = false
  for (const warning of warnings) changed = (await keepAlert(tx, { type: 'system', severity: 'warning', at: facts.now, ...warning }, quietMinutes)) || changed
  return (await resolveAlerts(tx, ['system'], facts.now, warnings.map(({ subject }) => subject), subjects)) > 0 || changed
}
