/** Backups as an administrator meets them, on a desk with a folder of its own (screens.md 5.4, W-19; trust.md 3.1). */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { levels, type Caller } from '../../../../shared/domain/access.ts'
import { createBackupMaker } from '../../db/backup-maker.ts'
import type { Database } from '../../db/database.ts'
import { openDatabase } from '../../db/open.ts'
import { systemClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { silentLog } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit } from '../audit/write.ts'
import { createAuditLog, noFilters } from '../audit/service.ts'
import { createJobsService } from '../jobs/service.ts'
import { createDeskExporting } from './exporting.ts'
import { createSecondPlace } from './second.ts'
import { createBackupsService } from './service.ts'

const caller: Caller = { kind: 'desk', id: 'desk', stationId: 'desk', scopes: ['display', 'device', 'desk'], person: { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', name: 'Example' }, level: levels.admin, liveDds: false }
const passphrase = 'seven ships sailed at dawn'
const pin = '482913'
const unitTime = () => ({ zone: 'America/Winnipeg', rollover: '03:00' })

let folder: string
let root: string
let stick: string
let desk: Awaited<ReturnType<typeof start>>

async function start() {
  const database: Database = await openDatabase({ dataDir: root, clock: systemClock, log: silentLog, appVersion: 'test' })
  const hub = createHub<SentinelEvents>(silentLog)
  const maker = createBackupMaker({ database, root, clock: systemClock, appVersion: 'test' })
  const second = createSecondPlace({ root, log: silentLog, newestProved: maker.newestProved, onChange: () => {} })
  const jobs = createJobsService({ database, clock: systemClock, hub, log: silentLog, unitTime, backups: { ...maker, carry: second.carry } })
  const provePin = async (_caller: Caller, given: string): Promise<void> => {
    if (given !== pin) throw refuse('sign_in_wrong')
  }
  const service = createBackupsService({ database, clock: systemClock, hub, log: silentLog, jobs, provePin, kept: { root, second, newestProved: maker.newestProved, exporting: createDeskExporting({ database, root, clock: systemClock, log: silentLog, appVersion: 'test' }) } })
  await service.begin()
  return {
    database,
    service,
    jobs,
    second,
    onExporting: (listener: () => void) => hub.on('backups.exporting', listener),
    /** One act, as every act leaves one in the trail. */
    act: () => database.transaction((tx) => writeAudit(tx, { at: new Date(), actor: { kind: 'system', id: 'x', name: 'x' }, action: 'clock_jump', entityType: 'clock', entityId: null })),
    actions: async () => (await createAuditLog({ database, clock: systemClock, unitTime }).list({ ...noFilters, cursor: null, limit: 100 })).lines.map(({ action }) => action),
    async stop() {
      await service.stop()
      await database.close()
    },
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-backups-'))
  root = join(folder, 'desk')
  stick = join(folder, 'stick')
  mkdirSync(stick)
  desk = await start()
})
afterAll(async () => {
  await desk.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('one is made when it is asked for, and is in the list as proved', async () => {
  await desk.act()
  const { name, rows } = await desk.service.make({}, caller)
  expect(rows).toBeGreaterThan(100)
  expect(await desk.service.list({ folder: null })).toMatchObject({ here: [{ name, kind: 'asked', rows, verified: true }], away: [] })
  expect(await desk.service.status()).toMatchObject({ kept: true, overdue: false, maxAgeHours: 26, second: { state: 'off' }, staged: null })
})

test('the whole desk goes into an SQL file with the PIN, while acts go on, and can be called off', async () => {
  const path = join(folder, 'desk.sql.gz')
  await expect(desk.service.exportDatabase({ path, pin: '000000' }, caller)).rejects.toMatchObject({ code: 'sign_in_wrong' })
  await expect(desk.service.exportDatabase({ path: 'desk.sql', pin }, caller)).rejects.toMatchObject({ code: 'export_name' })

  const under = desk.service.exportDatabase({ path, pin }, caller)
  await desk.act()
  expect(await under).toMatchObject({ status: 'written', path, rows: expect.any(Number) })
  expect(await desk.actions()).toContain('database_export')
  await expect(desk.service.exportDatabase({ path, pin }, caller)).rejects.toMatchObject({ code: 'export_exists' })

  // Called off as soon as it says that it has begun.
  const begun = Promise.withResolvers<void>()
  const unsubscribe = desk.onExporting(begun.resolve)
  const second = desk.service.exportDatabase({ path: join(folder, 'second.sql'), pin }, caller)
  await begun.promise
  unsubscribe()
  await expect(desk.service.exportDatabase({ path: join(folder, 'third.sql'), pin }, caller)).rejects.toMatchObject({ code: 'export_runs_already' })
  await desk.service.cancelExport()
  expect(await second).toEqual({ status: 'cancelled' })
  expect(readdirSync(folder).toSorted()).toEqual(['desk', 'desk.sentinel.json', 'desk.sql.gz', 'stick'])
  expect((await desk.actions()).filter((action) => action === 'database_export')).toHaveLength(1)
})

test('nothing is written elsewhere without a passphrase, with a short one, by a wrong PIN, or into a folder that is not there', async () => {
  await expect(desk.service.setSecond({ folder: stick, passphrase: null, pin }, caller)).rejects.toMatchObject({ code: 'backup_passphrase_needed' })
  await expect(desk.service.setSecond({ folder: stick, passphrase: 'short', pin }, caller)).rejects.toMatchObject({ code: 'backup_passphrase_short' })
  await expect(desk.service.setSecond({ folder: stick, passphrase, pin: '000000' }, caller)).rejects.toMatchObject({ code: 'sign_in_wrong' })
  await expect(desk.service.setSecond({ folder: join(folder, 'nowhere'), passphrase, pin }, caller)).rejects.toMatchObject({ code: 'second_place_missing' })
  expect(readdirSync(stick)).toEqual([])
  expect((await desk.service.status()).second.state).toBe('off')
})

test('a second place gets the newest sealed; the passphrase is kept nowhere', async () => {
  await desk.service.setSecond({ folder: stick, passphrase, pin }, caller)
  await desk.jobs.backingUp?.inTurn(async () => {})
  expect((await desk.service.status()).second).toMatchObject({ state: 'ready', folder: stick })
  const { here, away } = await desk.service.list({ folder: null })
  expect(away.map(({ name }) => name)).toEqual([here[0]?.name])
  expect(away[0]).toMatchObject({ kind: 'asked', verified: true, otherDesk: false })
  expect(away[0]?.bytes).toBeLessThan((here[0]?.bytes ?? 0) / 2)
  expect(readFileSync(join(root, 'backup-place.json'), 'utf8')).not.toContain('ships')
})

test('a stick that is out is a state, the backup here counts, and it is caught up with when it is back', async () => {
  const away = `${stick}-out`
  renameSync(stick, away)
  // The mount point stays: nothing is written onto the desk’s own disk.
  mkdirSync(stick)
  await desk.act()
  const { name } = await desk.service.make({}, caller)
  expect((await desk.service.status()).second.state).toBe('missing')
  expect(readdirSync(stick)).toEqual([])
  expect((await desk.service.list({ folder: null })).here[0]).toMatchObject({ name, verified: true })
  rmSync(stick, { recursive: true })
  renameSync(away, stick)
  await desk.jobs.backingUp?.inTurn(() => desk.second.carry())
  expect((await desk.service.status()).second.state).toBe('ready')
  expect((await desk.service.list({ folder: null })).away[0]?.name).toBe(name)
})

test('a preview says what would be lost; a wrong passphrase and a path in place of a name are refused', async () => {
  await desk.act()
  await desk.act()
  const { away } = await desk.service.list({ folder: null })
  const path = away[0]?.path ?? ''
  // Two acts, and that the backup itself was made by hand.
  expect(await desk.service.preview({ source: { place: 'away', path, passphrase } })).toMatchObject({ otherDesk: false, appVersion: 'test', backup: { movements: 0 }, desk: { movements: 0 }, lost: { movements: 0, acts: 3 } })
  await expect(desk.service.preview({ source: { place: 'away', path, passphrase: 'another one altogether' } })).rejects.toMatchObject({ code: 'backup_passphrase_wrong' })
  await expect(desk.service.preview({ source: { place: 'here', name: '../pgdata' } })).rejects.toMatchObject({ code: 'backup_unknown' })
})

test('a restore copies the desk first, waits for the next start, is told in the trail there, and leads back', async () => {
  const { here } = await desk.service.list({ folder: null })
  const chosen = here.at(-1)?.name ?? ''
  const source = { place: 'here', name: chosen } as const
  await expect(desk.service.restore({ source, pin: '000000' }, caller)).rejects.toMatchObject({ code: 'sign_in_wrong' })
  expect(await desk.service.restore({ source, pin }, caller)).toMatchObject({ from: chosen })
  expect((await desk.service.list({ folder: null })).here[0]).toMatchObject({ kind: 'safety', verified: true })
  await desk.service.cancelRestore({}, caller)
  expect((await desk.service.status()).staged).toBeNull()
  await desk.service.restore({ source, pin }, caller)
  const before = await desk.actions()
  await desk.stop()

  desk = await start()
  const after = await desk.actions()
  expect(after[0]).toBe('backup_restore')
  expect(after.length).toBeLessThan(before.length)
  const replaced = (await desk.service.list({ folder: null })).here.find(({ kind }) => kind === 'replaced')
  expect(existsSync(join(root, 'backups', replaced?.name ?? ''))).toBe(true)
  await desk.service.restore({ source: { place: 'here', name: replaced?.name ?? '' }, pin }, caller)
  await desk.stop()
  desk = await start()
  expect((await desk.actions()).slice(1)).toEqual(before)
})
