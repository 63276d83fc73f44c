/**
 * From the last byte that a reader sent to the card on the kiosk's screen (screens.md 5.1: 150 ms at p95): the real host, a
 * serial reader on a pty, Chromium without a window. The mark is set two frames after the card was drawn, so that it is a
 * little late. `node bench/kiosk-paint.ts` measures it alone.
 */
import { chromium, type Page } from '@playwright/test'
import playwright from '../playwright.config.ts'
import { buildIfStale } from '../scripts/build-if-stale.ts'
import { newDataDir, startHost, type Host } from '../test/e2e/support/host.ts'
import { importRoll, setUp } from '../test/e2e/support/people.ts'
import { rdm6300Frame, serialOf, type EmCard } from '../test/rigs/serial-frames.ts'
import { startSerialRig } from '../test/rigs/serial-rig.ts'
import { round, timingOf } from './measure.ts'

const scans = 200
/** Calm enough that no card waits for another, quick enough for a rush. */
const gapMs = 120

const cardOf = (index: number): EmCard => ({ version: 1, number: 0x0060_0000 + index })
const nameOf = (index: number): string => `Bench${String(index).padStart(3, '0')}`
const epochNow = (): number => performance.timeOrigin + performance.now()
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function fill(host: Host): Promise<void> {
  await setUp(host)
  await importRoll(host, ['SN,RANK,LAST NAME,FIRST NAME,DEPT', ...Array.from({ length: scans }, (_, index) => `V${200_000 + index},S1,${nameOf(index)},Test,OPS`)].join('\n'))
  const { members } = await host.call<{ members: { id: string; lastName: string }[] }>('members.list', { search: 'bench', limit: 250 })
  for (const { id, lastName } of members) await host.call('badges.enrol', { memberId: id, serial: serialOf(cardOf(Number(lastName.slice(5)))) })
}

/** How far the page's clock is ahead of ours, in ms: of many questions the one that was answered quickest tells it best. */
async function clockOffset(page: Page): Promise<number> {
  let best = { took: Number.POSITIVE_INFINITY, offset: 0 }
  for (let index = 0; index < 50; index += 1) {
    const before = epochNow()
    const there = await page.evaluate(() => performance.timeOrigin + performance.now())
    const after = epochNow()
    if (after - before < best.took) best = { took: after - before, offset: there - (before + after) / 2 }
  }
  return best.offset
}

export async function measureKioskPaint(): Promise<Record<string, number>> {
  buildIfStale()
  const data = newDataDir()
  const rig = await startSerialRig()
  const host = await startHost(data.path, ['--reader', `serial:${rig.path}`])
  const browser = await chromium.launch(playwright.use?.launchOptions ?? {})
  try {
    await fill(host)
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.addInitScript(() => {
      const painted: number[] = []
      new PerformanceObserver((list) => {
        for (const mark of list.getEntriesByName('scan-painted')) painted.push(performance.timeOrigin + mark.startTime)
      }).observe({ type: 'mark' })
      Object.assign(window, { painted })
    })
    await page.goto(host.window('kiosk'))
    await page.getByText('Ready', { exact: true }).first().waitFor()
    const offset = await clockOffset(page)
    const took: number[] = []
    for (let index = 0; index < scans; index += 1) {
      const [written = 0n] = await rig.send([rdm6300Frame(cardOf(index))])
      const sent = epochNow() - Number(process.hrtime.bigint() - written) / 1e6
      await page.waitForFunction((count) => (window as unknown as { painted: number[] }).painted.length >= count, index + 1)
      const at = await page.evaluate((place) => (window as unknown as { painted: number[] }).painted[place] ?? Number.NaN, index)
      took.push(at - offset - sent)
      await pause(gapMs)
    }
    const { p50, p95, p99, max } = timingOf(took)
    return { scans, 'p50 ms': round(p50, 0), 'p95 ms': round(p95, 0), 'p99 ms': round(p99, 0), 'max ms': round(max, 0) }
  } finally {
    await browser.close()
    await host.stop()
    await rig.stop()
    data.remove()
  }
}

if (process.argv[1] === import.meta.filename) console.table([await measureKioskPaint()])
