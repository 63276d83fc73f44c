/** A muster on paper (screens.md P0-7.2, P0-7.5): read back by another program. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pdfInfo, pdfText } from '../documents/testing/read-pdf.ts'
import { bareDesk, openMusterDesk, type MusterDesk } from './testing/muster-desk.ts'

let desk: MusterDesk
beforeEach(async () => {
  desk = await openMusterDesk({ hasFolder: true })
})
afterEach(() => desk.done())

async function paper(musterId: string, language: 'en' | 'fr' = 'en') {
  const { content, fileName, mediaType } = await desk.muster().paper({ musterId, language })
  return { bytes: Buffer.from(content, 'base64'), fileName, mediaType }
}

test('the sheet that is called from: by division, visitors in a part of their own with host and telephone, in both languages', async () => {
  const roy = await desk.enlist('Roy')
  await desk.scan(roy.serial)
  const pass = await desk.addPass('V-07')
  await desk.signVisitorIn({ badgeId: pass.id, hostMemberId: roy.id, phone: '204-555-0199' })
  const { musterId } = await desk.start()
  const { bytes, fileName, mediaType } = await paper(musterId)
  expect([fileName, mediaType]).toEqual(['muster-2026-11-24-120000.pdf', 'application/pdf'])
  const text = pdfText(bytes)
  for (const words of ['EMERGENCY MUSTER', 'OPS – Operations (1)', 'S1 Roy, Test', 'Visitors (1)', 'Bélanger, Émile', 'Elevators & Sons · 204-555-0199', 'V-07', '0 of 2 accounted for', 'Page 1 of 1']) expect(text).toContain(words)
  expect(pdfInfo(bytes).size).toEqual([612, 792])
  const french = pdfText((await paper(musterId, 'fr')).bytes)
  for (const words of ['RASSEMBLEMENT D’URGENCE', 'Visiteurs (1)', '0 sur 2 comptés']) expect(french).toContain(words)
})

test('afterwards the report: when, who, how many, when all were safe, who was missing and what was said; the same bytes each time, and on the disk', async () => {
  const [able, roy] = [await desk.enlist('Able'), await desk.enlist('Roy')]
  for (const { serial } of [able, roy]) await desk.scan(serial)
  desk.clock.advance(60_000)
  const { musterId } = await desk.start('drill')
  await desk.muster().setPoint({ musterId, stationId: 'front-door', isPoint: true }, bareDesk)
  desk.clock.advance(60_000)
  await desk.mark(musterId, [(await desk.entry(musterId, 'Able'))?.id ?? ''])
  await desk.muster().setPoint({ musterId, stationId: 'front-door', isPoint: false }, bareDesk)
  desk.clock.advance(60_000)
  await desk.scan(roy.serial)
  desk.clock.advance(60_000)
  await desk.close(musterId)

  const first = await paper(musterId)
  const text = pdfText(first.bytes)
  for (const words of ['DRILL – MUSTER – Report', 'Begun: 2026-11-24 12:01:00, by desk desk', 'Ended: 2026-11-24 12:04:00, by PO1 Test, T', '2 of 2 accounted for', 'Everybody accounted for at: 2026-11-24 12:03:00', 'Remarks: All calm.', 'Nobody was missing at the end.', 'left by a door', 'by hand', 'S1 Roy, T · out · Front door']) expect(text).toContain(words)
  expect(first.fileName).toBe('muster-drill-2026-11-24-120100-report.pdf')

  desk.clock.advance(86_400_000)
  await desk.restart()
  expect((await paper(musterId)).bytes.equals(first.bytes)).toBe(true)
  expect(readFileSync(join(desk.folder, 'muster-drill-2026-11-24-120100-report-en.pdf')).equals(first.bytes)).toBe(true)
  expect(desk.files()).toContain('muster-drill-2026-11-24-120100-report-fr.pdf')
})

test('somebody missing at the end is named first, and why it was closed all the same', async () => {
  const roy = await desk.enlist('Roy')
  await desk.scan(roy.serial)
  const { musterId } = await desk.start()
  await desk.close(musterId, 'Police took over')
  const text = pdfText((await paper(musterId)).bytes)
  expect(text).toContain('Not accounted for S1 Roy, Test · OPS – Operations')
  expect(text).toContain('Why it was closed: Police took over')
})
