import { afterEach, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import type { Database } from '../../db/database.ts'
import { readCounts } from '../alerts/queries.ts'
import { backupWarnings, isOverdue, keepBackupAlerts, type BackupFacts } from './watch.ts'

const now = new Date('2026-11-24T18:00:00.000Z')
const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000)
const well: BackupFacts = { now, newestAt: hoursAgo(1), maxAgeHours: 26, damaged: false, second: { state: 'off', folder: null, newestAt: null } }
const second = (state: BackupFacts['second']['state'], newestAt: Date | null): BackupFacts => ({ ...well, second: { state, folder: '/media/stick', newestAt } })

describe('what is warned of', () => {
  test('a newest backup older than the limit, or none at all', () => {
    expect(isOverdue(well)).toBe(false)
    expect(isOverdue({ ...well, newestAt: hoursAgo(26) })).toBe(false)
    expect(backupWarnings({ ...well, newestAt: hoursAgo(27) })).toMatchObject([{ subject: 'backup_overdue', facts: { what: 'backup_overdue' } }])
    expect(backupWarnings({ ...well, newestAt: null })).toHaveLength(1)
    expect(backupWarnings({ ...well, newestAt: hoursAgo(27), maxAgeHours: 48 })).toEqual([])
  })

  test('a second place that refuses, at once; one that is only out, when what it has is too old', () => {
    for (const state of ['full', 'read_only', 'failed'] as const) expect(backupWarnings(second(state, hoursAgo(1)))).toMatchObject([{ subject: 'backup_second', facts: { what: `second_${state}`, folder: '/media/stick' } }])
    expect(backupWarnings(second('missing', hoursAgo(20)))).toEqual([])
    expect(backupWarnings(second('missing', hoursAgo(27)))).toMatchObject([{ facts: { what: 'second_missing' } }])
    expect(backupWarnings(second('missing', null))).toHaveLength(1)
    for (const state of ['off', 'waiting', 'ready'] as const) expect(backupWarnings(second(state, null))).toEqual([])
  })
})

test('a desk that could not be read for a backup is the gravest of them, and names the newest that is whole', () => {
  expect(backupWarnings({ ...well, damaged: true })).toEqual([{ subject: 'database_damaged', severity: 'critical', facts: { what: 'database_damaged', at: hoursAgo(1).toISOString() } }])
})

let database: Database | undefined
afterEach(() => database?.close())

test('the light comes on once, and goes out by itself', async () => {
  const fresh = await createTestDatabase()
  database = fresh
  const keep = (facts: BackupFacts): Promise<boolean> => fresh.transaction((tx) => keepBackupAlerts(tx, facts))
  const old = { ...second('full', null), newestAt: hoursAgo(40) }
  expect(await keep(old)).toBe(true)
  expect(await keep(old)).toBe(false)
  expect(await fresh.read(readCounts)).toMatchObject({ warning: 2 })
  expect(await keep({ ...old, newestAt: hoursAgo(0) })).toBe(true)
  expect(await fresh.read(readCounts)).toMatchObject({ warning: 1 })
  expect(await keep(well)).toBe(true)
  expect(await fresh.read(readCounts)).toMatchObject({ warning: 0 })
})
