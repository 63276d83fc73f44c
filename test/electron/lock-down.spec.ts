/** What a page of ours may and may not do, asked in the page itself (design.md 8, trust.md 4.1). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { newProfile, startDesk, type Answer, type Desk } from './support/desk.ts'

const profile = newProfile()
let desk: Desk
let page: Page
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await startDesk(profile.path)
  page = await desk.page()
})
test.afterAll(async () => {
  await desk.quit()
  profile.remove()
})

const guards = (): string[] => readFileSync(join(profile.path, 'logs', 'main.log'), 'utf8').match(/guard\.\w+/g) ?? []
const forbidden = { ok: false, error: { code: 'forbidden' } }

test('the desk is shown, and a scan shows the person', async () => {
  await expect(page).toHaveTitle(/Sentinel/)
  expect(await desk.call('system.status')).toMatchObject({ host: 'electron', dev: true })
  const { badges } = await desk.call<{ badges: { serial: string }[] }>('dev.badges')
  const { person } = await desk.call<{ person: { lastName: string } }>('dev.scan', { serial: badges[0]?.serial })
  await expect(page.getByRole('region', { name: 'Activity' })).toContainText(person.lastName)
})

test('the window has two functions of ours and nothing of Node’s or Electron’s', async () => {
  const found = await page.evaluate(() => ({
    strangers: ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'setImmediate', 'ipcRenderer', 'contextBridge', 'electron', '__dirname'].filter((name) => name in window),
    ours: Object.entries(window.sentinel ?? {}).map(([name, value]) => `${name}: ${typeof value}`),
    canReplace: Reflect.set(window, 'sentinel', null) && window.sentinel === null,
    canChange: Reflect.set(window.sentinel ?? {}, 'invoke', null),
    canAdd: Reflect.set(window.sentinel ?? {}, 'more', 1),
  }))
  expect(found).toEqual({ strangers: [], ours: ['invoke: function', 'listen: function'], canReplace: false, canChange: false, canAdd: false })
})

test('what a page overwrites in its own world does not reach the preload’s', async () => {
  await page.evaluate(() => void (JSON.stringify = () => 'taken over'))
  expect(await page.evaluate(() => JSON.stringify({}))).toBe('taken over')
  // The preload’s world turns this call into text with its own.
  expect(await desk.inWindow('desk', "window.sentinel.invoke('system.status', {})")).toMatchObject({ ok: true, value: { host: 'electron' } })
  await page.reload()
})

test('the policy comes as a header, and stops inline script, eval, remote requests and pictures', async () => {
  expect(await page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'))).toMatch(/default-src 'none'.*script-src 'self'/)
  const tried = await page.evaluate(async () => {
    const stopped: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => stopped.push(effectiveDirective))
    const inline = document.createElement('script')
    inline.textContent = 'window.inlineRan = true'
    document.body.append(inline)
    const picture = document.createElement('img')
    picture.src = 'https://evil.example/pixel.png'
    document.body.append(picture)
    const fetched = await fetch('https://evil.example/').then(() => 'answered', () => 'stopped')
    let socket = 'stopped'
    try {
      socket = await new Promise<string>((resolve) => {
        const opened = new WebSocket('wss://evil.example/')
        opened.onopen = () => resolve('open')
        opened.onerror = () => resolve('stopped')
      })
    } catch {
      // Some versions throw at once.
    }
    // Later than this call from the developer's tools, which may do what a page may not.
    const evaluated = await new Promise<string>((resolve) =>
      setTimeout(() => {
        try {
          resolve(String(Reflect.construct(Function, ['return 1 + 1'])()))
        } catch (error) {
          resolve((error as Error).name)
        }
      }),
    )
    inline.remove()
    picture.remove()
    return { inlineRan: 'inlineRan' in window, evaluated, fetched, socket, stopped: [...new Set(stopped)].toSorted() }
  })
  expect(tried).toMatchObject({ inlineRan: false, evaluated: 'EvalError', fetched: 'stopped', socket: 'stopped' })
  expect(tried.stopped).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'script-src-elem']))
})

test('a page goes nowhere and opens nothing', async () => {
  const before = await page.evaluate(() => location.href)
  const windows = await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  for (const address of ['https://evil.example/', `${new URL(before).origin}/index.html?window=kiosk`]) await page.evaluate((to) => void (location.href = to), address)
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://evil.example/'
    document.body.append(link)
    link.click()
    link.target = '_blank'
    link.click()
    link.remove()
  })
  await page.evaluate(() => void window.open('https://evil.example/'))
  // Asked and answered after all of that, in the same page.
  expect(await desk.call('system.status')).toMatchObject({ host: 'electron' })
  await expect.poll(() => desk.app.windows().length).toBe(windows)
  expect(await page.evaluate(() => location.href)).toBe(before)
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(windows)
  // It was our guards that said no, and said so.
  await expect.poll(() => guards()).toEqual(expect.arrayContaining(['guard.navigation_denied', 'guard.window_denied']))
})

test('a webview is an unknown element', async () => {
  expect(
    await page.evaluate(() => {
      const element = document.createElement('webview')
      element.setAttribute('src', 'https://evil.example/')
      document.body.append(element)
      const found = { hasPage: 'getWebContentsId' in element, upgraded: element.shadowRoot !== null }
      element.remove()
      return found
    }),
  ).toEqual({ hasPage: false, upgraded: false })
})

test('no permission is granted, and none is asked of a person', async () => {
  const answers = await page.evaluate(async () => {
    const state = async (name: string): Promise<string> => (await navigator.permissions.query({ name: name as PermissionName })).state
    const refused = (error: Error | GeolocationPositionError): string => ('code' in error && error.code === 1 ? 'denied' : error instanceof Error ? error.name : 'other')
    return {
      states: [await state('geolocation'), await state('notifications'), await state('camera'), await state('microphone')],
      place: await new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('given'), (error) => resolve(refused(error)))),
      notifications: await Notification.requestPermission(),
    }
  })
  expect(answers).toEqual({ states: ['denied', 'denied', 'denied', 'denied'], place: 'denied', notifications: 'denied' })
})

test('a frame inside the page has no way to call', async () => {
  const reached = await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const found = { bridge: 'sentinel' in (frame.contentWindow ?? {}), require: 'require' in (frame.contentWindow ?? {}) }
    frame.remove()
    return found
  })
  expect(reached).toEqual({ bridge: false, require: false })
  // A frame with an address does not load at all.
  const loaded = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), { once: true })
        const frame = document.createElement('iframe')
        frame.src = '/index.html?window=desk'
        document.body.append(frame)
      }),
  )
  expect(loaded).toBe('frame-src')
})

test('a window that Sentinel did not open is refused, although it shows our page with our preload', async () => {
  const answer = await desk.app.evaluate(async ({ app, BrowserWindow }) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: `${process.cwd()}/out/preload/preload.cjs`, sandbox: true, contextIsolation: true } })
    await stranger.loadURL('app://sentinel/index.html?window=stranger')
    const heard = (await stranger.webContents.executeJavaScript("window.sentinel.invoke('system.status', {})")) as unknown
    stranger.destroy()
    return { heard, isReady: app.isPackaged === false }
  })
  expect(answer.heard).toMatchObject(forbidden)
})

test('a strange page in the desk’s own window is refused', async () => {
  const answer = await desk.app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes('window=desk'))
    const home = window?.webContents.getURL() ?? ''
    await window?.loadURL('data:text/html,<title>not ours</title>')
    const heard = (await window?.webContents.executeJavaScript("window.sentinel.invoke('system.status', {})")) as unknown
    await window?.loadURL(home)
    return heard
  })
  expect(answer as Answer).toMatchObject(forbidden)
  expect(await desk.call('system.status')).toMatchObject({ host: 'electron' })
})
