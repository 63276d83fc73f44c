/** The composition root: every host, and every test, gets the whole application from here. */
import { join } from 'node:path'
import { contract, type SentinelEvents } from '../../../shared/contract/index.ts'
import { defaultStation } from '../../../shared/domain/station-code.ts'
import { resolveDataDir } from '../db/folder.ts'
import { createHousekeeping } from '../db/housekeeping.ts'
import { openDatabase } from '../db/open.ts'
import { readStationChoice } from '../db/server-choice.ts'
import { createAccountsService } from '../domain/accounts/service.ts'
import { createReaderWatch } from '../domain/alerts/reader-watch.ts'
import { scanAlerts } from '../domain/alerts/scan-alerts.ts'
import { createAlertsService } from '../domain/alerts/service.ts'
import { createAuditLog } from '../domain/audit/service.ts'
import { createInventory } from '../domain/badges/inventory.ts'
import { createBadgesService } from '../domain/badges/service.ts'
import { createCalendarService } from '../domain/calendar/service.ts'
import { createLiveDds } from '../domain/dds/live-dds.ts'
import { createDdsService } from '../domain/dds/service.ts'
import { createDiskRoom } from '../domain/disk-room/watch.ts'
import { createDefinitionsService } from '../domain/definitions/service.ts'
import { createDutyLogService } from '../domain/duty-log/service.ts'
import { createEventsService } from '../domain/events/service.ts'
import { createAttendanceService } from '../domain/attendance/service.ts'
import { createTrainingService } from '../domain/training/service.ts'
import { createVisitorsService } from '../domain/visitors/service.ts'
import { createHistoryService } from '../domain/history/service.ts'
import { createKeeperBadge } from '../domain/kiosk/keeper-badge.ts'
import { createKioskService } from '../domain/kiosk/service.ts'
import { createKioskSettings } from '../domain/kiosk/settings.ts'
import { createWallService } from '../domain/kiosk/wall.ts'
import { readStandingCycle } from '../domain/lockup/custody.ts'
import { createLockupService } from '../domain/lockup/service.ts'
import { createMembersService } from '../domain/members/service.ts'
import { createLoginArrivals } from '../domain/presence/login-arrival.ts'
import { createMusterService } from '../domain/muster/service.ts'
import { createMusterSnapshot, musterFolder } from '../domain/muster/snapshot.ts'
import { createOfflineService } from '../domain/offline/service.ts'
import { createPresenceService } from '../domain/presence/service.ts'
import { createProofs } from '../domain/proofs/service.ts'
import { createQualificationsService } from '../domain/qualifications/service.ts'
import { createReaderSettings } from '../domain/reader-settings/reader-settings.ts'
import { createReportsService } from '../domain/reports/service.ts'
import { createServerService } from '../domain/server/service.ts'
import { createSettingsService } from '../domain/settings/service.ts'
import { createScheduleService } from '../domain/schedule/service.ts'
import { createRollService } from '../domain/roll/service.ts'
import { readUnitProfile } from '../domain/settings/unit-profile.ts'
import { createSettableClock, systemClock, type Clock } from '../kit/clock.ts'
import { createStationsService } from '../domain/stations/service.ts'
import { createHub } from '../kit/hub.ts'
import { createMemoryLog } from '../kit/log-pages.ts'
import { createReaderManager } from '../readers/manager.ts'
import { createNativeDrivers } from '../readers/native-drivers.ts'
import type { ReaderConfig } from '../readers/port.ts'
import { startBackups } from './backups.ts'
import { windowCaller } from './callers.ts'
import { fillDemo } from './demo.ts'
import { loadSimulation } from './development.ts'
import type { Core, CoreOptions } from './core-options.ts'
import { createDiagnostics } from './diagnostics.ts'
import { createDispatcher } from './dispatcher.ts'
import { createGateway } from './gateway.ts'
import { createHandlers } from './handlers/index.ts'
import { createObservation } from './observation.ts'
import { createOwnWork } from './own-work.ts'
import { joinStations } from './other-stations.ts'
import { createReaderTests } from './reader-tests.ts'
import { carryOutPlan } from './planned-move.ts'
import { makeReport } from './report-make.ts'
import { serveReportRequests } from './report-requests.ts'
import { createTypedSerials } from './typed-serials.ts'
import { createScanIntake } from './scan-intake.ts'
import { startTicker } from './ticker.ts'

export type { SavePlace } from '../domain/reports/exporting.ts'
export type { Core, CoreOptions } from './core-options.ts'

/** Opens the database, starts the readers and answers calls. Rejects with an OpenFailure when the database may not be opened. */
export async function createCore(options: CoreOptions): Promise<Core> {
  const { dataDir, version, host, dev = false, demo = false } = options
  const settable = createSettableClock(options.clock ?? systemClock)
  const clock: Clock = dev ? settable : (options.clock ?? systemClock)
  const { log, source: logSource } = options.logSource === undefined ? createMemoryLog(options.log, () => clock.now()) : { log: options.log, source: options.logSource }
  const observation = createObservation(clock)
  // A database of a test’s own has no folder beside it.
  const root = options.database === undefined ? resolveDataDir(dataDir) : null
  if (root !== null) await carryOutPlan({ dataDir, databaseUrl: options.databaseUrl, version, clock, log, onMoving: options.onMoving })
  const chosen = root === null ? {} : readStationChoice(root)
  const stationId = options.stationId ?? chosen.station ?? defaultStation
  const opened = options.database ?? (await openDatabase({ dataDir, databaseUrl: options.databaseUrl, stationId, clock, log, appVersion: version, ...(options.onProgress && { onProgress: options.onProgress }) }))
  const hub = createHub<SentinelEvents>(log)

  const development = dev || demo ? await loadSimulation?.() : undefined
  const awaySwitch = dev ? development?.createAwaySwitch(opened, clock) : undefined
  const database = observation.database(awaySwitch?.database ?? opened)
  if (demo) await fillDemo({ database, clock, fillPast: development?.fillPast })
  let unit = await database.read(readUnitProfile)
  const onUnitChanged = async (): Promise<void> => {
    unit = await database.read(readUnitProfile)
  }
  const unitTime = () => unit

  const settings = createSettingsService({ database, clock, hub, onUnitChanged })
  const proofs = createProofs({ database, clock, hub })
  const liveDds = createLiveDds({ database, clock, hub, log, unitTime })
  await liveDds.refresh()
  const definitions = createDefinitionsService({ database, clock, hub })
  const alerts = createAlertsService({ database, clock, hub, unitTime })
  const dutyLog = createDutyLogService({ database, clock, hub, unitTime })
  const badges = createBadgesService({ database, clock, hub, log })
  const auditLog = createAuditLog({ database, clock, unitTime })
  const inventory = createInventory({ database, clock, hub, unitTime })
  const accounts = createAccountsService({ database, clock, hub, log, stationId, isLiveDds: (memberId) => liveDds.is(memberId), arrivals: createLoginArrivals({ unitTime, watcher: scanAlerts }), onUnitChanged })
  await accounts.start()
  const keeper = createKeeperBadge({ database, clock, hub, isLiveDds: (memberId) => liveDds.is(memberId) })
  const members = createMembersService({ database, clock, hub, unitTime })
  const qualifications = createQualificationsService({ database, clock, hub })
  const roll = createRollService({ database, clock, hub, log, unitTime })
  const calendar = createCalendarService({ database, clock, hub })
  const training = createTrainingService({ database, clock, hub })
  const attendance = createAttendanceService({ database, clock, unitTime })
  const schedule = createScheduleService({ database, clock, hub, unitTime })
  const lockup = createLockupService({ database, clock, hub, unitTime, proofs })
  const dds = createDdsService({ database, clock, hub, log, unitTime, proofs, liveDds })
  const readers = createReaderManager({ clock, log, ...createNativeDrivers({ clock, log }) })
  const readerTests = createReaderTests({ clock, hub, readers })
  const folder = root === null ? null : join(root, musterFolder)
  const muster = createMusterService({ database, clock, hub, log, unit: () => unit, folder, printer: options.printer })
  await muster.begin()
  const presence = createPresenceService({ database, clock, hub, unitTime, isTesting: readerTests.isTesting, enrolment: badges, signIn: { takeBadge: async (tx, scan) => (await accounts.takeBadge(tx, scan)) ?? keeper.takeBadge(tx, scan) }, witness: proofs, watcher: scanAlerts, startOfDay: dds, roster: schedule, muster: muster.roll })
  const visitors = createVisitorsService({ database, clock, hub, unitTime })
  const accessEvents = createEventsService({ database, clock, hub, unitTime })
  const history = createHistoryService({ database, clock, hub, unitTime })
  const { jobs, backups } = createOwnWork({ database, clock, hub, log, unitTime, version, root: database.embedded ? root : null, musters: folder, onRun: observation.jobRun, provePin: accounts.provePin })
  await backups.begin()
  const server = createServerService({ database, clock, hub, log, version, root, url: root === null ? undefined : (options.databaseUrl ?? chosen.url), isGivenAtStart: options.databaseUrl !== undefined, stationId, isStationGivenAtStart: options.stationId !== undefined, scansKept: () => offline.status().kept, provePin: accounts.provePin })
  await server.begin()
  const diskRoom = root === null ? undefined : createDiskRoom({ database, clock, hub, log, root })
  const reports = createReportsService({ database, clock, hub, log, attendance, savePlace: options.savePlace })
  const kiosk = createKioskService({ database, clock, hub, ownStation: stationId, keeper, provePin: accounts.provePinAtKiosk })
  const wall = createWallService({ database, clock, hub })
  const kioskSettings = createKioskSettings({ database, clock, hub })
  const simulation = dev ? development?.createSimulation({ database, clock, hub, unitTime }) : undefined
  const readerSettings = createReaderSettings({ database, clock, ownStation: stationId })
  const typedSerials = createTypedSerials()
  const gateway = createGateway({ database, clock, hub, log, accounts, stationId, version, root, isLiveDds: (memberId) => liveDds.is(memberId), dispatch: (caller, name, input, id) => dispatch(caller, name, input, id), metrics: observation.metrics, open: options.gateway })

  const stations = createStationsService({ database, clock, hub, ownId: stationId, readersAt: (id) => readers.statuses().flatMap((reader) => (reader.stationId === id ? [reader.name] : [])) })
  const atStart = typeof options.readers === 'function' ? options.readers(stationId) : (options.readers ?? [])
  const given: ReaderConfig[] = [...atStart, ...(dev ? [{ id: 'simulated', name: 'Simulated reader', kind: 'simulated' as const, stationId }] : [])]
  await stations.start(given.map((reader) => reader.stationId))

  const diagnostics = createDiagnostics({ database, clock, log, logSource, metrics: observation.metrics, ring: observation.ring, readers, backups, unitTime, about: { version, host, dev }, root, savePlace: options.savePlace })
  const readerWatch = createReaderWatch({ database, clock, hub, log })
  const offline = createOfflineService({ database, clock, hub, log, unitTime, stationId, root: options.offlineRoot ?? root, scan: presence.scan, nameOfStation: stations.nameOf, jobs })
  const atDoor = { ...presence, scan: offline.scan }
  const intake = createScanIntake({ presence: atDoor, hub, log, clock, nameOfStation: stations.nameOf, onRecorded: observation.scanRecorded })
  const applyReaders = async (): Promise<void> => {
    const stored = await readerSettings.list()
    typedSerials.replace(await readerSettings.keyboardProfiles())
    readers.apply([...given, ...stored])
    offline.remember({ readers: stored, unit: unitTime() })
  }
  const unsubscribe = [
    readers.onScan((scan) => void intake.accept(scan)),
    readers.onStatus((statuses) => {
      hub.emit('readers.changed', { readers: statuses })
      readerWatch.see(statuses)
    }),
    database.onStateChange(() => hub.emit('system.changed', {})),
    observation.begin({ database, hub, readers, presence, backups }),
  ]
  // Scans that were kept are entered first: they belong to the days that are closed next.
  await offline.begin()
  // Days that ended while Sentinel was off are closed before anybody’s badge is read.
  await jobs.tick()
  const tick = async () => (offline.isCatchingUp() ? undefined : jobs.tick())
  const stopTicker = startTicker({ ...jobs, tick }, clock)
  const stopLeading = database.server?.stations?.onLeading(() => void tick())
  await applyReaders()

  // One a line: features are added side by side.
  const handlers = createHandlers({
    database,
    clock,
    hub,
    settable,
    dev,
    host,
    version,
    stationId,
    unit: () => unit,
    accounts,
    auditLog,
    alerts,
    dutyLog,
    definitions,
    badges,
    inventory,
    members,
    qualifications,
    calendar,
    training,
    attendance,
    schedule,
    roll,
    muster,
    presence: atDoor,
    offline,
    awaySwitch,
    visitors,
    accessEvents,
    history,
    proofs,
    jobs,
    backups,
    server,
    diskRoom,
    lockup,
    dds,
    reports,
    kiosk,
    kioskSettings,
    wall,
    gateway: gateway.service,
    gatewayKeys: gateway.keys,
    settings,
    readers,
    stations,
    readerSettings,
    typedSerials,
    readerTests,
    diagnostics,
    simulation,
    applyReaders,
  })
  const dispatch = createDispatcher(contract, handlers, log, observation.watchCall)
  await gateway.begin()
  const leaveStations = await joinStations({
    database,
    clock,
    hub,
    log,
    unitTime,
    before: { 'settings.changed': onUnitChanged, 'system.changed': onUnitChanged, 'stations.changed': () => stations.start([]), 'muster.changed': muster.reread },
  })
  const snapshot = folder === null ? undefined : createMusterSnapshot({ folder, readInside: muster.readInside, unit: () => unit, clock, log })
  await snapshot?.start()
  // A server does for itself what the embedded engine is helped with.
  const housekeeping = database.embedded ? createHousekeeping({ database, clock, log }) : undefined
  void housekeeping?.start()
  diskRoom?.start()
  // A development desk is thrown away, and its clock makes a day of a second.
  const stopBackups = dev || root === null || !database.embedded ? undefined : startBackups({ jobs, backups, clock, hub, isSecured: async () => (await database.read(readStandingCycle)) === undefined })
  const stopRequests = root === null ? undefined : serveReportRequests({ root, clock, log, make: (wanted) => makeReport(wanted, { reports, clock }) })
  log.info('core.ready', { host, dev, demo, version })

  let closing: Promise<void> | undefined
  return {
    dispatch: (caller, name, input) => dispatch(caller, name, input),
    stationId,
    dev,
    metrics: observation.metrics,
    gateway: gateway.door,
    databaseState: () => database.state(),
    callerOf: (kind) => (kind === 'desk' ? accounts.rightsOf(windowCaller(kind, stationId)) : windowCaller(kind, stationId)),
    onEvent: (listener) => hub.onAny(listener),
    close: (onPhase = () => {}) =>
      (closing ??= (async () => {
        onPhase('gateway')
        await gateway.stop()
        onPhase('readers')
        badges.cancelEnrolment()
        housekeeping?.stop()
        await diskRoom?.stop()
        proofs.stop()
        liveDds.stop()
        accounts.stop()
        readerTests.stop()
        await readers.stop()
        onPhase('drain')
        await Promise.all([stopBackups?.(), backups.stop()])
        stopLeading?.()
        await stopTicker()
        await intake.idle()
        await offline.stop()
        await leaveStations?.()
        for (const stop of unsubscribe) stop()
        await readerWatch.stop()
        await muster.stop()
        await snapshot?.stop()
        // What a scheduler waits for is given up with the rest, and it is told.
        await Promise.all([stopRequests?.(), reports.close()])
        onPhase('database')
        await database.close()
      })()),
  }
}
