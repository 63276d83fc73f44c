/** A report that takes too much: it is ended and said in words, and the desk goes on (trust.md 3.2). Real threads. */
import { afterEach, expect, test } from 'vitest'
import type { ReportDocument } from '../../../../shared/domain/reports.ts'
import { createFakeClock, systemClock } from '../../kit/clock.ts'
import { defaultUnitProfile } from '../settings/unit-profile.ts'
import type { RenderJob } from './render.ts'
import { createReportRenderer, type ReportRenderer } from './renderer.ts'

let renderers: ReportRenderer[] = []
const renderer = (...given: Parameters<typeof createReportRenderer>): ReportRenderer => {
  const made = createReportRenderer(...given)
  renderers.push(made)
  return made
}
afterEach(async () => {
  await Promise.all(renderers.map((made) => made.close()))
  renderers = []
})

function jobOf(rows: number, format: RenderJob['format'] = 'csv'): RenderJob {
  const cells = Array.from({ length: rows }, (_, index) => [{ text: `Person ${index} ${'x'.repeat(200)}` }])
  const document: ReportDocument = { kind: 'roster', title: 'Roll', facts: [], charts: [], tables: [{ id: 'members', title: 'Members', columns: [{ label: 'Name', align: 'start', weight: 1 }], groups: [{ title: null, isOwnPage: false, rows: cells }], empty: 'Nobody' }], notes: [], isLandscape: false }
  return { format, document, facts: { unit: defaultUnitProfile, crest: null, pageSize: 'letter', generatedAt: '25 NOV 2026 12:30', generatedBy: 'PO1 Test, T', language: 'en' }, now: new Date('2026-11-25T18:30:00Z') }
}
const ever = new AbortController().signal

test('out of memory: refused in words, and the same process makes the next one', async () => {
  await expect(renderer(systemClock, { minutes: 5, megabytes: 24 }).render(jobOf(60_000, 'pdf'), ever)).rejects.toMatchObject({ code: 'report_not_drawn', details: { problem: 'it needs more memory than there is for it' } })
  expect((await renderer(systemClock).render(jobOf(10), ever)).length).toBeGreaterThan(2_000)
})

test('no answer within five minutes: ended and refused in words, and the next one has its turn', async () => {
  const clock = createFakeClock('2026-11-25T18:30:00.000Z')
  const made = renderer(clock)
  const late = made.render(jobOf(20_000, 'pdf'), ever).catch((error: unknown) => error)
  // Its turn has come by then, and its thread is still being started.
  await new Promise((resolve) => setTimeout(resolve, 20))
  clock.advance(5 * 60_000)
  expect(await late).toMatchObject({ code: 'report_not_drawn', details: { problem: 'it took longer than 5 minutes' } })
  expect((await made.render(jobOf(10), ever)).length).toBeGreaterThan(2_000)
})
