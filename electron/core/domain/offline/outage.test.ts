/** Issue 8, shown: three hours without the server, 10,000 scans and a clock ten minutes slow (domain.md 4.4 ▶ 1–7, scenario 30). */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { offlineScan } from '../../db/schema/index.ts'
import { offlineFolder } from './scan-queue.ts'
import { createStationDesk } from './testing/station-desk.ts'

const people = 500
const scans = 10_000
const slowMs = 10 * 60_000
const outageMs = 3 * 3_600_000

test('offline for 3 h with 10,000 scans and a clock 10 minutes slow: all stored, flagged, directions right, entered twice without effect', { timeout: 300_000 }, async () => {
  const desk = await createStationDesk({ start: '2026-11-24T18:00:00.000Z', slowMs })
  const copy = mkdtempSync(join(tmpdir(), 'sentinel-outage-'))
  try {
    const roll = await desk.enlist(people)
    // Half of them are inside when the server goes.
    for (const { serial } of roll.slice(0, people / 2)) await desk.scan(serial)
    await desk.look()
    desk.away.goAway()

    const told: { memberId: string; outcome: string; at: number }[] = []
    const appends: number[] = []
    let random = 20261124
    const spread = Array.from({ length: scans }, () => ((random = (Math.imul(random, 1664525) + 1013904223) >>> 0) / 2 ** 32) * outageMs).toSorted((a, b) => a - b)
    let passed = 0
    for (const [index, moment] of spread.entries()) {
      desk.clock.advance(Math.max(0, moment - passed))
      passed = Math.max(passed, moment)
      const person = roll[(index * 197) % people]
      const began = performance.now()
      const { outcome } = await desk.scan(person?.serial ?? '')
      appends.push(performance.now() - began)
      told.push({ memberId: person?.id ?? '', outcome, at: desk.server.now().getTime() })
    }
    desk.clock.advance(outageMs - passed)
    expect(desk.offline().status()).toMatchObject({ away: true, kept: scans })
    cpSync(join(desk.folder, offlineFolder), join(copy, offlineFolder), { recursive: true })

    const began = performance.now()
    await desk.comeBack()
    const seconds = (performance.now() - began) / 1000
    const sorted = appends.toSorted((a, b) => a - b)
    process.stdout.write(`outage: ${scans} scans of ${people} people; kept p50 ${sorted[scans / 2]?.toFixed(2)} ms, p99 ${sorted[Math.floor(scans * 0.99)]?.toFixed(2)} ms; entered in ${seconds.toFixed(1)} s\n`)

    expect(desk.offline().status()).toMatchObject({ away: false, kept: 0, failed: 0, toSee: 0 })
    const rows = async () => ((await desk.record.read((tx) => tx.execute(sql`select member_id, direction, at, flag_reason, scan_id, voided from movement order by member_id, at, seq`))) as unknown as { rows: { member_id: string; direction: string; at: Date; flag_reason: string | null; scan_id: string; voided: boolean }[] }).rows
    const record = await rows()
    // Everybody was told what the record says: at the very instants by the server's clock, each flagged for the slow one.
    const late = record.filter(({ flag_reason: reason }) => reason === 'clock_drift')
    const moved = told.filter(({ outcome }) => outcome !== 'duplicate')
    expect(moved.length).toBeGreaterThan(scans * 0.99)
    expect(late).toHaveLength(moved.length)
    expect(record.filter(({ voided }) => voided)).toEqual([])
    const said = moved.map(({ memberId, outcome, at }) => `${memberId} ${at} ${outcome.replace('kept_', '')}`).toSorted()
    expect(late.map(({ member_id: memberId, at, direction }) => `${memberId} ${new Date(at).getTime()} ${direction}`).toSorted()).toEqual(said)
    for (const [, chain] of Map.groupBy(record, ({ member_id: memberId }) => memberId)) expect(chain.map(({ direction }) => direction)).toEqual(chain.map((_, index) => (index % 2 === 0 ? 'in' : 'out')))
    expect(await desk.record.read((tx) => tx.$count(offlineScan))).toBe(scans)

    // A station that dies before it could forget them enters them all again.
    const presence = await desk.record.read((tx) => tx.execute(sql`select * from member_presence order by member_id`))
    await desk.offline().stop()
    cpSync(join(copy, offlineFolder), join(desk.folder, offlineFolder), { recursive: true })
    await desk.restart()
    expect(desk.offline().status()).toMatchObject({ kept: 0, failed: 0, toSee: 0 })
    expect(await rows()).toEqual(record)
    expect((await desk.record.read((tx) => tx.execute(sql`select * from member_presence order by member_id`))) as unknown as { rows: unknown[] }).toMatchObject({ rows: (presence as unknown as { rows: unknown[] }).rows })
    expect(await desk.record.read((tx) => tx.$count(offlineScan))).toBe(scans)
  } finally {
    await desk.close()
    rmSync(copy, { recursive: true, force: true })
  }
})
