/** The desk as an SQL file, onto real disks that are full (trust.md 3.2): said which of the two it is, and no half file anywhere. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../db/database.ts'
import { openDatabase } from '../../db/open.ts'
import { audit } from '../../db/schema/index.ts'
import { createScratchDisk, type ScratchDisk } from '../../db/testing/scratch-disk.ts'
import { systemClock } from '../../kit/clock.ts'
import { silentLog } from '../../kit/log.ts'
import { systemActor, writeAudit } from '../audit/write.ts'
import { createDeskExporting, type DeskExporting } from './exporting.ts'

let own: ScratchDisk
let stick: ScratchDisk
let database: Database
let exportTo: DeskExporting
beforeAll(async () => {
  own = createScratchDisk(300)
  stick = createScratchDisk(8)
  const root = join(own.path, 'desk')
  database = await openDatabase({ dataDir: root, clock: systemClock, log: silentLog, appVersion: 'test' })
  exportTo = createDeskExporting({ database, root, clock: systemClock, log: silentLog, appVersion: 'test' })
})
afterEach(() => {
  for (const disk of [own, stick]) disk.empty()
})
afterAll(async () => {
  await database.close()
  for (const disk of [own, stick]) disk.dispose()
})

const onStick = (): string[] => readdirSync(stick.path).filter((name) => name !== 'lost+found' && name !== 'filler')
const written = (): Promise<number> => database.read((tx) => tx.$count(audit, eq(audit.action, 'database_export')))
const record = (): Promise<void> => database.transaction((tx) => writeAudit(tx, { at: new Date(), actor: systemActor, action: 'clock_jump', entityType: 'clock', entityId: null }))

test('a stick that is full: refused by its name, nothing stays on it or beside the desk, and with room it is written', async () => {
  const path = join(stick.path, 'desk.sql')
  stick.fill(100_000)
  await expect(exportTo(path, systemActor)).rejects.toMatchObject({ code: 'second_place_full', details: { folder: stick.path } })
  expect(onStick()).toEqual([])
  expect(readdirSync(join(own.path, 'desk/backups'))).toEqual([])
  expect(await written()).toBe(0)
  await record()

  stick.empty()
  const { bytes } = await exportTo(path, systemActor)
  expect(bytes).toBeGreaterThan(100_000)
  expect(onStick()).toEqual(['desk.sql'])
  expect(await written()).toBe(1)
})

test('the desk’s own disk fills up while the copy is made: refused as that, and neither disk keeps a half of it', async () => {
  const before = await written()
  const path = join(stick.path, 'again.sql')
  // Told first when there was room for it.
  const fill = (): void => own.fill(2_000_000)
  await expect(exportTo(path, systemActor, { onProgress: once(fill) })).rejects.toMatchObject({ code: 'backup_no_room' })
  expect(onStick()).not.toContain('again.sql')
  expect(readdirSync(join(own.path, 'desk/backups'))).toEqual([])
  await record()
  expect(await written()).toBe(before)
})

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}
