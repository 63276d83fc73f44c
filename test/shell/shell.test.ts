/** Our main process in use, all of it with the real core, on a double of Electron: see test/rigs/electron-double/electron.ts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DoubleRun } from '../rigs/electron-double/run.ts'
import { administrator, call, createShellBench, deskPage, events, kioskPage, pageOf, signIn, type Answer } from './shell-bench.ts'

const { profile, start, endAll, remove } = createShellBench()
afterAll(remove)

describe('a desk in use', () => {
  let run: DoubleRun
  let desk = 0
  beforeAll(async () => {
    run = start(profile, ['--dev'], { DOUBLE_DISPLAYS: '2', DOUBLE_PRINTERS: 'Office,Stores' })
    desk = await pageOf(run, deskPage)
    await signIn(run, desk)
  })
  afterAll(endAll)

  test('its scheme is an origin of its own, and bypasses nothing', () => {
    expect(run.happened.find((happening) => happening.what === 'schemes')).toMatchObject({ schemes: [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }] })
  })

  test('its window is sandboxed, isolated and without Node', () => {
    const opened = run.happened.find((happening) => happening.what === 'opened' && happening['window'] === desk)
    expect(opened?.['preferences']).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, webviewTag: false, webSecurity: true, spellcheck: false, navigateOnDragDrop: false })
    expect(opened?.['preferences']).toHaveProperty('preload', expect.stringMatching(/out.preload.preload\.cjs$/))
    expect(run.happened.find((happening) => happening.what === 'loaded' && happening['window'] === desk)?.['policy']).toMatch(/default-src 'none'/)
  })

  test('it is answered as the desk', async () => {
    expect(await call(run, desk, 'system.status')).toMatchObject({ ok: true, value: { host: 'electron', dev: true } })
    expect(await call(run, desk, 'readers.ports')).toMatchObject({ ok: true })
  })

  test('what goes wrong is data', async () => {
    expect(await call(run, desk, 'no.such')).toMatchObject({ ok: false, error: { code: 'call_unknown' } })
    expect(await call(run, desk, 'constructor.name')).toMatchObject({ ok: false, error: { code: 'call_unknown' } })
    expect(await call(run, desk, 'kiosk.open', { exitCode: 5 })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(await run.order<Answer>('invoke', desk, { name: 'system.status' })).toMatchObject({ ok: false, error: { code: 'call_unknown' } })
  })

  test.each([
    ['a frame inside the page', { parent: {} }],
    ['another site in the window', { url: 'https://evil.example/' }],
    ['another host of our scheme', { url: 'app://other/index.html' }],
  ])('%s is refused as data', async (_who, frame) => {
    expect(await call(run, desk, 'system.status', {}, frame)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })

  test('a page in no window of ours is refused, whatever it says', async () => {
    expect(await call(run, undefined, 'system.status', {}, { url: deskPage, parent: null })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })

  test('no navigation, window, webview, permission, request or stray file', async () => {
    for (const url of ['https://evil.example/', 'file:///etc/passwd', kioskPage, 'app://sentinel/notice/quit']) expect(await run.order('navigate', desk, url)).toEqual({ allowed: false })
    expect(await run.order('navigate', desk, deskPage)).toEqual({ allowed: true })
    expect(await run.order('open window', desk, 'https://evil.example/')).toEqual({ action: 'deny' })
    expect(await run.order('webview', desk)).toEqual({ allowed: false })
    for (const name of ['media', 'geolocation', 'hid', 'serial', 'clipboard-read']) expect(await run.order('permission', desk, name)).toEqual({ granted: false, checked: false })
    expect(await run.order('request', desk, 'https://evil.example/?who')).toEqual({ cancel: true })
    expect(await run.order('request', desk, 'app://sentinel/assets/a.js')).toEqual({ cancel: false })
    expect(await run.order('download', desk, 'https://evil.example/x.exe')).toMatchObject({ allowed: false })
    expect(await run.order('download', desk, 'blob:app://sentinel/1')).toEqual({ allowed: true, asked: { defaultPath: 'day.csv' } })
  })

  test('a muster is printed in silence, in a hidden window without scripts, preload or network, on the printer that was chosen', async () => {
    expect(await call(run, desk, 'muster.settings')).toMatchObject({ value: { printers: ['The Office', 'The Stores'] } })
    expect(await call(run, desk, 'muster.changeSettings', { printAtStart: true, copies: 3, reprintMinutes: 0, redAfterMinutes: 10, drillReminderDays: 90, printer: 'The Stores' })).toMatchObject({ ok: true })
    const started = await call(run, desk, 'muster.start', { requestId: crypto.randomUUID(), kind: 'drill' })
    expect(started).toMatchObject({ ok: true })
    const paper = await run.until('printed')
    expect(paper['options']).toEqual({ silent: true, printBackground: true, copies: 3, deviceName: 'Stores' })
    const [, page = ''] = (paper['page'] as string).split('base64,')
    expect(Buffer.from(page, 'base64').toString('utf8')).toContain('DRILL')
    const opened = run.happened.find((happening) => happening.what === 'opened' && happening['window'] === paper['window'])
    expect(opened?.['preferences']).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, session: { partition: 'paper' } })
    expect(opened?.['preferences']).not.toHaveProperty('preload')
    expect(run.happened).toContainEqual(expect.objectContaining({ what: 'paper request', cancel: true }))
    await run.until('closed', { window: paper['window'] })
    expect(run.happened.some((happening) => happening.what === 'shown' && happening['window'] === paper['window'])).toBe(false)
    await expect.poll(() => call(run, desk, 'muster.state')).toMatchObject({ value: { open: { printing: { state: 'printed', copies: 3 } } } })
    expect(await call(run, desk, 'muster.close', { musterId: started.ok ? started.value['musterId'] : '', reason: 'Nobody was called.' })).toMatchObject({ ok: true })
  })

  test('a second start brings the desk to front', async () => {
    await run.order('second-instance')
    expect(await run.until('focused')).toMatchObject({ window: desk })
  })

  test('an alert that waits is said beside the clock and by the flashing button, until somebody acknowledges it', async () => {
    // In the evening, and until the day turns over, an empty desk has alerts of its own: nobody holds the lockup.
    const { value: early } = await run.order<{ value: { alerts: { id: string }[] } }>('invoke', desk, 'alerts.active', {})
    if (early.alerts.length > 0) await call(run, desk, 'alerts.acknowledge', { alertIds: early.alerts.map(({ id }) => id), note: 'Not what this is about' })
    await run.until('tray', { image: 'sentinel-256.png' })
    await call(run, desk, 'dev.scan', { serial: '0BADBADBAD' })
    await run.until('tray', { image: 'sentinel-alert-256.png' })
    await run.until('tray words', { words: 'Sentinel: 1 alert waits' })
    await run.until('flash', { window: desk, flashing: true })
    const active = await run.order<{ value: { alerts: { id: string; acknowledged: object | null }[] } }>('invoke', desk, 'alerts.active', {})
    const id = active.value.alerts.find(({ acknowledged }) => acknowledged === null)?.id
    const calm = run.happened.filter(({ what, ...facts }) => what === 'tray' && 'image' in facts && facts.image === 'sentinel-256.png').length
    expect(await call(run, desk, 'alerts.acknowledge', { alertIds: [id], note: 'A visitor tried' })).toMatchObject({ ok: true })
    await run.until('tray', { image: 'sentinel-256.png' }, calm + 1)
  })

  describe('and its kiosk', () => {
    let kiosk = 0
    const exitCode = '802461'
    beforeAll(async () => {
      await call(run, desk, 'kiosk.open', { exitCode })
      kiosk = await pageOf(run, kioskPage)
    })

    test('opens full screen on the other display, keeps it awake, and the desk stays', async () => {
      expect(run.happened.find((happening) => happening.what === 'opened' && happening['window'] === kiosk)).toMatchObject({ kiosk: true, x: 1920 })
      await run.until('awake', { type: 'prevent-display-sleep' })
      expect(run.happened.some((happening) => happening.what === 'hidden')).toBe(false)
    })

    test('has its own rights, and hears what it may', async () => {
      expect(await call(run, kiosk, 'presence.now')).toMatchObject({ ok: true })
      for (const name of ['readers.ports', 'members.list', 'history.record']) expect(await call(run, kiosk, name)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
      // It says that it is the desk; the window says what it is.
      expect(await call(run, kiosk, 'readers.ports', {}, { url: deskPage })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
      await call(run, desk, 'dev.scan', { serial: '0A1B2C3D4E' })
      for (const window of [desk, kiosk]) await run.until('sent', { window, channel: 'sentinel:event' })
    })

    test('is not left by a key or by closing it', async () => {
      for (const key of [{ key: 'F4', alt: true }, { key: 'w', control: true }, { key: 'F11' }]) expect(await run.order('key', kiosk, { code: '', control: false, alt: false, shift: false, meta: false, ...key })).toEqual({ blocked: true })
      expect(await run.order('key', kiosk, { key: '7', code: 'Digit7', control: false, alt: false, shift: false, meta: false })).toEqual({ blocked: false })
      await run.order('close', kiosk)
      await run.until('close prevented', { window: kiosk })
      expect(await run.order('download', kiosk, 'blob:app://sentinel/1')).toMatchObject({ allowed: false })
    })

    test('comes back when it crashes, in a window of its own', async () => {
      await run.order('crash', kiosk)
      const second = await pageOf(run, kioskPage, 2)
      await run.until('closed', { window: kiosk })
      expect(second).not.toBe(kiosk)
      expect(await call(run, second, 'kiosk.state')).toEqual({ ok: true, value: { open: true, hasCode: true, stationId: null } })
      kiosk = second
    })

    test('is not left with another code', async () => {
      expect(await call(run, kiosk, 'kiosk.leave', { exitCode: '111222' })).toMatchObject({ ok: false, error: { code: 'exit_code_wrong' } })
      expect(run.happened.some((happening) => happening.what === 'closed' && happening['window'] === kiosk)).toBe(false)
    })

    test('is left with the code, and the display may sleep', async () => {
      expect(await call(run, kiosk, 'kiosk.leave', { exitCode })).toMatchObject({ ok: true })
      await run.until('closed', { window: kiosk })
      await run.until('may sleep', { id: 7 })
    })
  })

  test.each(['suspend', 'lock-screen'])('%s locks the desk: only the PIN opens it again (domain.md 4.22, trust.md V7)', async (event) => {
    expect(await call(run, desk, 'accounts.list')).toMatchObject({ ok: true })
    await run.order('power', undefined, event)
    expect(await call(run, desk, 'accounts.list')).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await call(run, desk, 'accounts.state')).toMatchObject({ ok: true, value: { session: { locked: true } } })
    expect(await call(run, desk, 'accounts.unlock', { pin: administrator.pin })).toMatchObject({ ok: true })
  })

  test('three crashes in a minute are enough: the window says so, and tries again when asked', async () => {
    for (const times of [2, 3]) {
      await run.order('crash', desk)
      await pageOf(run, deskPage, times)
    }
    await run.order('crash', desk)
    const notice = await run.until('loaded', { window: desk }, 4)
    expect(notice).toMatchObject({ url: expect.stringMatching(/^app:..sentinel.notice.\d+$/), status: 200, body: expect.stringContaining('stopped three times') })
    expect(await call(run, desk, 'system.status', {}, { url: 'https://evil.example/' })).toMatchObject({ ok: false })
    expect(await run.order('navigate', desk, 'app://sentinel/notice/try-again')).toEqual({ allowed: false })
    await pageOf(run, deskPage, 4)
  })

  test('quits in order, with the database last, and ends well', async () => {
    await run.order('quit')
    expect(await run.ended).toBe(0)
    const phases = run.log().filter((line) => line.event === 'quit.phase').map((line) => line['phase'])
    expect(phases).toEqual(['opening', 'gateway', 'readers', 'drain', 'database'])
    expect(events(run).at(-1)).toBe('quit.done')
  })
})
