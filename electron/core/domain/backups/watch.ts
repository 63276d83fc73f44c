/** The light: backups that are too old, a second place that does not take them, and a desk that could not be read for one (trust.md 3.1, 3.2). */
import type { AlertSeverity } from '../../../../shared/domain/alerts.ts'
import type { SecondState } from '../../../../shared/domain/backups.ts'
import type { Tx } from '../../db/database.ts'
import { keepAlert, resolveAlerts, type AlertFacts } from '../alerts/raise.ts'

const hourMs = 3_600_000

export interface BackupFacts {
  readonly now: Date
  /** Of the newest that was proved; null = none. */
  readonly newestAt: Date | null
  readonly maxAgeHours: number
  /** The last attempt found the desk's own files damaged. */
  readonly damaged: boolean
  readonly second: { readonly state: SecondState; readonly folder: string | null; readonly newestAt: Date | null }
}

const isOld = ({ now, maxAgeHours }: BackupFacts, at: Date | null): boolean => at === null || now.getTime() - at.getTime() > maxAgeHours * hourMs

export const isOverdue = (facts: BackupFacts): boolean => isOld(facts, facts.newestAt)

/** What is warned of here; of itself Sentinel says other things as well. */
const subjects = ['database_damaged', 'backup_overdue', 'backup_second'] as const

interface Warning {
  readonly subject: (typeof subjects)[number]
  readonly severity: AlertSeverity
  readonly facts: AlertFacts
}

/** What to warn of, by subject. Pure. A stick that is out for less than the limit is no reason: it may lie in a drawer by day. */
export function backupWarnings(facts: BackupFacts): Warning[] {
  const { second } = facts
  const warnings: Warning[] = []
  if (facts.damaged) warnings.push({ subject: 'database_damaged', severity: 'critical', facts: { what: 'database_damaged', at: facts.newestAt?.toISOString() ?? null } })
  if (isOverdue(facts)) warnings.push({ subject: 'backup_overdue', severity: 'warning', facts: { what: 'backup_overdue', at: facts.newestAt?.toISOString() ?? null } })
  const isBroken = second.state === 'full' || second.state === 'read_only' || second.state === 'failed'
  if (isBroken || (second.state === 'missing' && isOld(facts, second.newestAt))) warnings.push({ subject: 'backup_second', severity: 'warning', facts: { what: `second_${second.state}`, folder: second.folder } })
  return warnings
}

/** An alert that was acknowledged is quiet for a day. */
const quietMinutes = 24 * 60

/** Raises and takes back. @returns whether anything changed */
export async function keepBackupAlerts(tx: Tx, facts: BackupFacts): Promise<boolean> {
  const warnings = backupWarnings(facts)
  let changed = false
  for (const warning of warnings) changed = (await keepAlert(tx, { type: 'system', at: facts.now, ...warning }, quietMinutes)) || changed
  return (await resolveAlerts(tx, ['system'], facts.now, warnings.map(({ subject }) => subject), subjects)) > 0 || changed
}
