/** Emergency muster (screens.md P0-7; trust.md): a list that is frozen, on the disk and on paper at once, and called until nobody is missing. */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { muster as contract } from '../../../../shared/contract/muster.ts'
import { permits, type Caller } from '../../../../shared/domain/access.ts'
import { daysBetween } from '../../../../shared/domain/civil-date.ts'
import { defaultMusterSettings, type MusterSettings } from '../../../../shared/domain/muster.ts'
import { operationalDate } from '../../../../shared/domain/operational-day.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import { resolveAlerts } from '../alerts/raise.ts'
import { actorOf } from '../audit/write.ts'
import type { MusterRoll } from '../presence/muster-roll.ts'
import { readReportSettings } from '../settings/report-settings.ts'
import type { UnitProfile } from '../settings/unit-profile.ts'
import { endMuster, reconcile, type Doing } from './acts.ts'
import { createMusterFiles } from './files.ts'
import { readMusterPeople, type InsideList } from './inside.ts'
import { addUnlisted, markEntries, setPoint } from './marking.ts'
import { readOpen, redAt, toOpen, type OpenMuster } from './open-muster.ts'
import { rollPage, type RollSheet } from './page.ts'
import { createMusterPapers, toPaper } from './papers.ts'
import { createPress } from './press.ts'
import type { Printer } from './printer.ts'
import { createMusterPrinting, printingOnWire, type PrintingOnWire } from './printing.ts'
import { createPrintAlert } from './print-alert.ts'
import { needMuster, needOpenMuster, readCounts, readLastStart, readMusters, readPoints, type MusterRow } from './queries.ts'
import { readReport, type MusterReport } from './report.ts'
import { markScanned } from './roll-scan.ts'
import { readRoll, toListed, toSummary } from './roll.ts'
import { readMusterSettings, writeMusterSettings } from './settings.ts'

type Contract = typeof contract

export interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
  readonly unit: () => UnitProfile
  /** Where musters are written; null = nowhere. */
  readonly folder: string | null
  readonly printer?: Printer | undefined
}

export function createMusterService({ database, clock, hub, log, unit, folder, printer }: Dependencies) {
  let open: OpenMuster | null = null
  let settings: MusterSettings = defaultMusterSettings
  let pageSize: MusterReport['pageSize'] = 'letter'
  let latest: InsideList | null = null
  let unsubscribe = (): void => {}
  /** What goes on after an answer was given: waited for when Sentinel closes. */
  let pending: Promise<unknown> = Promise.resolve()

  const tell = (musterId: string): void => hub.emit('muster.changed', { musterId })
  const later = (event: string, work: () => Promise<unknown>): void => {
    pending = pending.then(work).catch((error: unknown) => log.error(event, errorFields(error)))
  }
  const files = createMusterFiles({ folder, log })
  const papers = createMusterPapers({ files, log })
  const printAlert = createPrintAlert({ database, clock, hub })
  const printing = createMusterPrinting({
    printer,
    clock,
    log,
    settings: () => settings,
    onState(state) {
      if (open === null) return
      const { id } = open
      tell(id)
      later('muster.alert_not_raised', () => printAlert.follow(id, state))
    },
  })
  const doingOf = (caller: Caller): Doing => ({ at: clock.now(), actor: actorOf(caller), stationId: caller.stationId, unit: unit() })

  /** Takes effect in the transaction, as its last step; the caller takes it back where that fails. */
  function setOpen(next: OpenMuster | null): () => void {
    const before = open
    open = next
    return () => {
      open = before
    }
  }
  const press = createPress({
    database,
    clock,
    log,
    files,
    printing,
    papers,
    settings: () => settings,
    pageSize: () => pageSize,
    latest: () => latest,
    open: () => open,
    onFrozen: ({ row, people }) => (people === null ? () => {} : setOpen(toOpen(row, [], clock))),
  })

  /** The list as it stands, to be printed. */
  async function sheetNow({ id, kind, startedAt }: OpenMuster): Promise<RollSheet> {
    const { entries } = await database.read((tx) => readRoll(tx, id))
    return { people: entries.map(toListed), at: clock.now(), isEarly: false, kind, startedAt, unitName: unit().name, unit: unit() }
  }
  const pageNow = async (of: OpenMuster): Promise<string> => rollPage(await sheetNow(of))
  const keepPrinting = (): void => {
    const now = open
    if (now !== null) printing.keepPrinting(() => pageNow(now))
  }

  /** Of one that is closed. */
  const writeReport = (row: MusterRow): void => papers.write(row.fileStem, toPaper(row, row.report as MusterReport))

  /** One act on an open muster, then every window is told. Refuses `muster_unknown`, `muster_closed`. */
  async function act<T>(musterId: string, caller: Caller, run: (tx: Tx, doing: Doing) => Promise<T>): Promise<T> {
    const result = await database.transaction(async (tx) => {
      await needOpenMuster(tx, musterId)
      return run(tx, doingOf(caller))
    })
    tell(musterId)
    return result
  }
  const printingOf = (musterId: string): PrintingOnWire => (open?.id === musterId ? printingOnWire(printing.state()) : null)

  async function readInside(): Promise<InsideList> {
    const people = await database.read(async (tx) => {
      pageSize = (await readReportSettings(tx)).settings.formatting.pageSize
      return readMusterPeople(tx)
    })
    latest = { at: clock.now(), people }
    return latest
  }

  const readRecord = async (tx: Tx): Promise<void> => void ([settings, open] = [await readMusterSettings(tx), await readOpen(tx, clock)])

  return {
    /** Reads what is open from before: a muster that was open when Sentinel was killed is open still, and goes on printing. */
    async begin(): Promise<void> {
      await database.read(readRecord)
      await readInside()
      if (open !== null && !files.hasList(open.fileStem)) files.writeList(open.fileStem, await sheetNow(open))
      keepPrinting()
      unsubscribe = hub.on('presence.changed', () => {
        if (open === null) return
        const { id } = open
        later('muster.not_reconciled', async () => {
          if (open?.id !== id) return
          await database.transaction((tx) => reconcile(tx, id, clock.now()))
          tell(id)
        })
      })
    },
    /** Another station opened, changed or closed one, which is printed there. In an act, so that it comes between this station’s own. */
    async reread(): Promise<void> {
      await database.transaction(readRecord)
      if (open === null) printing.stop()
    },
    async stop(): Promise<void> {
      unsubscribe()
      printing.stop()
      await pending
      await papers.idle()
    },
    /** Everybody inside; kept at hand for the moment in which the record does not answer. */
    readInside,
    roll: {
      open() {
        if (open === null) return null
        const now = open
        return { musterId: now.id, safeOutcome: now.kind === 'live' ? 'muster_safe' : 'drill_safe', isPoint: (stationId) => now.points.has(stationId), mark: (tx, scan) => markScanned(tx, now.id, scan) }
      },
    } satisfies MusterRoll,

    async state(): Promise<OutputOf<Contract['state']>> {
      const now = open
      const { counts, lastDrill } = await database.read(async (tx) => ({ counts: now === null ? null : await readCounts(tx, now.id), lastDrill: await readLastStart(tx, 'drill') }))
      const date = lastDrill === null ? null : operationalDate(lastDrill, unit())
      const { drillReminderDays, redAfterMinutes } = settings
      const drillDue = drillReminderDays > 0 && (date === null || daysBetween(date, operationalDate(clock.now(), unit())) >= drillReminderDays)
      return {
        open: now === null || counts === null ? null : { id: now.id, kind: now.kind, startedAt: now.startedAt.toISOString(), ...counts, redAt: redAt(now, redAfterMinutes, clock).toISOString(), printing: printingOf(now.id) },
        lastDrill: date,
        drillDue,
      }
    },

    /** Refuses `muster_open` for a drill while an emergency is on. */
    async start(asked: InputOf<Contract['start']>, caller: Caller): Promise<OutputOf<Contract['start']>> {
      const { row, already, people, ended } = await press(asked, doingOf(caller))
      if (people !== null) keepPrinting()
      if (ended !== null) {
        tell(ended.id)
        writeReport(ended)
      }
      tell(row.id)
      return { musterId: row.id, already }
    },

    async rollCall({ musterId }: InputOf<Contract['rollCall']>): Promise<OutputOf<Contract['rollCall']>> {
      return database.read(async (tx) => {
        const row = await needMuster(tx, musterId)
        const report = row.report as MusterReport | null
        const { entries, counts } = report ?? (await readRoll(tx, musterId))
        return { muster: toSummary(row, counts), entries: [...entries], points: report === null ? await readPoints(tx, musterId) : [...report.points], printing: printingOf(musterId) }
      })
    },

    /** Refuses `muster_entry_unknown` and then marks nobody. */
    async mark({ musterId, ...said }: InputOf<Contract['mark']>, caller: Caller): Promise<void> {
      await act(musterId, caller, (tx, doing) => markEntries(tx, musterId, said, doing))
    },

    async addUnlisted({ musterId, ...person }: InputOf<Contract['addUnlisted']>, caller: Caller): Promise<OutputOf<Contract['addUnlisted']>> {
      return { entryId: await act(musterId, caller, (tx, doing) => addUnlisted(tx, musterId, person, doing)) }
    },

    /** Refuses `station_unknown`. */
    async setPoint({ musterId, ...point }: InputOf<Contract['setPoint']>, caller: Caller): Promise<void> {
      let takeBack = (): void => {}
      try {
        await act(musterId, caller, async (tx, doing) => {
          const points = await setPoint(tx, musterId, point, doing)
          if (open?.id === musterId) takeBack = setOpen({ ...open, points: new Set(points) })
        })
      } catch (error) {
        takeBack()
        throw error
      }
    },

    /** Refuses `muster_unknown`, `muster_no_printer`. Of a closed one nothing is printed here: its report is a paper. */
    async print({ musterId }: InputOf<Contract['print']>): Promise<void> {
      await database.read((tx) => needMuster(tx, musterId))
      if (!printing.isPossible() || open?.id !== musterId) throw refuse('muster_no_printer')
      printing.print(await pageNow(open))
    },

    async paper({ musterId, language }: InputOf<Contract['paper']>): Promise<OutputOf<Contract['paper']>> {
      const facts = await database.read(async (tx) => {
        const row = await needMuster(tx, musterId)
        return { paper: toPaper(row, (row.report as MusterReport | null) ?? (await readReport(tx, row, unit(), clock.now()))), stem: row.fileStem }
      })
      const bytes = await papers.render(facts.paper, language)
      return { fileName: `${facts.stem}${facts.paper.ended === null ? '' : '-report'}.pdf`, mediaType: 'application/pdf', content: bytes.toString('base64') }
    },

    /** Refuses `muster_people_missing` without a reason, and `forbidden` without a person. */
    async close({ musterId, reason, remarks }: InputOf<Contract['close']>, caller: Caller): Promise<void> {
      // A desk by itself closes nothing: somebody answers for it.
      if (caller.person === null || !permits('quartermasterOrDds', caller)) throw refuse('forbidden')
      let takeBack = (): void => {}
      try {
        const closed = await database.transaction(async (tx) => {
          const row = await needOpenMuster(tx, musterId)
          const { missing } = await readCounts(tx, musterId)
          const why = reason === '' ? null : reason
          if (missing > 0 && why === null) throw refuse('muster_people_missing', { count: missing })
          const doing = doingOf(caller)
          const ended = await endMuster(tx, row, { reason: why, remarks: remarks === '' ? null : remarks }, doing)
          await resolveAlerts(tx, ['muster_not_printed'], doing.at)
          takeBack = setOpen(null)
          return ended
        })
        printing.stop()
        tell(musterId)
        hub.emit('alerts.changed', {})
        writeReport(closed)
      } catch (error) {
        takeBack()
        throw error
      }
    },

    async list({ limit, page }: InputOf<Contract['list']>): Promise<OutputOf<Contract['list']>> {
      return database.read(async (tx) => {
        const { rows, total } = await readMusters(tx, limit, page)
        const musters = []
        for (const { counts, ...row } of rows) musters.push(toSummary(row, counts ?? (await readCounts(tx, row.id))))
        return { musters, total }
      })
    },

    async settings(): Promise<OutputOf<Contract['settings']>> {
      return { settings, printers: await printing.printers() }
    },

    async changeSettings(input: InputOf<Contract['changeSettings']>, caller: Caller): Promise<void> {
      const value: MusterSettings = { ...input, printer: input.printer === '' ? null : input.printer }
      const { at, actor } = doingOf(caller)
      if (!(await database.transaction((tx) => writeMusterSettings(tx, value, at, actor)))) return
      settings = value
      keepPrinting()
      hub.emit('settings.changed', { keys: ['muster.settings'] })
    },
  }
}

export type MusterService = ReturnType<typeof createMusterService>
