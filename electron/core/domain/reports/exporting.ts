/** Reports as files: read, drawn in a thread of their own, and written where the person chose (domain.md 4.20, decision 016). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf, PayloadOf } from '../../../../shared/contract/kit.ts'
import type { reports } from '../../../../shared/contract/reports.ts'
import { isElsewhere, type Caller } from '../../../../shared/domain/access.ts'
import { localDateTime, operationalDate } from '../../../../shared/domain/operational-day.ts'
import type { ReportFormat } from '../../../../shared/domain/reports.ts'
import type { Database } from '../../db/database.ts'
import { stageFile } from '../../db/stage-file.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import type { Log } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import type { AttendanceService } from '../attendance/service.ts'
import { actorOf, writeAudit } from '../audit/write.ts'
import { readUnitProfile } from '../settings/unit-profile.ts'
import { reportFileName } from './file-name.ts'
import { refusalOfWriting } from './not-written.ts'
import type { ReportMaker } from './maker.ts'
import type { Spec } from './report.ts'
import { paperWords } from './words/paper.ts'

type Export = (typeof reports)['export']
type Step = PayloadOf<(typeof reports)['progress']>['step']

/** Where a person wants a file; a host that cannot ask has none, and the file is handed over. */
export interface SavePlace {
  /** The whole path, or null where the person thought better of it. */
  choose(fileName: string, format: ReportFormat | 'json'): Promise<string | null>
}

const mediaTypes = { pdf: 'application/pdf', csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const satisfies Record<ReportFormat, string>
/** No window can draw more than that; milliseconds. */
const progressEvery = 100

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly attendance: AttendanceService
  readonly maker: ReportMaker
  readonly hub: Hub<SentinelEvents>
  readonly savePlace: SavePlace | undefined
}

/** What was asked, without what was left open. */
const askedOf = (report: Spec): object => Object.fromEntries(Object.entries(report).filter(([key, value]) => key !== 'kind' && value !== null))

export function createExporting({ database, clock, log, attendance, maker, hub, savePlace }: Dependencies) {
  const runs = new Map<string, { readonly controller: AbortController; readonly done: Promise<unknown> }>()

  function progressOf(runId: string): (step: Step, part: number | null) => void {
    let last: { step: Step; at: number } | undefined
    return (step, part) => {
      const at = clock.monotonic()
      if (last?.step === step && at - last.at < progressEvery) return
      last = { step, at }
      hub.emit('reports.progress', { runId, step, part })
    }
  }

  /** The days that a report is over; null = it is of one moment. Refuses `period_invalid`. */
  async function spanOf(report: Spec): Promise<{ from: string; to: string } | null> {
    if ('period' in report) return attendance.span(report.period)
    if ('from' in report) return { from: report.from, to: report.to }
    return 'date' in report ? { from: report.date, to: report.date } : null
  }

  async function nameOf(report: Spec, format: ReportFormat, now: Date): Promise<string> {
    const unit = await database.read(readUnitProfile)
    const time = localDateTime(now, unit.zone).toPlainTime().toString({ smallestUnit: 'minute' })
    return reportFileName(report, { unitName: unit.name, span: await spanOf(report), date: operationalDate(now, unit), time, format })
  }

  async function run({ runId, report, format, language }: InputOf<Export>, caller: Caller, place: SavePlace | undefined, signal: AbortSignal): Promise<OutputOf<Export>> {
    const tell = progressOf(runId)
    const fileName = await nameOf(report, format, clock.now())
    const path = place === undefined ? undefined : await unlessAborted(place.choose(fileName, format), signal)
    if (path === null) return { status: 'cancelled' }

    const began = clock.monotonic()
    tell('reading', null)
    const generatedBy = caller.kind === 'system' ? paperWords[language].commandLine : actorOf(caller).name
    const made = await maker.make({ report, language, now: clock.now(), file: { format, generatedBy } }, signal, ({ step, part }) => tell(step, part))
    if (!('content' in made)) throw new Error('a file was asked for, and none was made')
    const { rows } = made
    const content = Buffer.from(made.content.buffer)

    tell('writing', null)
    const staged = path === undefined ? undefined : await stageFile(path, content).catch((error: unknown) => Promise.reject(refusalOfWriting(error, language) ?? error))
    try {
      signal.throwIfAborted()
      const milliseconds = Math.round(clock.monotonic() - began)
      // Before it can be opened: nothing leaves the desk of which the trail does not know.
      const details = { report: askedOf(report), format, language, rows, bytes: content.length, milliseconds }
      await database.transaction((tx) => writeAudit(tx, { at: clock.now(), actor: actorOf(caller), action: 'report_export', entityType: 'report', entityId: report.kind, details }))
      await staged?.place().catch((error: unknown) => Promise.reject(refusalOfWriting(error, language) ?? error))
      log.info('report.exported', { kind: report.kind, format, rows, bytes: content.length, milliseconds })
    } finally {
      await staged?.discard().catch(() => {})
    }
    return path === undefined
      ? { status: 'file', fileName, mediaType: mediaTypes[format], content: content.toString('base64'), bytes: content.length, rows }
      : { status: 'written', path, fileName, bytes: content.length, rows }
  }

  return {
    /** Refuses `report_runs_already`, `report_not_written`, `report_not_drawn`, and what the report itself refuses. @param place where it goes, instead of asking a person; whoever is elsewhere is handed the file */
    async export(input: InputOf<Export>, caller: Caller, place: SavePlace | undefined = isElsewhere(caller) ? undefined : savePlace): Promise<OutputOf<Export>> {
      if (runs.has(input.runId)) throw refuse('report_runs_already')
      const controller = new AbortController()
      const done = run(input, caller, place, controller.signal)
      runs.set(input.runId, { controller, done })
      try {
        return await done
      } catch (error) {
        if (controller.signal.aborted) return { status: 'cancelled' }
        throw error
      } finally {
        runs.delete(input.runId)
      }
    },

    /** Resolves when nothing of it is left; of a run that is over already there is nothing to cancel. */
    async cancel(runId: string): Promise<void> {
      const found = runs.get(runId)
      found?.controller.abort()
      await found?.done.catch(() => {})
    },

    /** Cancels what is under way and waits until nothing of it is left. */
    async close(): Promise<void> {
      for (const { controller } of runs.values()) controller.abort()
      await Promise.allSettled([...runs.values()].map(({ done }) => done))
      await maker.close()
    },
  }
}

/** A window that a person left open holds nobody up. */
async function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = Promise.withResolvers<never>()
  const stop = (): void => stopped.reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([answer, stopped.promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
