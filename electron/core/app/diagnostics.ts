/** The log, the measures, and a file of both for whoever helps from afar (issue 8). What could tell of a person is left out, not blotted out. */
import { statfs } from 'node:fs/promises'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { backups as backupsContract } from '../../../shared/contract/backups.ts'
import { sampleEveryMs, type MeasureRing } from './measure-ring.ts'
import type { diagnostics } from '../../../shared/contract/diagnostics.ts'
import type { Caller } from '../../../shared/domain/access.ts'
import { operationalDate, type UnitTime } from '../../../shared/domain/operational-day.ts'
import type { Database } from '../db/database.ts'
import { readMigrations } from '../db/migrate.ts'
import { stageFile } from '../db/stage-file.ts'
import { readTableSizes } from '../db/table-sizes.ts'
import { actorOf, writeAudit } from '../domain/audit/write.ts'
import type { BackupsService } from '../domain/backups/service.ts'
import type { SavePlace } from '../domain/reports/exporting.ts'
import type { Clock } from '../kit/clock.ts'
import { errorFields, type Log } from '../kit/log.ts'
import type { LogSource } from '../kit/log-pages.ts'
import type { LogRecord } from '../kit/log-record.ts'
import { labelValue, type Metrics } from '../kit/metrics.ts'
import { refuse } from '../kit/refusal.ts'
import type { ReaderManager } from '../readers/port.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly logSource: LogSource
  readonly metrics: Metrics
  readonly ring: Pick<MeasureRing, 'samples'>
  readonly readers: Pick<ReaderManager, 'statuses'>
  readonly backups: Pick<BackupsService, 'status' | 'list'>
  readonly unitTime: () => UnitTime
  readonly about: { readonly version: string; readonly host: string; readonly dev: boolean }
  /** The desk’s own folder; null = it has none. */
  readonly root: string | null
  readonly savePlace: SavePlace | undefined
}

type Contract = typeof diagnostics
export type DiagnosticsService = ReturnType<typeof createDiagnostics>

/** So many lines of the log go into the file. */
const tailLines = 500

/** A line with what cannot tell of anybody: numbers, yes and no, and words of our own source. Ids go too: they lead to people for whoever has the database. */
export function redactRecord({ at, level, event, correlationId, fields }: LogRecord): object {
  const kept = Object.entries(fields).flatMap(([name, value]) => {
    if (typeof value !== 'string') return [[name, value]]
    return labelValue(value) === value ? [[name, value]] : []
  })
  const left = Object.keys(fields).length - kept.length
  return { at, level, event: labelValue(event), correlationId, ...Object.fromEntries(kept), ...(left > 0 && { leftOut: left }) }
}

export function createDiagnostics({ database, clock, log, logSource, metrics, ring, readers, backups, unitTime, about, root, savePlace }: Dependencies) {
  const page: LogSource['page'] = (...asked) => logSource.page(...asked)

  async function tail(): Promise<LogRecord[]> {
    const { records } = await page({ level: 'debug', text: '', correlationId: null, from: null, to: null }, null, tailLines)
    return records
  }
  /** A database that stalls must not stall who asks why. */
  const readCounts = async (): Promise<object> => (database.state() === 'ready' ? database.read(readTableSizes) : {})
  async function readDisk(): Promise<object | null> {
    if (root === null) return null
    const { bavail, blocks, bsize } = await statfs(root)
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
  }
  async function readBackups(): Promise<object> {
    const { newestAt, overdue, maxAgeHours, second } = await backups.status()
    const { here, away }: OutputOf<(typeof backupsContract)['list']> = await backups.list({ folder: null })
    const told = (list: readonly { kind: string; madeAt: string; rows: number | null; bytes: number | null; verified: boolean }[]) => list.slice(0, 20).map(({ kind, madeAt, rows, bytes, verified }) => ({ kind, madeAt, rows, bytes, verified }))
    return { newestAt, overdue, maxAgeHours, secondPlace: { state: second.state, newestAt: second.newestAt }, here: told(here), away: told(away) }
  }
  /** One part that cannot be had must not keep the others from whoever helps. */
  async function part(read: () => unknown): Promise<unknown> {
    try {
      return await read()
    } catch (error) {
      return { notRead: error instanceof Error ? error.name : 'unknown' }
    }
  }

  async function compose(): Promise<{ fileName: string; content: string }> {
    const now = clock.now()
    const { zone, rollover } = unitTime()
    const { node, electron, chrome, v8 } = process.versions as Record<string, string | undefined>
    const whole = {
      what: 'Sentinel diagnostics: no names, service numbers, badge numbers or PINs',
      madeAt: now.toISOString(),
      sentinel: about,
      runtime: { node, electron, chrome, v8, platform: platform(), release: release(), arch: arch(), cpus: cpus().length, memoryBytes: totalmem() },
      settings: { zone, rollover },
      database: { state: database.state(), schema: await part(() => readMigrations().at(-1)?.tag), rows: await part(readCounts) },
      disk: await part(readDisk),
      // Their names and places were typed by people; a USB reader’s place holds its serial number.
      readers: readers.statuses().map(({ kind, state, fault, since, lastReadAt, scans, rejects }) => ({ kind, state, fault, since, lastReadAt, scans, rejects })),
      backups: await part(readBackups),
      metrics: await part(() => metrics.collect()),
      measures: ring.samples(),
      log: await part(async () => (await tail()).map(redactRecord)),
    }
    return { fileName: `sentinel-diagnostics-${operationalDate(now, { zone, rollover })}.json`, content: `${JSON.stringify(whole, null, 1)}\n` }
  }

  async function record(caller: Caller, bytes: number): Promise<void> {
    await database.transaction((tx) => writeAudit(tx, { at: clock.now(), actor: actorOf(caller), action: 'diagnostics_export', entityType: 'diagnostics', entityId: null, details: { bytes } }))
  }

  return {
    log: page,
    measures: (): OutputOf<Contract['measures']> => ({ everyMs: sampleEveryMs, measures: [...ring.samples()] }),
    async preview(): Promise<OutputOf<Contract['preview']>> {
      const { fileName, content } = await compose()
      return { fileName, content, bytes: Buffer.byteLength(content) }
    },
    /** Refuses `diagnostics_not_written`. */
    async save(caller: Caller): Promise<OutputOf<Contract['save']>> {
      const { fileName, content } = await compose()
      const bytes = Buffer.byteLength(content)
      const path = savePlace === undefined ? undefined : await savePlace.choose(fileName, 'json')
      if (path === null) return { status: 'cancelled' }
      if (path === undefined) {
        await record(caller, bytes)
        return { status: 'file', fileName, content, bytes }
      }
      try {
        const staged = await stageFile(path, Buffer.from(content))
        try {
          await record(caller, bytes)
          await staged.place()
        } finally {
          await staged.discard()
        }
      } catch (error) {
        log.error('diagnostics.not_written', errorFields(error))
        throw refuse('diagnostics_not_written')
      }
      return { status: 'written', path, fileName, bytes }
    },
  }
}
