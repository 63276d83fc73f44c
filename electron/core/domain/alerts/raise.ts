/** Raising an alert and taking it back, in the transaction of what caused it (domain.md 4.11 ▶). The caller emits `alerts.changed` after the commit. */
import { and, desc, eq, gt, inArray, notInArray, sql } from 'drizzle-orm'
import type { AlertSeverity, AlertType } from '../../../../shared/domain/alerts.ts'
import type { Tx } from '../../db/database.ts'
import { alert } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'

export type AlertFacts = Record<string, string | number | boolean | null | string[]>

export interface NewAlert {
  readonly type: AlertType
  readonly severity: AlertSeverity
  /** What it is about. Another subject is another alert: one unknown badge silences no other (⚠). */
  readonly subject: string
  readonly at: Date
  readonly memberId?: string | null
  readonly stationId?: string | null
  readonly facts?: AlertFacts
}

/** Something happened: a new alert, or one more on the counter of the one that stands. */
export async function raiseAlert(tx: Tx, { type, severity, subject, at, memberId = null, stationId = null, facts = {} }: NewAlert): Promise<void> {
  await tx
    .insert(alert)
    .values({ id: newId(), type, severity, subject, firstAt: at, lastAt: at, memberId, stationId, details: facts })
    .onConflictDoUpdate({
      target: [alert.type, alert.subject],
      targetWhere: sql`${alert.status} = 'active'`,
      set: { count: sql`${alert.count} + 1`, lastAt: sql`greatest(${alert.lastAt}, excluded.last_at)`, stationId, details: facts, severity: gravest },
    })
}

/** A standing alert never becomes milder by being raised again. */
const gravest = sql`case when 'critical' in (${alert.severity}, excluded.severity) then 'critical' when 'warning' in (${alert.severity}, excluded.severity) then 'warning' else 'info' end`

/**
 * A state holds at this moment, such as “it is past 19:00 and nobody holds lockup”. Asked again and again, it raises one
 * alert; acknowledged, it is quiet for `quietMinutes` (the window of domain.md 1.2) and then speaks up again.
 * @returns whether anything changed
 */
export async function keepAlert(tx: Tx, state: NewAlert, quietMinutes: number): Promise<boolean> {
  const { type, severity, subject, at, facts = {} } = state
  const of = and(eq(alert.type, type), eq(alert.subject, subject))
  const [standing] = await tx.select({ id: alert.id, severity: alert.severity, details: alert.details }).from(alert).where(and(of, eq(alert.status, 'active'))).for('update')
  if (standing !== undefined) {
    if (standing.severity === severity && same(standing.details, facts)) return false
    await tx.update(alert).set({ severity, details: facts, lastAt: at }).where(eq(alert.id, standing.id))
    return true
  }
  const [quiet] = await tx
    .select({ severity: alert.severity })
    .from(alert)
    .where(and(of, eq(alert.status, 'acknowledged'), gt(alert.acknowledgedAt, new Date(at.getTime() - quietMinutes * 60_000))))
    .orderBy(desc(alert.seq))
    .limit(1)
  // What was acknowledged as a warning says so again when it becomes critical.
  if (quiet !== undefined && (quiet.severity === severity || severity !== 'critical')) return false
  await raiseAlert(tx, state)
  return true
}

const same = (stored: unknown, facts: AlertFacts): boolean => JSON.stringify(sorted(stored as AlertFacts)) === JSON.stringify(sorted(facts))
const sorted = (facts: AlertFacts): [string, unknown][] => Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))

/**
 * The cause went away: active alerts of these types end by themselves and stay on record.
 * @param except subjects whose cause still stands
 * @param among the only subjects that whoever asks knows of; absent = all of the type are theirs
 * @returns how many ended
 */
export async function resolveAlerts(tx: Tx, types: readonly AlertType[], at: Date, except: readonly string[] = [], among?: readonly string[]): Promise<number> {
  const ended = await tx
    .update(alert)
    .set({ status: 'resolved', resolvedAt: at })
    .where(and(inArray(alert.type, [...types]), eq(alert.status, 'active'), except.length === 0 ? undefined : notInArray(alert.subject, [...except]), among === undefined ? undefined : inArray(alert.subject, [...among])))
    .returning({ id: alert.id })
  return ended.length
}
