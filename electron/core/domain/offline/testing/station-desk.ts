/** A station whose server goes away when a test says so, and another that goes on, on one real database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import type { SentinelEvents } from '../../../../../shared/contract/index.ts'
import { defaultUnitTime } from '../../../../../shared/domain/operational-day.ts'
import { memberPresence, movement } from '../../../db/schema/index.ts'
import { createTestDatabase } from '../../../db/testing/test-database.ts'
import { createFakeClock } from '../../../kit/clock.ts'
import { createHub } from '../../../kit/hub.ts'
import { silentLog } from '../../../kit/log.ts'
import type { Actor } from '../../audit/write.ts'
import { scanAlerts } from '../../alerts/scan-alerts.ts'
import { createJobsService } from '../../jobs/service.ts'
import { createPresenceService } from '../../presence/service.ts'
import { createAwaySwitch } from '../../simulation/away-switch.ts'
import { createOfflineService } from '../service.ts'
import { enlist, type Enlisted } from './enlist.ts'

const device: Actor = { kind: 'device', id: 'front', name: 'Front reader' }

/** @param slowMs by how much the station's clock is behind the server's */
export async function createStationDesk({ start = '2026-11-24T18:00:00.000Z', slowMs = 0 }: { start?: string; slowMs?: number } = {}) {
  const record = await createTestDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-station-'))
  /** The station's own. */
  const clock = createFakeClock(new Date(new Date(start).getTime() - slowMs).toISOString())
  let slow = slowMs
  const server = { ...clock, now: () => new Date(clock.now().getTime() + slow) }
  const away = createAwaySwitch(record, server)
  const hub = createHub<SentinelEvents>(silentLog)
  const events: [string, unknown][] = []
  hub.onAny((name, payload) => events.push([name, payload]))
  const unitTime = () => defaultUnitTime
  const given = { hub, unitTime, enrolment: { take: async () => undefined }, watcher: scanAlerts }
  const presence = createPresenceService({ ...given, database: away.database, clock })
  const other = createPresenceService({ ...given, database: record, clock: server })
  const jobs = createJobsService({ database: away.database, clock: server, hub, log: silentLog, unitTime })
  const otherJobs = createJobsService({ database: record, clock: server, hub, log: silentLog, unitTime })
  const open = () => createOfflineService({ database: away.database, clock, hub, log: silentLog, unitTime, stationId: 'front-door', root: folder, scan: presence.scan, nameOfStation: (id) => id, jobs })
  let offline = open()
  await offline.begin()

  const desk = {
    record,
    folder,
    clock,
    server,
    away,
    hub,
    events,
    jobs,
    otherJobs,
    offline: () => offline,
    /** As after a crash of the station. */
    async restart(): Promise<void> {
      await offline.stop()
      offline = open()
      await offline.begin()
    },
    setClock(ms: number): void {
      clock.set(new Date(clock.now().getTime() + ms))
      slow -= ms
    },
    scan: (serial: string, scanId?: string) => offline.scan({ serial, stationId: 'front-door', scanId, reader: 'Front', actor: device }),
    /** At another station, which has the server. */
    scanElsewhere: (serial: string) => other.scan({ serial, stationId: 'rear-door', reader: 'Rear', actor: device }),
    enlist: (count: number): Promise<Enlisted[]> => enlist(record, server.now(), count),
    /** What the station knows is read again, as it is some seconds after a change. */
    async look(): Promise<void> {
      await desk.restart()
    },
    /** The server is back, and everything that was kept is entered. */
    async comeBack(): Promise<void> {
      away.comeBack()
      await offline.settled()
    },
    /** In effect, oldest first: `+` in, `-` out. */
    async chain(memberId: string): Promise<{ at: string; direction: string; method: string; flagReason: string | null; scanId: string | null }[]> {
      const rows = await record.read((tx) => tx.select().from(movement).where(eq(movement.memberId, memberId)).orderBy(asc(movement.at), asc(movement.seq)))
      return rows.filter(({ voided }) => !voided).map(({ at, direction, method, flagReason, scanId }) => ({ at: at.toISOString(), direction, method, flagReason, scanId }))
    },
    isInside: async (memberId: string): Promise<boolean> => (await record.read((tx) => tx.select().from(memberPresence).where(eq(memberPresence.memberId, memberId))))[0]?.direction === 'in',
    toSee: async () => (await offline.disagreements({ includeSeen: false, before: null, limit: 200 })).items,
    async close(): Promise<void> {
      await offline.stop()
      await record.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return desk
}

export type StationDesk = Awaited<ReturnType<typeof createStationDesk>>
