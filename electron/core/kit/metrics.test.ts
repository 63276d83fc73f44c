import { describe, expect, test } from 'vitest'
import { createMetrics, toPrometheusText } from './metrics.ts'

describe('the registry (issue 8: /metrics, domain.md 6)', () => {
  test('tells what was counted in the text format of Prometheus', async () => {
    const metrics = createMetrics()
    const scans = metrics.counter('sentinel_scans_total', 'Scans, by what came of them.', ['outcome'])
    metrics.gauge('sentinel_inside', 'People inside.').set({}, 12)
    const seconds = metrics.histogram('sentinel_scan_seconds', 'From reader to commit.', [], [0.1, 1])
    scans.add({ outcome: 'member_in' })
    scans.add({ outcome: 'member_in' })
    scans.add({ outcome: 'unknown_badge' })
    for (const value of [0.05, 0.1, 0.5, 3]) seconds.observe({}, value)
    expect(toPrometheusText(await metrics.collect())).toBe(
      [
        '# HELP sentinel_scans_total Scans, by what came of them.',
        '# TYPE sentinel_scans_total counter',
        'sentinel_scans_total{outcome="member_in"} 2',
        'sentinel_scans_total{outcome="unknown_badge"} 1',
        '# HELP sentinel_inside People inside.',
        '# TYPE sentinel_inside gauge',
        'sentinel_inside 12',
        '# HELP sentinel_scan_seconds From reader to commit.',
        '# TYPE sentinel_scan_seconds histogram',
        'sentinel_scan_seconds_bucket{le="0.1"} 2',
        'sentinel_scan_seconds_bucket{le="1"} 3',
        'sentinel_scan_seconds_bucket{le="+Inf"} 4',
        'sentinel_scan_seconds_sum 3.65',
        'sentinel_scan_seconds_count 4',
        '',
      ].join('\n'),
    )
  })

  test.each(['S1 Tremblay, Marc', 'V87654321', '04A1B2C3D4E5F6', '0012345678', 'line\nbreak', 'a"b', '', 'x'.repeat(61)])('counts %j as other: only codes of ours are labels', async (value) => {
    const metrics = createMetrics()
    const counter = metrics.counter('sentinel_planted_total', 'x', ['what'])
    counter.add({ what: value })
    const [family] = await metrics.collect()
    expect(family?.samples).toEqual([{ suffix: '', labels: { what: 'other' }, value: 1 }])
  })

  test('a label of too many values is counted together from the five hundredth on', async () => {
    const metrics = createMetrics()
    const counter = metrics.counter('sentinel_many_total', 'x', ['what'])
    for (let index = 0; index < 600; index += 1) counter.add({ what: `w${index}` })
    const [family] = await metrics.collect()
    expect(family?.samples).toHaveLength(501)
    expect(family?.samples.at(-1)).toEqual({ suffix: '', labels: { what: 'other' }, value: 100 })
  })

  test('a gauge is refreshed before it is read; a refresh that fails keeps the last value and the others', async () => {
    const metrics = createMetrics()
    const [inside, states] = [metrics.gauge('sentinel_inside', 'x'), metrics.gauge('sentinel_states', 'x', ['state'])]
    let isBroken = false
    metrics.beforeCollect(async () => {
      if (isBroken) throw new Error('away')
      inside.set({}, 3)
    })
    let state = 'ready'
    metrics.beforeCollect(() => {
      states.clear()
      states.set({ state }, 1)
    })
    await metrics.collect()
    isBroken = true
    state = 'absent'
    const [first, second] = await metrics.collect()
    expect(first?.samples).toEqual([{ suffix: '', labels: {}, value: 3 }])
    expect(second?.samples).toEqual([{ suffix: '', labels: { state: 'absent' }, value: 1 }])
  })

  test('a counter never falls, and a name is used once', async () => {
    const metrics = createMetrics()
    metrics.counter('sentinel_once_total', 'x').add({}, -4)
    expect((await metrics.collect())[0]?.samples[0]?.value).toBe(0)
    expect(() => metrics.counter('sentinel_once_total', 'x')).toThrow(/already/)
    expect(() => metrics.gauge('Inside People', 'x')).toThrow(/no name/)
  })
})
