/** Whoever signs in at a desk stands in the building (domain.md 4.2 "login check-in", 4.22). */
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { newId } from '../../kit/id.ts'
import type { ArrivalTaker } from '../accounts/sign-in.ts'
import { writeAudit } from '../audit/write.ts'
import { ensureStation } from '../stations/stations.ts'
import { insertMovement, lockBadge, lockHolder } from './queries.ts'
import { decideScan } from './rules.ts'
import type { ScanWatcher } from './scan.ts'
import { factsOf, recordOfMove } from './scan-record.ts'

interface Dependencies {
  readonly unitTime: () => UnitTime
  readonly watcher?: ScanWatcher | undefined
}

export function createLoginArrivals({ unitTime, watcher }: Dependencies): ArrivalTaker {
  return {
    async lock(tx, serial) {
      const found = await lockBadge(tx, serial)
      if (found?.memberId != null) await lockHolder(tx, found.memberId)
    },

    async take(tx, { serial, stationId, now, actor }) {
      const found = await lockBadge(tx, serial)
      const holder = found?.memberId == null ? undefined : await lockHolder(tx, found.memberId)
      if (found === undefined || holder === undefined || holder.direction === 'in') return null
      const decision = decideScan({ isUsable: found.isUsable, holder: factsOf(holder) }, now, operationalDate(now, unitTime()))
      if (decision.kind !== 'moved') return null
      const stationName = await ensureStation(tx, stationId, now)
      const { id: memberId, displayName: name, admission } = holder
      const { movement, audit } = recordOfMove(decision, { id: newId(), scanId: newId(), now, memberId, name, badgeId: found.id, stationId, reader: null, actor })
      await writeAudit(tx, { ...audit, action: 'checkin_login' })
      const revision = await insertMovement(tx, movement, 'login')
      const watched = await watcher?.moved(tx, { memberId, direction: 'in', isNoted: admission === 'note', stationId, stationName, at: decision.at })
      return { movementId: movement.id, at: decision.at, revision, alerted: watched?.raised ?? false }
    },
  }
}
