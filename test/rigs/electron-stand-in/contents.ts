/** Electron's `webContents`: one page of Chromium's, its preload, its requests and its calls. */
import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { cancellable } from '../electron-double/parts.ts'
import { toApplication, toChromium } from './addresses.ts'
import { app } from './app.ts'
import { applyPermissions, closePage, type Page } from './chromium.ts'
import { createFrames, type Frame } from './frames.ts'
import { handle } from './ipc-main.ts'
import { answerRequest, type PausedRequest } from './requests.ts'
import { session, type Session } from './session.ts'
import { worldScripts } from './worlds.ts'

export interface Preferences {
  readonly preload?: string
  readonly javascript?: boolean
  readonly session?: Session
}

const world = 'Electron Isolated Context'
/** Chromium's word for a page that another one replaced. */
const aborted = 'net::ERR_ABORTED'

export class WebContents extends EventEmitter {
  readonly session: Session
  targetId = ''
  private readonly secret = `s${randomBytes(16).toString('hex')}`
  private readonly frames = createFrames(world)
  /** Addresses that the application itself loads: only what a page begins is asked about. */
  private readonly own = new Set<string>()
  private opener: ((details: { url: string }) => { action: string }) | undefined
  private readonly preferences: Preferences
  private readonly page: Promise<Page>
  private readonly isGone: () => boolean

  constructor(preferences: Preferences, page: Promise<Page>, isGone: () => boolean) {
    super()
    this.preferences = preferences
    this.session = preferences.session ?? session.defaultSession
    this.isGone = isGone
    this.page = page.then((opened) => this.prepare(opened))
    this.page.catch((error: unknown) => isGone() || process.stderr.write(`The stand-in could not open a page: ${String(error)}\n`))
    app.emit('web-contents-created', {}, this)
  }

  get mainFrame(): Frame {
    return this.frames.main()
  }
  getURL = (): string => this.frames.main().url
  isDestroyed = (): boolean => this.isGone()
  setIgnoreMenuShortcuts(): void {}
  getPrintersAsync = async (): Promise<object[]> => []
  setWindowOpenHandler(opener: (details: { url: string }) => { action: string }): void {
    this.opener = opener
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.page
    const address = toChromium(url)
    this.own.add(address)
    const finished = new Promise<void>((resolve) => this.once('did-finish-load', resolve))
    const { errorText, loaderId } = await page.send<{ errorText?: string; loaderId?: string }>('Page.navigate', { url: address })
    this.own.delete(address)
    if (errorText === undefined) return loaderId === undefined ? undefined : finished
    this.emit('did-fail-load', {}, errorText === aborted ? -3 : -2, errorText, url, true)
    throw new Error(`${errorText.replace('net::', '')} loading '${url}'`)
  }

  /** Runs in the page's own world. */
  async executeJavaScript(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await (await this.page).send<{ result: { value?: unknown }; exceptionDetails?: { text: string; exception?: { description?: string } } }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  forcefullyCrashRenderer(): void {
    // Never answered: who would answer is gone.
    void this.page.then((page) => page.send('Page.crash')).catch(() => {})
  }

  send(channel: string, ...values: unknown[]): void {
    void this.page.then((page) => this.deliver(page, this.frames.preloadContext(), { channel, values: values.map((value) => ({ value })) })).catch(() => {})
  }

  focusPage = (): void => void this.page.then((page) => page.send('Page.bringToFront')).catch(() => {})
  closePage = (): void => void this.page.then(({ targetId }) => closePage(targetId)).catch(() => {})

  /** Everything that must be there before the first script of the first page. */
  private async prepare(page: Page): Promise<Page> {
    this.targetId = page.targetId
    this.frames.watch(page)
    page.on('Page.loadEventFired', () => {
      this.emit('did-finish-load')
      this.emit('ready-to-show')
    })
    page.on('Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }))
    page.on<{ payload: string; name: string; executionContextId: number }>('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === `${this.secret}send`) void this.answerCall(page, executionContextId, payload)
    })
    page.on<PausedRequest>('Fetch.requestPaused', (paused) => void answerRequest(page, paused, { session: this.session, frames: this.frames, begun: (request) => this.begun(request) }))
    page.on<{ url: string }>('Page.windowOpen', ({ url }) => {
      const { action } = this.opener?.({ url: toApplication(url) }) ?? { action: 'allow' }
      if (action !== 'deny') process.stderr.write('The stand-in opens no windows for pages: this one is closed although it was allowed.\n')
    })

    await page.send('Runtime.runIfWaitingForDebugger')
    await Promise.all(['Page', 'Runtime', 'Inspector'].map((domain) => page.send(`${domain}.enable`)))
    await this.frames.read(page)
    await page.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] })
    if (this.preferences.javascript === false) await page.send('Emulation.setScriptExecutionDisabled', { value: true })
    await applyPermissions(this)
    await this.installPreload(page)
    return page
  }

  private async installPreload(page: Page): Promise<void> {
    const { preload } = this.preferences
    if (preload === undefined) return
    const scripts = worldScripts(this.secret, readFileSync(preload, 'utf8'))
    await page.send('Runtime.addBinding', { name: `${this.secret}send`, executionContextName: world })
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page })
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName: world })
  }

  /** Whether a page of ours may go where it wants to; false when it was prevented. */
  private begun({ address, isMainFrame }: { address: string; isMainFrame: boolean }): boolean {
    if (isMainFrame && this.own.delete(toChromium(address))) return true
    const event = cancellable({ url: address, isMainFrame })
    if (isMainFrame) this.emit('will-navigate', event, address)
    this.emit('will-frame-navigate', event, address)
    return !event.defaultPrevented
  }

  private async answerCall(page: Page, context: number, payload: string): Promise<void> {
    const { id, channel, values } = JSON.parse(payload) as { id: number; channel: string; values: { value?: unknown }[] }
    const event = { sender: this, senderFrame: this.frames.ofContext(context) }
    const answer = await handle(channel, event, values.map(({ value }) => value)).then(
      (value) => ({ id, values: [{ value }] }),
      (error: unknown) => ({ id, values: [], problem: String(error) }),
    )
    await this.deliver(page, context, answer)
  }

  /** A page that has gone meanwhile hears nothing. */
  private async deliver(page: Page, context: number | undefined, message: object): Promise<void> {
    if (context === undefined) return
    await page.send('Runtime.callFunctionOn', { executionContextId: context, functionDeclaration: `function (message) { globalThis[${JSON.stringify(`${this.secret}receive`)}](message) }`, arguments: [{ value: message }] }).catch(() => {})
  }
}
