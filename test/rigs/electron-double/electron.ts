/**
 * A double of Electron's main-process module for tests of our shell: windows without pages, in plain Node. It answers
 * what the shell calls, follows Electron's documented order of events, and tells the test what happened. It proves what
 * OUR code does with Electron's interface; it proves nothing of Electron: no renderer, no sandbox, no policy, no keys.
 */
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { powerMonitor } from './machine.ts'
import { cancellable, endings, tell, WindowFrame, windows as frames } from './parts.ts'

export { dialog, Menu, nativeImage, nativeTheme, powerSaveBlocker, screen, shell, Tray } from './machine.ts'
export { powerMonitor }

type Handler = (event: object, ...values: unknown[]) => unknown
type Options = Record<string, unknown>

// --- app ---
let userData = join(process.cwd(), 'no-profile-given')
let begunToQuit = false
const switches = new Map(process.argv.filter((word) => word.startsWith('--')).map((word) => [word.slice(2).split('=')[0] ?? '', word.split('=')[1] ?? '']))

export const app = Object.assign(new EventEmitter(), {
  isPackaged: process.env['DOUBLE_PACKAGED'] === '1',
  commandLine: { hasSwitch: (name: string) => switches.has(name) },
  getVersion: () => '0.0.0-double',
  getPath: (name: string) => (name === 'userData' ? userData : join(userData, name)),
  setPath(_name: string, path: string) {
    userData = path
  },
  getPreferredSystemLanguages: () => (process.env['DOUBLE_LANGUAGES'] ?? 'en-CA').split(','),
  requestSingleInstanceLock: () => process.env['DOUBLE_LOCK'] !== 'held',
  whenReady: () => new Promise((resolve) => setImmediate(resolve)),
  quit() {
    if (begunToQuit) return
    const event = cancellable()
    app.emit('before-quit', event)
    if (event.defaultPrevented) return
    begunToQuit = true
    for (const window of frames.values()) window.close()
    app.exit(0)
  },
  /** Whoever starts Electron again after the exit is the test. */
  relaunch: () => tell('relaunch'),
  exit(code = 0) {
    tell('exit', { code })
    process.disconnect?.()
    process.exit(code)
  },
})

// --- pages ---
type Answer = (request: Request) => Promise<Response>
let protocolHandler: Answer | undefined
let requestGuard: ((details: object, answer: (verdict: { cancel: boolean }) => void) => void) | undefined
let permissionAnswer: ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void) | undefined
let permissionCheck: (() => boolean) | undefined

export const protocol = { registerSchemesAsPrivileged: (schemes: object[]) => tell('schemes', { schemes }) }
export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    protocol: { handle: (_scheme: string, handler: Answer) => void (protocolHandler = handler) },
    webRequest: { onBeforeRequest: (guard: typeof requestGuard) => void (requestGuard = guard) },
    setPermissionRequestHandler: (handler: typeof permissionAnswer) => void (permissionAnswer = handler),
    setPermissionCheckHandler: (handler: () => boolean) => void (permissionCheck = handler),
    setDevicePermissionHandler: () => {},
  }),
  fromPartition: (partition: string) =>
    Object.assign(new EventEmitter(), {
      partition,
      webRequest: { onBeforeRequest: (guard: NonNullable<typeof requestGuard>) => guard({ url: 'https://example.org/', resourceType: 'image' }, ({ cancel }) => tell('paper request', { cancel })) },
      setPermissionRequestHandler: () => {},
      setPermissionCheckHandler: () => {},
    }),
}
export const contextBridge = {}
export const ipcRenderer = {}

const handlers = new Map<string, Handler>()
export const ipcMain = { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) }

class WebContents extends EventEmitter {
  mainFrame = { url: '', parent: null }
  opener: ((details: { url: string }) => { action: string }) | undefined
  readonly windowId: number
  constructor(windowId: number) {
    super()
    this.windowId = windowId
    app.emit('web-contents-created', {}, this)
  }
  getURL = (): string => this.mainFrame.url
  isDestroyed = (): boolean => !frames.has(this.windowId)
  setIgnoreMenuShortcuts(): void {}
  getPrintersAsync = async (): Promise<object[]> => (process.env['DOUBLE_PRINTERS'] ?? '').split(',').filter(Boolean).map((name) => ({ name, displayName: `The ${name}` }))
  print(options: object, answer: (isSent: boolean, reason: string) => void): void {
    tell('printed', { window: this.windowId, page: decodeURIComponent(this.getURL()), options })
    setImmediate(() => answer(process.env['DOUBLE_PRINT_FAILS'] === undefined, process.env['DOUBLE_PRINT_FAILS'] ?? ''))
  }
  setWindowOpenHandler(opener: (details: { url: string }) => { action: string }): void {
    this.opener = opener
  }
  send(channel: string, ...values: unknown[]): void {
    tell('sent', { window: this.windowId, channel, values: JSON.parse(JSON.stringify(values)) as unknown })
  }
}

// --- windows ---
endings.noWindowLeft = () => {
  if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
  else app.quit()
}
export class BrowserWindow extends WindowFrame {
  readonly webContents: WebContents
  constructor(options: Options) {
    super(options)
    this.webContents = new WebContents(this.id)
    tell('opened', { window: this.id, kiosk: options['kiosk'] === true, preferences: options['webPreferences'], x: options['x'], width: options['width'] })
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url
    // Its session has no protocol of ours.
    if (url.startsWith('data:')) return
    const response = await protocolHandler?.(new Request(url))
    tell('loaded', { window: this.id, url, status: response?.status, policy: response?.headers.get('content-security-policy'), body: await response?.text() })
    this.emit('ready-to-show')
  }
}

// --- what a test can do ---
interface Order {
  readonly id: number
  readonly order: string
  readonly window?: number
  readonly values?: readonly unknown[]
}
const windowOf = (id: number | undefined): BrowserWindow => {
  const window = frames.get(id ?? -1)
  if (!(window instanceof BrowserWindow)) throw new Error(`no window ${id}`)
  return window
}
const orders: Record<string, (window: number | undefined, ...values: never[]) => unknown> = {
  /** A message from a page; `frame` says what the page really is. */
  invoke: (id, name: string, input: unknown, frame?: object) => {
    const sender = id === undefined ? new EventEmitter() : windowOf(id).webContents
    return handlers.get('sentinel:call')?.({ sender, senderFrame: { ...(id === undefined ? {} : windowOf(id).webContents.mainFrame), ...frame } }, name, input)
  },
  close: (id) => windowOf(id).close(),
  quit: () => app.quit(),
  'second-instance': () => app.emit('second-instance'),
  crash: (id) => windowOf(id).webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }),
  navigate(id, url: string) {
    const event = cancellable({ url, isMainFrame: true })
    windowOf(id).webContents.emit('will-navigate', event)
    return { allowed: !event.defaultPrevented }
  },
  key(id, input: object) {
    const event = cancellable()
    windowOf(id).webContents.emit('before-input-event', event, { type: 'keyDown', ...input })
    return { blocked: event.defaultPrevented }
  },
  'open window': (id, url: string) => windowOf(id).webContents.opener?.({ url }),
  webview(id) {
    const event = cancellable()
    windowOf(id).webContents.emit('will-attach-webview', event)
    return { allowed: !event.defaultPrevented }
  },
  /** The machine goes to sleep, or its screen is locked. */
  power: (_id, event: string) => powerMonitor.emit(event),
  request: (_id, url: string) => new Promise((resolve) => requestGuard?.({ url, resourceType: 'xhr' }, resolve)),
  permission: (_id, name: string) => new Promise((resolve) => permissionAnswer?.({}, name, (granted) => resolve({ granted, checked: permissionCheck?.() }))),
  download(id, url: string) {
    const event = cancellable()
    let asked: object | undefined
    session.defaultSession.emit('will-download', event, { getURL: () => url, getFilename: () => '../../day.csv', setSaveDialogOptions: (options: object) => (asked = options) }, windowOf(id).webContents)
    return { allowed: !event.defaultPrevented, asked }
  },
}

process.on('message', (message: Order) => {
  const act = async (): Promise<unknown> => orders[message.order]?.(message.window, ...((message.values ?? []) as never[]))
  act().then(
    (value) => tell('answer', { to: message.id, value }),
    (error: unknown) => tell('answer', { to: message.id, problem: String(error) }),
  )
})
