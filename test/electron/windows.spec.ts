/** The windows in use: the kiosk, a second start, a renderer that crashes, and the end (domain.md, screens.md W-15; design.md 7). */
import { spawn } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { administrator } from '../e2e/support/people.ts'
import { newProfile, program, startDesk, switchesFor, type Desk } from './support/desk.ts'

const profile = newProfile()
let desk: Desk
const member = '04DECADE01'
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await startDesk(profile.path, ['--dev'])
  await desk.call('accounts.setUp', {
    unit: { name: 'HMCS Example', zone: 'America/Winnipeg', rollover: '03:00' },
    administrator: { serviceNumber: 'A100001', rank: 'PO1', firstName: 'Ada', lastName: 'Boss' },
    ...administrator,
  })
  const file = { fileName: 'roll.csv', content: Buffer.from('SN,RANK,LAST NAME,FIRST NAME,DEPT\nV200003,S1,Deck,Dana,DECK\n').toString('base64') }
  const { hash } = await desk.call<{ hash: string }>('roll.preview', { file })
  await desk.call('roll.import', { file, previewHash: hash })
  const { members } = await desk.call<{ members: { id: string; lastName: string }[] }>('members.list')
  await desk.call('badges.enrol', { memberId: members.find(({ lastName }) => lastName === 'Deck')?.id, serial: member })
})
test.afterAll(async () => {
  await desk.quit()
  profile.remove()
})

test('the kiosk opens, shows who scans, and is left with badge and PIN only', async () => {
  await desk.call('kiosk.open', {})
  const kiosk = await desk.page('kiosk')
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isKiosk()).length)).toBe(1)
  expect(await desk.answer('members.list', {}, kiosk)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  await desk.call('dev.scan', { serial: member })
  await expect(kiosk.getByRole('heading', { name: 'S1 Deck, Dana' })).toBeVisible()

  await kiosk.keyboard.press('Control+Alt+Shift+KeyK')
  const panel = kiosk.getByRole('dialog', { name: 'Leave the kiosk' })
  const enter = async (digits: string): Promise<void> => {
    for (const digit of digits) await panel.getByRole('button', { name: digit, exact: true }).click()
    await panel.getByRole('button', { name: 'Leave', exact: true }).click()
  }
  await desk.call('dev.scan', { serial: administrator.serial })
  await expect(panel).toContainText('enter your PIN')
  await enter('111999')
  await expect(panel.getByRole('alert')).toContainText('Badge and PIN do not match.')
  const closed = kiosk.waitForEvent('close', { timeout: 60_000 })
  // A wrong PIN is slowed down: the right one counts once that has passed.
  await expect(async () => {
    if (kiosk.isClosed()) return
    await enter(administrator.pin)
    await expect.poll(() => kiosk.isClosed(), { timeout: 1500 }).toBe(true)
  }).toPass()
  await closed
})

test('a second start brings the first to front and ends', async () => {
  await desk.app.evaluate(({ app }) => {
    const told = globalThis as unknown as { secondStarts: number }
    told.secondStarts = 0
    app.on('second-instance', () => (told.secondStarts += 1))
  })
  const second = spawn(program, ['--no-sandbox', ...switchesFor(profile.path, ['--dev'])], { stdio: 'ignore' })
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
  await expect.poll(() => desk.app.evaluate(() => (globalThis as unknown as { secondStarts: number }).secondStarts)).toBe(1)
  expect(await desk.call('system.status')).toMatchObject({ host: 'electron' })
})

test('a renderer that crashes is shown again while scanning goes on', async () => {
  const gone = await desk.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const crashed = new Promise<string>((resolve) => contents?.once('render-process-gone', (_event, { reason }) => resolve(reason)))
    contents?.forcefullyCrashRenderer()
    return crashed
  })
  expect(['crashed', 'killed']).toContain(gone)
  const since = Date.now()
  await expect.poll(() => desk.inWindow<string>('desk', 'document.querySelector("main") === null ? "" : document.title').catch(() => '')).toContain('Sentinel')
  process.stdout.write(`The desk was shown again ${Date.now() - since} ms after its renderer crashed.\n`)
  // Its rights and its bridge are those of before.
  expect(await desk.inWindow('desk', `window.sentinel.invoke('dev.scan', { serial: '${member}' })`)).toMatchObject({ ok: true })
})

test('a scan that was acknowledged before the end is there after the next start, and the end is an orderly one', async () => {
  type Activity = { today: number }
  const before = await desk.inWindow<{ value: Activity }>('desk', "window.sentinel.invoke('presence.activity', {})")
  expect(before.value.today).toBeGreaterThan(0)
  const last = await desk.inWindow<{ ok: boolean; value: { outcome: string } }>('desk', "window.sentinel.invoke('dev.scan', { serial: '0BADBADBAD' })")
  expect(last).toMatchObject({ ok: true, value: { outcome: 'unknown_badge' } })
  const known = await desk.inWindow<{ value: { items: { serialTail: string | null }[] } }>('desk', "window.sentinel.invoke('presence.activity', {})")
  expect(await desk.quit()).toBe(0)
  desk = await startDesk(profile.path, ['--dev'])
  const after = await desk.call<Activity & { items: { serialTail: string | null }[] }>('presence.activity')
  expect(after.today).toBe(before.value.today)
  expect(after.items.map(({ serialTail }) => serialTail)).toEqual(known.value.items.map(({ serialTail }) => serialTail))
})
