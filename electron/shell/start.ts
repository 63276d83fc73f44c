/** The order of opening and closing, as one list. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, dialog, powerMonitor, session, shell } from 'electron'
import type { kiosk } from '../../shared/contract/kiosk.ts'
import type { PayloadOf } from '../../shared/contract/kit.ts'
import type { Core } from '../core/app/core.ts'
import { databaseVariable } from '../core/app/database-variable.ts'
import { parseReportArguments, type ReportArguments } from '../core/app/report-arguments.ts'
import { printRun, runReport } from '../core/app/report-run.ts'
import { findAppRoot } from '../core/kit/app-root.ts'
import { systemClock } from '../core/kit/clock.ts'
import { errorFields, type Log } from '../core/kit/log.ts'
import { createFileLogSource } from '../core/kit/log-pages.ts'
import { parseReaderArgument } from '../core/readers/parse-reader-argument.ts'
import { openGateway } from '../gateway/server.ts'
import { createAlertSign } from './alert-sign.ts'
import { declareAppScheme, serveApp } from './app-protocol.ts'
import { parseShellArguments, refusedSwitches, type ShellArguments } from './arguments.ts'
import { guardContents, guardSession } from './guard.ts'
import { createIpcHost } from './ipc-host.ts'
import { createFileLog, logFileCount } from './log-file.ts'
import { installMenu } from './menu.ts'
import { createNoticeWindow, type NoticeWindow } from './notice/notice-window.ts'
import { createNoticeBoard } from './notice/page.ts'
import { preferredLanguage } from './notice/words.ts'
import { openCore } from './open-core.ts'
import { devServerOf } from './own-pages.ts'
import { createPrinter } from './printer.ts'
import { createQuit } from './quit.ts'
import { createSavePlace } from './save-place.ts'
import { createWindowMemory } from './windows/window-memory.ts'
import { createWindows, type Windows } from './windows/windows.ts'

/** Starts Sentinel. Must not be awaited at the top level: Electron is not ready before the entry has been evaluated. */
export async function start(): Promise<void> {
  const packaged = app.isPackaged
  const given = readArguments(packaged)
  if (given === undefined) return app.exit(2)

  const report = readReport()
  if (report === null) return app.exit(2)

  // 1. One Sentinel for each profile: the first one is brought to front, the second one ends.
  if (given.profile !== undefined) app.setPath('userData', resolve(given.profile))
  // A report that a scheduler asks for needs no window, and says itself when another Sentinel has the data.
  if (report !== undefined) return app.exit(await printReport(report))
  if (!app.requestSingleInstanceLock()) return app.exit(0)
  const userData = app.getPath('userData')
  const dataDir = join(userData, 'desk')
  const logFile = join(userData, 'logs', 'main.log')
  const devServer = devServerOf(packaged, process.env['ELECTRON_RENDERER_URL'])
  const log = createFileLog(logFile, devServer !== undefined)
  log.info('shell.started', { version: app.getVersion(), electron: process.versions.electron, packaged })
  surviveDefects(log)

  // 2. The way out, before anything is open.
  let opening: Promise<Core | undefined> | undefined
  let core: Core | undefined
  let windows: Windows | undefined
  let notice: NoticeWindow | undefined
  const quit = createQuit({
    log,
    clock: systemClock,
    exit: (code) => app.exit(code),
    close: async (onPhase) => {
      onPhase('opening')
      notice?.close()
      const closing = await opening
      core = undefined
      await closing?.close(onPhase)
    },
  })
  listenForTheEnd((reason) => void quit.begin(reason))

  // 3. Our own scheme and the guards, before the first page.
  const devTools = !packaged
  const notices = createNoticeBoard()
  const kindOf = (contents: unknown) => windows?.connected().find((window) => window.contents === contents)?.kind
  declareAppScheme()
  guardContents({ devServer, devTools, kindOf, log })
  await app.whenReady()
  const appRoot = findAppRoot()
  const icon = join(appRoot, 'resources', 'icons', 'sentinel-256.png')
  const language = preferredLanguage(app.getPreferredSystemLanguages())
  guardSession(session.defaultSession, { devServer, devTools, kindOf, log })
  serveApp(session.defaultSession, join(appRoot, 'out', 'renderer'), notices)
  installMenu(language, devTools)
  powerMonitor.on('shutdown', () => void quit.begin('shutdown'))

  // 4. The core, or a notice that says why not.
  const shown = Promise.withResolvers<void>()
  const savePlace = createSavePlace()
  const printer = createPrinter({ language, whenOpen: shown.promise })
  notice = createNoticeWindow({ notices, icon, language, dataFolder: dataDir, logFile })
  app.on('second-instance', () => (windows ?? notice)?.focus())
  opening = openCore({
    options: () => ({ dataDir, databaseUrl: databaseVariable(process.env), host: 'electron', version: app.getVersion(), log, logSource: createFileLogSource(logFile, logFileCount), savePlace, gateway: openGateway(join(appRoot, 'out', 'renderer')), dev: given.dev, demo: given.demo, stationId: given.station, readers: (station) => given.readers.map((text) => parseReaderArgument(text, station)), printer }),
    notice,
    showFolder: () => void shell.openPath(existsSync(dataDir) ? dataDir : userData),
    log,
  })
  core = await opening
  // Whoever began to quit meanwhile closes the core.
  if (core === undefined || quit.begun) return quit.begin('not opened')

  // 5. The windows, and what joins them to the core.
  windows = createWindows({
    preload: join(appRoot, 'out', 'preload', 'preload.cjs'),
    icon,
    devTools,
    devServer,
    language,
    notices,
    memory: createWindowMemory(join(userData, 'windows.json')),
    clock: systemClock,
    log,
    onSessionEnd: () => void quit.begin('session-end'),
  })
  const opened = windows
  const ipc = createIpcHost({ core: () => core, windows: () => opened.connected(), devServer, log })
  // A restore takes the desk's place at the start, before anything is open; a move of the record is carried out then.
  const startAgain = (reason: string): void => {
    app.relaunch()
    void quit.begin(reason)
  }
  const sign = createAlertSign({
    icons: { calm: icon, alert: join(appRoot, 'resources', 'icons', 'sentinel-alert-256.png') },
    language,
    log,
    count: () => countAlerts(core),
    flash: (on) => opened.flash(on),
    onOpen: () => opened.focus(),
    onQuit: () => void quit.begin('tray'),
  })
  core.onEvent((name, payload) => {
    ipc.publish(name, payload)
    if (name === 'alerts.changed') void sign.refresh()
    if (name === 'backups.staged') startAgain('restore')
    if (name === 'server.planned') startAgain('move')
    if (name === 'wall.changed') opened.showWall((payload as { open: boolean }).open)
    if (name === 'kiosk.changed') opened.showKiosk(payload as KioskState)
  })
  opened.showKiosk(await kioskState(core))
  const wall = await core.dispatch(core.callerOf('wall'), 'wall.state', {})
  opened.showWall(wall.ok && (wall.value as { open: boolean }).open)
  shown.resolve()
  void sign.refresh()
  // SECURITY: a PC that went to sleep, or that its own screen lock guards, must not wake with somebody's rights; time that was slept through is no idle time.
  const lockDesk = (): void => void core?.dispatch(core.callerOf('desk'), 'accounts.lock', {})
  powerMonitor.on('suspend', lockDesk)
  powerMonitor.on('lock-screen', lockDesk)
  notice.close()
  app.on('window-all-closed', () => void quit.begin('windows closed'))
  app.on('activate', () => opened.focus())
}

/** What was asked for on the command line, or undefined when it was refused and said. */
function readArguments(packaged: boolean): ShellArguments | undefined {
  try {
    const [refused] = refusedSwitches(packaged, (name) => app.commandLine.hasSwitch(name))
    if (refused !== undefined) throw new Error(`--${refused} lets another program steer Sentinel: an installed Sentinel refuses it.`)
    const given = parseShellArguments(process.argv.slice(1), packaged)
    for (const reader of given.readers) parseReaderArgument(reader)
    return given
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${message}\n`)
    if (packaged) dialog.showErrorBox('Sentinel Duty Desk', message)
    return undefined
  }
}

/** The report that the command line asks for; undefined = none, null = it was refused and said. */
function readReport(): ReportArguments | undefined | null {
  try {
    return parseReportArguments(process.argv.slice(1), { strict: false })
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return null
  }
}

/** Answers the code to end with. */
async function printReport(report: ReportArguments): Promise<number> {
  const userData = app.getPath('userData')
  return printRun(await runReport(report, { dataDir: join(userData, 'desk'), databaseUrl: databaseVariable(process.env), version: app.getVersion(), log: createFileLog(join(userData, 'logs', 'report.log'), false) }))
}

/** Every way in which the end is asked for leads to one place. */
function listenForTheEnd(begin: (reason: string) => void): void {
  app.on('before-quit', (event) => {
    // At once: a handler that waits first has already let Electron go on.
    event.preventDefault()
    begin('quit')
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => begin(signal))
}

/** A defect in a corner must not take the desk's readers and screens with it: it is logged, and the desk goes on. */
function surviveDefects(log: Log): void {
  process.on('uncaughtException', (error) => log.error('defect.uncaught', errorFields(error)))
  process.on('unhandledRejection', (error) => log.error('defect.unhandled', errorFields(error)))
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => log.error('process.gone', { type, reason, exitCode }))
}

/** Nobody's any more while Sentinel closes: then there are none. */
async function countAlerts(core: Core | undefined): Promise<number> {
  const counts = await core?.dispatch(core.callerOf('desk'), 'alerts.counts', {})
  if (counts?.ok !== true) return 0
  const { critical, warning, info } = counts.value as { critical: number; warning: number; info: number }
  return critical + warning + info
}

type KioskState = PayloadOf<typeof kiosk.changed>

async function kioskState(core: Core): Promise<KioskState> {
  const state = await core.dispatch(core.callerOf('kiosk'), 'kiosk.state', {})
  return state.ok ? (state.value as KioskState) : { open: false, hasCode: false, stationId: null }
}
