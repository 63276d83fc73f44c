import type * as v from 'valibot'
import type { AuditLine } from '../../../../shared/contract/audit.ts'
import { areaOf } from '../../../../shared/domain/audit-actions.ts'
import type { LineRow } from './queries.ts'
import type { Actor } from './write.ts'

export type Line = v.InferOutput<typeof AuditLine>
type Details = Readonly<Record<string, unknown>>

const textOf = (details: Details, key: string): string | null => (typeof details[key] === 'string' && details[key] !== '' ? details[key] : null)

/** Things whose key is their name to a person too. */
const named: ReadonlySet<string> = new Set(['report', 'operational_day'])

/** Whom or what a line is about, as a person would say it: a badge by its label or the end of its number, and whose it is. */
export function subjectOf({ entityType, entityId, details }: { entityType: string; entityId: string | null; details: Details }): string | null {
  const tail = textOf(details, 'serialTail')
  const badge = entityType === 'badge' ? (textOf(details, 'label') ?? (tail === null ? null : `…${tail}`)) : null
  const name = textOf(details, 'name') ?? textOf(details, 'title') ?? textOf(details, 'fileName')
  if (badge !== null) return name === null ? badge : `${badge} · ${name}`
  return name ?? (named.has(entityType) ? entityId : tail === null ? null : `…${tail}`)
}

/** A line as windows are told of it. */
export function toLine({ line, stationName }: LineRow): Line {
  const { seq, at, actorKind, actorId, actorName, action, entityType, entityId, stationId, correlationId } = line
  const details = line.details === null ? null : (line.details as Record<string, unknown>)
  return {
    seq,
    at: at.toISOString(),
    actor: { kind: actorKind as Actor['kind'], id: actorId, name: actorName },
    area: areaOf(action),
    action,
    entityType,
    entityId,
    subject: subjectOf({ entityType, entityId, details: details ?? {} }),
    stationId,
    stationName,
    details,
    correlationId,
  }
}
