/** What the desk counts of itself, as `/metrics` and the page of measures get it (issue 8). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../db/testing/test-database.ts'
import { createFakeClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { toPrometheusText } from '../kit/metrics.ts'
import { createCore, type Core } from './core.ts'
import { signedInDesk } from './testing/test-callers.ts'

let core: Core
beforeAll(async () => {
  core = await createCore({ dataDir: '', database: await createTestDatabase(), host: 'test', version: '1.2.3', log: silentLog, clock: createFakeClock('2026-11-24T18:30:00.000Z'), dev: true })
})
afterAll(() => core.close())

const call = (name: string, input: object = {}) => core.dispatch(signedInDesk('admin'), name, input)
const text = async (): Promise<string> => toPrometheusText(await core.metrics.collect())

describe('measures of a desk', () => {
  test('count scans, calls, refusals, acts, jobs, readers and who is inside', async () => {
    await call('dev.scan', { serial: 'DEADBEEF' })
    await call('dev.scan', { serial: '' })
    const said = await text()
    expect(said).toContain('sentinel_scans_total{outcome="unknown_badge"} 1')
    expect(said).toContain('sentinel_calls_total{call="dev.scan",result="ok"} 1')
    expect(said).toContain('sentinel_calls_total{call="dev.scan",result="invalid_input"} 1')
    expect(said).toContain('sentinel_refusals_total{code="invalid_input"} 1')
    expect(said).toMatch(/^sentinel_database_seconds_count\{kind="act"\} [1-9]/m)
    expect(said).toMatch(/^sentinel_job_runs_total\{job="daily_reset",outcome="done"\} [1-9]/m)
    expect(said).toContain('sentinel_readers{kind="simulated",state="ready"} 1')
    expect(said).toContain('sentinel_database_state{state="ready"} 1')
    expect(said).toContain('sentinel_database_state{state="stalled"} 0')
    expect(said).toContain('sentinel_inside{kind="members"} 0')
    expect(said).toMatch(/^sentinel_event_loop_lag_seconds\{quantile="0.99"\} \d/m)
    expect(said).toMatch(/^sentinel_memory_bytes\{kind="rss"\} [1-9]/m)
    expect(said).not.toContain('DEADBEEF')
  })

  test('a call that is none of ours is counted without the name that was asked for', async () => {
    await call('members.TremblayMarc')
    const said = await text()
    expect(said).toContain('sentinel_calls_total{call="unknown",result="call_unknown"} 1')
    expect(said).toContain('sentinel_refusals_total{code="call_unknown"} 1')
    expect(said).not.toContain('Tremblay')
  })
})
