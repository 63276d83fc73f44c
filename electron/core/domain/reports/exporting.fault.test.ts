/** A report onto a real stick that is full (trust.md 3.2; the other refusals of a file system: exporting.test.ts). */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { signedInDesk } from '../../app/testing/test-callers.ts'
import { audit } from '../../db/schema/index.ts'
import { createScratchDisk } from '../../db/testing/scratch-disk.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock } from '../../kit/clock.ts'
import { newId } from '../../kit/id.ts'
import { enlist, inventedRoll } from './testing/invented-roll.ts'
import { reportDesk, specOf } from './testing/report-desk.ts'

test('a full stick is refused in words, in each format: no half file, no line in the trail, and with room it is written', async () => {
  const stick = createScratchDisk(8)
  const database = await createTestDatabase()
  const clock = createFakeClock('2026-11-25T18:30:00.000Z')
  await enlist(database, inventedRoll, clock.now())
  const desk = reportDesk({ database, clock, savePlace: { choose: async (fileName) => join(stick.path, fileName) } })
  const exported = (format: 'pdf' | 'csv' | 'xlsx') => desk.service.export({ runId: newId(), report: specOf({ kind: 'roster' }), format, language: 'fr' }, signedInDesk('command'))
  const lines = () => database.read((tx) => tx.$count(audit, eq(audit.action, 'report_export')))
  const files = (): string[] => readdirSync(stick.path).filter((name) => name !== 'lost+found' && name !== 'filler')
  try {
    stick.fill()
    for (const format of ['pdf', 'csv', 'xlsx'] as const) {
      await expect(exported(format), format).rejects.toMatchObject({ code: 'report_not_written', details: { problem: 'il n’y a plus d’espace' } })
      expect(files(), format).toEqual([])
    }
    expect(await lines()).toBe(0)
    stick.empty()
    expect(await exported('csv')).toMatchObject({ status: 'written' })
    expect([files().length, await lines()]).toEqual([1, 1])
  } finally {
    await desk.service.close()
    await database.close()
    stick.dispose()
  }
})
