/** The one Chromium of a run: started once the application is ready, ended with it, its profile inside the application's. */
import { once } from 'node:events'
import { startDevtools, type Devtools, type Target } from './devtools.ts'
import { session } from './session.ts'

export interface Page extends Target {
  readonly targetId: string
}
interface Attached {
  readonly sessionId: string
  readonly targetInfo: { readonly targetId: string; readonly openerId?: string }
}

/** What a page may ask for: Chromium's names, and Electron's. */
const permissions = { geolocation: 'geolocation', notifications: 'notifications', microphone: 'media', camera: 'media', 'clipboard-read': 'clipboard-read', midi: 'midi', 'idle-detection': 'idle-detection' }

let devtools: Devtools | undefined
let ending = false
const arrived = new Map<string, (page: Page) => void>()
/** Pages that were attached before anybody asked for them: popups, or one that was faster than the answer to its making. */
const early = new Map<string, Page>()
/** Pages that are being made for the application: until they are there, a page that arrives may be one of them. */
let making = 0

export async function startChromium(profile: string, switches: ReadonlyMap<string, string>): Promise<void> {
  const passed = ['no-sandbox', 'remote-debugging-port'].filter((name) => switches.has(name)).map((name) => `--${name}${switches.get(name) === '' ? '' : `=${switches.get(name)}`}`)
  const quiet = ['--no-first-run', '--no-default-browser-check', '--no-startup-window', '--disable-gpu', '--disable-quic', '--disable-breakpad', '--disable-extensions', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-popup-blocking', '--password-store=basic', '--ozone-platform=x11']
  // What our windows ask for by webPreferences, and a renderer that may be behind another window.
  const like = ['--autoplay-policy=no-user-gesture-required', '--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding', '--disable-features=Translate,MediaRouter,OptimizationHints,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable']
  const started = startDevtools(process.env['CHROMIUM'] ?? '/usr/bin/chromium', [`--user-data-dir=${profile}`, ...quiet, ...like, ...passed])
  devtools = started
  started.process.once('exit', (code) => {
    if (ending) return
    process.stderr.write(`Chromium ended by itself with ${code}.\n`)
    process.exit(1)
  })
  const { product } = await started.send<{ product: string }>('Browser.getVersion')
  Object.assign(process.versions, { chrome: product.replace(/^.*\//, '') })
  started.on<Attached>('Target.attachedToTarget', ({ sessionId, targetInfo: { targetId, openerId } }) => {
    const page = { ...started.session(sessionId), targetId }
    const claim = arrived.get(targetId)
    arrived.delete(targetId)
    if (claim !== undefined) return claim(page)
    // Whoever opened it was asked by `Page.windowOpen`.
    if (openerId !== undefined) return endPopup(page)
    early.set(targetId, page)
    closeStrays()
  })
  await started.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter: [{ type: 'page', exclude: false }, { exclude: true }] })
}
const running = (): Devtools => {
  if (devtools === undefined) throw new Error('Chromium has not been started')
  return devtools
}

let asked: Promise<void> | undefined
/** What Sentinel answers to each question, as Chromium's own settings: it has no way to ask at the time. Asked once a run. */
export const applyPermissions = (contents: unknown): Promise<void> =>
  (asked ??= (async () => {
    for (const [theirs, ours] of Object.entries(permissions)) {
      const setting = (await session.defaultSession.mayUse(contents, ours)) ? 'granted' : 'denied'
      await running().send('Browser.setPermission', { permission: { name: theirs }, setting })
    }
  })())

/** An empty page in a window of its own, which waits for its first address. Pixels. */
export async function openPage(bounds: { x: number; y: number; width: number; height: number }): Promise<Page> {
  making += 1
  try {
    const { targetId } = await running().send<{ targetId: string }>('Target.createTarget', { url: 'about:blank', newWindow: true, left: bounds.x, top: bounds.y, width: bounds.width, height: bounds.height })
    const known = early.get(targetId)
    early.delete(targetId)
    return known ?? (await new Promise<Page>((resolve) => arrived.set(targetId, resolve)))
  } finally {
    making -= 1
    closeStrays()
  }
}

/** A page that nobody here made and that names no opener: a link to `_blank` has made it, or a drop. None stays. */
function closeStrays(): void {
  if (making > 0) return
  for (const page of early.values()) endPopup(page)
  early.clear()
}

/** A popup that waits for us keeps the page that opened it waiting too, and one that was never let go is not closed: it may begin, and reach nothing. */
function endPopup({ targetId, send }: Page): void {
  void send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] }).catch(() => {})
  void send('Runtime.runIfWaitingForDebugger').catch(() => {})
  closePage(targetId)
}

export const closePage = (targetId: string): void => void running().send('Target.closeTarget', { targetId }).catch(() => {})

/** Ends Chromium and waits until it is gone. */
export async function endChromium(): Promise<void> {
  ending = true
  const child = devtools?.process
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  // Asked first, so that what its pages keep is written; a browser that hangs is not waited for.
  devtools?.send('Browser.close').catch(() => {})
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await gone
  clearTimeout(timer)
}
