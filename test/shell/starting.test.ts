/** How our main process starts, with the real core, on a double of Electron: see test/rigs/electron-double/electron.ts. */
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { takeLock } from '../../electron/core/db/lock.ts'
import { call, createShellBench, deskPage, events, kioskPage, pageOf, signIn } from './shell-bench.ts'

const { folder, profile, start, endAll, remove } = createShellBench()
/** Its database takes seconds to create: once, and in no test's time. */
beforeAll(async () => {
  const run = start(profile)
  await signIn(run, await pageOf(run, deskPage))
  run.process.kill('SIGTERM')
  await run.ended
}, 120_000)
afterAll(remove)

describe('starting', () => {
  afterEach(endAll)

  test('a second Sentinel ends at once and touches nothing', async () => {
    const run = start(join(folder, 'held'), [], { DOUBLE_LOCK: 'held' })
    expect(await run.ended).toBe(0)
    expect(run.happened.map((happening) => happening.what)).toEqual(['exit'])
  })

  test.each([
    ['--dev', /--dev works only/],
    ['--remote-debugging-port=9222', /lets another program steer/],
  ])('an installed Sentinel refuses %s, in words', async (word, words) => {
    const run = start(join(folder, 'packaged'), [word], { DOUBLE_PACKAGED: '1' })
    expect(await run.ended).toBe(2)
    expect(run.happened.find((happening) => happening.what === 'error box')?.['content']).toMatch(words)
  })

  test('a kiosk that was open is opened again, alone on the only display; the desk comes when it is left', async () => {
    const first = start(profile)
    const opener = await pageOf(first, deskPage)
    await signIn(first, opener)
    expect(await call(first, opener, 'kiosk.open', { exitCode: '802461' })).toMatchObject({ ok: true })
    await pageOf(first, kioskPage)
    // Behind the kiosk on the same display the desk is put away.
    await first.until('hidden')
    first.process.kill('SIGTERM')
    expect(await first.ended).toBe(0)

    const second = start(profile)
    const kiosk = await pageOf(second, kioskPage)
    await second.order('second-instance')
    expect(await call(second, kiosk, 'kiosk.leave', { exitCode: '802461' })).toMatchObject({ ok: true })
    await second.until('closed', { window: kiosk })
    const desk = await pageOf(second, deskPage)
    const order = second.happened.filter((happening) => ['opened', 'closed'].includes(happening.what) && [desk, kiosk].includes(happening['window'] as number))
    expect(order.map((happening) => `${happening.what} ${happening['window'] === kiosk ? 'kiosk' : 'desk'}`)).toEqual(['opened kiosk', 'opened desk', 'closed kiosk'])
    expect(second.happened.some((happening) => happening.what === 'exit')).toBe(false)
  })

  test('closing the last window quits in order', async () => {
    const run = start(profile)
    const desk = await pageOf(run, deskPage)
    await run.order('close', desk)
    expect(await run.ended).toBe(0)
    expect(events(run).at(-1)).toBe('quit.done')
  })
})

describe('a database that may not be opened', () => {
  afterEach(endAll)

  test('is told in a window without script or preload; both languages; the folder; another try', async () => {
    const lock = await takeLock(realpathSync(join(profile, 'desk')), new Date())
    const run = start(profile, [], { DOUBLE_LANGUAGES: 'fr-CA,en-CA' })
    const shown = async (text: string): Promise<number> => {
      const notice = await run.until('loaded', {}, run.happened.filter((happening) => happening.what === 'loaded').length || 1)
      expect(notice).toMatchObject({ status: 200, body: expect.stringContaining(text), policy: expect.stringContaining("script-src 'self'") })
      expect(notice['body']).not.toMatch(/<script/)
      return notice['window'] as number
    }
    await run.until('loaded')
    const window = await shown('Réessayer')
    expect(run.happened.find((happening) => happening.what === 'opened')?.['preferences']).not.toHaveProperty('preload')
    // Nobody listens yet: there is nothing to call.
    expect(await call(run, window, 'system.status')).toBeUndefined()

    const before = run.happened.filter((happening) => happening.what === 'loaded').length
    expect(await run.order('navigate', window, 'app://sentinel/notice/language')).toEqual({ allowed: false })
    await run.until('loaded', {}, before + 1)
    await shown('Try again')
    await shown(join(profile, 'logs', 'main.log'))

    await run.order('navigate', window, 'app://sentinel/notice/show-folder')
    expect(await run.until('folder shown')).toMatchObject({ path: join(profile, 'desk') })

    if ('release' in lock) await lock.release()
    await run.order('navigate', window, 'app://sentinel/notice/try-again')
    await pageOf(run, deskPage)
    await run.until('closed', { window })
    expect(events(run)).toContain('open.failed')
  })

  test('its window ends Sentinel when it is closed', async () => {
    const lock = await takeLock(realpathSync(join(profile, 'desk')), new Date())
    const run = start(profile)
    const notice = await run.until('loaded')
    await run.order('navigate', notice['window'] as number, 'app://sentinel/notice/quit')
    expect(await run.ended).toBe(0)
    // The last window to go asks to quit once more: it is one quitting all the same.
    expect(events(run).filter((event, index, all) => event === 'quit.began' && index > all.lastIndexOf('shell.started'))).toHaveLength(1)
    if ('release' in lock) await lock.release()
    expect(events(run).at(-1)).toBe('quit.done')
  })
})
