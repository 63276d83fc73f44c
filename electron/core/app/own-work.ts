/** What a desk does by itself: turns the day, disposes of what is old, backs itself up. */
import type { SentinelEvents } from '../../../shared/contract/index.ts'
import type { UnitTime } from '../../../shared/domain/operational-day.ts'
import { createBackupMaker } from '../db/backup-maker.ts'
import type { Database } from '../db/database.ts'
import { createDeskExporting } from '../domain/backups/exporting.ts'
import { createSecondPlace } from '../domain/backups/second.ts'
import { createBackupsService } from '../domain/backups/service.ts'
import { createJobsService } from '../domain/jobs/service.ts'
import { createMusterFiles } from '../domain/muster/files.ts'
import { createMusterRetention } from '../domain/muster/retention.ts'
import type { Clock } from '../kit/clock.ts'
import type { Hub } from '../kit/hub.ts'
import type { Log } from '../kit/log.ts'

interface Options {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
  readonly unitTime: () => UnitTime
  readonly version: string
  /** The desk's own folder; null = a server's, whose administrator backs it up, or a test's own: no backups then. */
  readonly root: string | null
  /** Where musters are written; null = nowhere. */
  readonly musters: string | null
  readonly onRun?: Parameters<typeof createJobsService>[0]['onRun']
  readonly provePin: Parameters<typeof createBackupsService>[0]['provePin']
}

export function createOwnWork({ database, clock, hub, log, unitTime, version, root, musters, onRun, provePin }: Options) {
  const retention = createMusterRetention({ database, clock, files: createMusterFiles({ folder: musters, log }) })
  const given = { database, clock, hub, log }
  const stations = database.server?.stations
  const ofJobs = { ...given, unitTime, disposeMusters: retention.disposeGuests, ...(stations && { leads: stations.leads, clearFiles: retention.removeFiles }), onRun }
  if (root === null) {
    const jobs = createJobsService(ofJobs)
    return { jobs, backups: createBackupsService({ ...given, jobs, provePin, kept: undefined }) }
  }
  const { newestProved, ...maker } = createBackupMaker({ database, root, clock, appVersion: version })
  const second = createSecondPlace({ root, log, newestProved, onChange: () => hub.emit('backups.changed', {}) })
  const jobs = createJobsService({ ...ofJobs, backups: { ...maker, newestProved, carry: second.carry } })
  return { jobs, backups: createBackupsService({ ...given, jobs, provePin, kept: { root, second, newestProved, exporting: createDeskExporting({ database, root, clock, log, appVersion: version }) } }) }
}
