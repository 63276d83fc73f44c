import { operationalDate } from '../../../../shared/domain/operational-day.ts'
import { readRevision } from '../../domain/presence/queries.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const systemHandlers = ({ database, clock, dev, host, version, stationId, stations, diskRoom, unit: unitNow }: Services): SentinelHandlers['system'] => ({
  async status() {
    const now = clock.now()
    const unit = unitNow()
    const state = database.state()
    return {
      version,
      host,
      unit: { name: unit.name, zone: unit.zone, rollover: unit.rollover },
      stationId,
      stationName: stations.nameOf(stationId),
      now: now.toISOString(),
      operationalDate: operationalDate(now, unit),
      // A stalled database must not stall the light that says so.
      revision: state === 'ready' ? await database.read(readRevision).catch(() => 0) : 0,
      database: { state, embedded: database.embedded },
      disk: diskRoom?.status() ?? null,
      dev,
    }
  },
})
