import type * as v from 'valibot'
import type { HistoryItem } from '../../../../shared/contract/history.ts'
import type { HistoryRow } from './rows.ts'

export type Item = v.InferOutput<typeof HistoryItem>

/** A row of the record as windows are told of it. */
export function toItem({ move, made, gone, original, ...row }: HistoryRow): Item {
  const { id, seq, direction, stationId, reader, method, flagged, flagReason, voided } = move
  return {
    id,
    seq,
    direction,
    stationId,
    reader,
    method,
    flagged,
    flagReason,
    voided,
    at: move.at.toISOString(),
    recordedAt: move.recordedAt.toISOString(),
    stationName: row.stationName,
    person: {
      id: row.personId,
      displayName: row.displayName,
      rank: row.rank,
      firstName: row.firstName,
      lastName: row.lastName,
      serviceNumber: row.serviceNumber,
      division: row.divisionCode === null ? null : { code: row.divisionCode, name: row.divisionName ?? row.divisionCode },
    },
    entered:
      made === null || (made.kind !== 'add' && made.kind !== 'edit')
        ? null
        : {
            kind: made.kind,
            at: made.at.toISOString(),
            actorName: made.actorName,
            reason: made.reason,
            original: original === null ? null : { direction: original.direction, at: original.at.toISOString(), stationName: row.originalStation ?? '' },
          },
    ended: gone === null || gone.kind === 'add' ? null : { kind: gone.kind, at: gone.at.toISOString(), actorName: gone.actorName, reason: gone.reason },
  }
}
