import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backUp, listBackups } from './backup.ts'
import { surplusBackups } from './backup-names.ts'

let folder: string
let pgdata: string
let backups: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-backup-'))
  pgdata = join(folder, 'pgdata')
  backups = join(folder, 'backups')
  mkdirSync(join(pgdata, 'base/5'), { recursive: true })
  writeFileSync(join(pgdata, 'PG_VERSION'), '18\n')
  writeFileSync(join(pgdata, 'base/5/1'), 'rows')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (second: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, second))

describe('which copies are let go', () => {
  const copy = (second: number, reason: string): string => `20260101T0000${String(second).padStart(2, '0')}Z-${reason}`

  test('the newest five after a bad end stay, and the newest three from before an update', () => {
    const names = [1, 2, 3, 4, 5, 6, 7].flatMap((second) => [copy(second, 'unclean'), copy(second, 'migration')])
    expect(surplusBackups(names).toSorted()).toEqual([copy(1, 'unclean'), copy(2, 'unclean'), ...[1, 2, 3, 4].map((second) => copy(second, 'migration'))].toSorted())
  })

  test('many bad ends never push out what leads back before an update', () => {
    const names = [copy(0, 'migration'), ...Array.from({ length: 50 }, (_, index) => copy(index + 1, 'unclean'))]
    expect(surplusBackups(names)).not.toContain(copy(0, 'migration'))
  })

  test('of the daily ones the newest fourteen stay, and of the weeks before them the last of each of eight (screens.md 5.4)', () => {
    const day = (index: number): string => `${new Date(Date.UTC(2026, 0, 1 + index, 8, 30)).toISOString().slice(0, 10).replaceAll('-', '')}T083000Z-daily`
    const names = Array.from({ length: 120 }, (_, index) => day(index))
    const surplus = surplusBackups(names)
    const kept = names.filter((name) => !surplus.includes(name))
    expect(kept.slice(-14)).toEqual(names.slice(-14))
    // 17 April 2026 was a Friday: the week of the last that is let go has not ended on a Sunday.
    // And before them the last of each month.
    expect(kept.slice(0, -14).map((name) => name.slice(0, 8))).toEqual(['20260131', '20260222', '20260301', '20260308', '20260315', '20260322', '20260329', '20260405', '20260412', '20260416'])
  })

  test('what a person put there is never touched', () => {
    expect(surplusBackups(['mine', 'Copy of 20260101T000000Z-unclean', '20260101T000000Z-unclean (2)', ...[1, 2, 3, 4, 5].map((second) => copy(second, 'unclean'))])).toEqual([])
  })
})

describe('a copy', () => {
  test('holds every file, and the newest is listed last', () => {
    expect(listBackups(backups)).toEqual([])
    backUp(pgdata, backups, 'migration', at(1)).keep()
    const copy = backUp(pgdata, backups, 'unclean', at(2))
    expect(listBackups(backups)).toEqual(['20260101T000001Z-migration'])
    copy.keep()
    const { name } = copy
    expect(name).toBe('20260101T000002Z-unclean')
    expect(listBackups(backups)).toEqual(['20260101T000001Z-migration', name])
    expect(readFileSync(join(backups, name, 'base/5/1'), 'utf8')).toBe('rows')
    expect(readFileSync(join(backups, name, 'PG_VERSION'), 'utf8')).toBe('18\n')
  })

  test('that was cut off does not count as one, and is cleared away by the next', () => {
    mkdirSync(join(backups, '20251231T000000Z-unclean.unfinished/base'), { recursive: true })
    expect(listBackups(backups)).toEqual([])
    backUp(pgdata, backups, 'unclean', at(1)).keep()
    expect(readdirSync(backups)).toEqual(['20260101T000001Z-unclean'])
  })

  test('that fails leaves nothing that looks like one, and those before it', () => {
    backUp(pgdata, backups, 'unclean', at(1)).keep()
    // A link to nowhere in place of the source: the copy breaks off.
    rmSync(pgdata, { recursive: true })
    symlinkSync(join(folder, 'nowhere'), pgdata)
    expect(() => backUp(pgdata, backups, 'unclean', at(2))).toThrow(/ENOENT/)
    expect(listBackups(backups)).toEqual(['20260101T000001Z-unclean'])
  })
})

describe('a copy of a desk that then', () => {
  test('opened stays, whatever goes wrong afterwards, and even when the clock was set back', () => {
    for (const second of [11, 12, 13, 14, 15]) backUp(pgdata, backups, 'unclean', at(second)).keep()
    const copy = backUp(pgdata, backups, 'unclean', at(1))
    copy.keep()
    copy.discard()
    copy.setAside(join(folder, 'aside'), undefined)
    expect(listBackups(backups)).toContain(copy.name)
    expect(readdirSync(folder)).not.toContain('aside')
  })

  test('was refused is of no use, and pushes nothing out', () => {
    for (const second of [1, 2, 3]) backUp(pgdata, backups, 'migration', at(second)).keep()
    const before = readdirSync(backups)
    for (const second of [4, 5, 6, 7]) backUp(pgdata, backups, 'migration', at(second)).discard()
    expect(readdirSync(backups)).toEqual(before)
  })

  test('was damaged is set aside, once since the desk last opened: the first is of what nothing had touched', () => {
    const aside = join(folder, 'aside')
    for (const second of [2, 3, 4]) backUp(pgdata, backups, 'unclean', at(second)).setAside(aside, at(1))
    expect(readdirSync(aside)).toEqual(['20260101T000002Z-unclean'])
    backUp(pgdata, backups, 'unclean', at(6)).setAside(aside, at(5))
    expect(readdirSync(aside)).toEqual(['20260101T000002Z-unclean', '20260101T000006Z-unclean'])
    expect(readdirSync(backups)).toEqual([])
  })

  test('was damaged, again and again through the years: the disk does not fill', () => {
    for (let second = 0; second < 20; second += 2) backUp(pgdata, backups, 'unclean', at(second + 1)).setAside(join(folder, 'aside'), at(second))
    expect(readdirSync(join(folder, 'aside'))).toHaveLength(5)
  })
})
