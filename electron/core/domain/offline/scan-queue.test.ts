/** Scans kept by a station while its server is away (domain.md 4.4 ▶ 1, 7.3 no. 3; trust.md 3.2): whole, in order, told when damaged. */
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import { readLines, toLine, type KeptScan } from './queue-lines.ts'
import { openScanQueue, type ScanQueue } from './scan-queue.ts'

const disk = vi.hoisted(() => ({ flushed: 0, failWrite: false, failFlush: false }))
vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<typeof fs>()
  return {
    ...original,
    writeSync: (handle: number, bytes: Buffer, offset: number, length: number, position: number) => {
      if (!disk.failWrite) return original.writeSync(handle, bytes, offset, length, position)
      // Half of it is there already when the disk is full.
      original.writeSync(handle, bytes, offset, Math.floor(length / 2), position)
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    },
    fdatasyncSync: (handle: number) => {
      if (disk.failFlush) throw Object.assign(new Error('i/o error'), { code: 'EIO' })
      original.fdatasyncSync(handle)
      disk.flushed += 1
    },
  }
})

const start = new Date('2026-11-24T18:00:00.000Z')
const scan = (second: number): Omit<KeptScan, 'n'> => ({
  id: newId(),
  at: new Date(start.getTime() + second * 1000).toISOString(),
  run: 'run',
  mono: second * 1000,
  serial: '04A2B3C4D5',
  stationId: 'front-door',
  reader: 'Front',
  actor: { kind: 'device', id: 'r1', name: 'Front' },
  predicted: { outcome: 'kept_in', direction: 'in', memberId: null },
})

let folder: string
let queue: ScanQueue
const open = (perFile = 1000, limits?: { scans: number; days: number }): ScanQueue => (queue = openScanQueue({ folder, log: silentLog, perFile, ...(limits && { limits }) }))
const keep = (count: number): KeptScan[] => Array.from({ length: count }, (_, index) => queue.append(scan(index), start))
const again = (perFile?: number): ScanQueue => {
  queue.close()
  return open(perFile)
}
const files = (): string[] => readdirSync(folder).toSorted()
const pathOf = (index = 0): string => join(folder, files()[index] ?? '')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-queue-'))
  open()
})
afterEach(() => {
  Object.assign(disk, { failWrite: false, failFlush: false })
  queue.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('kept scans', () => {
  test('are on the disk when they are answered: one flush each, and there after a restart in their order', () => {
    const before = disk.flushed
    const kept = keep(3)
    expect(disk.flushed - before).toBe(3)
    expect(kept.map(({ n }) => n)).toEqual([1, 2, 3])
    expect(again().waiting()).toEqual(kept)
    expect(queue.append(scan(4), start).n).toBe(4)
    expect(queue.oldest()).toEqual(kept[0])
  })

  test('of nobody else: only the account that runs Sentinel may read them', () => {
    keep(1)
    expect(statSync(pathOf()).mode & 0o077).toBe(0)
  })

  test('leave with their file once all of it is entered, and never before', () => {
    open(2)
    const kept = keep(5)
    expect(files()).toHaveLength(3)
    queue.remove([kept[2]?.id ?? '', kept[0]?.id ?? ''])
    expect(files()).toHaveLength(3)
    // A crash here: two of them are entered once more, which changes nothing.
    expect(again(2).size()).toBe(5)
    queue.remove(kept.slice(0, 4).map(({ id }) => id))
    expect(files()).toHaveLength(1)
    expect(queue.waiting()).toEqual(kept.slice(4))
    queue.remove([kept[4]?.id ?? ''])
    expect(files()).toEqual([])
    expect(queue.append(scan(9), start).n).toBe(6)
  })

  test('are refused beyond the limits, in words: 100,000 scans, seven days', () => {
    open(10, { scans: 3, days: 7 })
    keep(3)
    expect(() => queue.append(scan(4), start)).toThrow(expect.objectContaining({ code: 'offline_queue_full', details: { count: 3 } }))
    open(10, { scans: 10, days: 7 })
    const week = start.getTime() + 7 * 86_400_000
    queue.append(scan(5), new Date(week))
    expect(() => queue.append(scan(6), new Date(week + 1))).toThrow(expect.objectContaining({ code: 'offline_too_long', details: { days: 7 } }))
  })
})

describe('what can happen to a disk', () => {
  test('an end that was cut off while it was written is taken away: nobody was answered', () => {
    const kept = keep(2)
    queue.close()
    appendFileSync(pathOf(), toLine({ ...scan(3), n: 3 }).slice(0, -20))
    expect(open().waiting()).toEqual(kept)
    expect(queue.lost()).toEqual([])
    expect(queue.append(scan(3), start).n).toBe(3)
    expect(again().size()).toBe(3)
  })

  test('every length that a cut can leave gives the whole lines before it', () => {
    const lines = [1, 2, 3].map((n) => toLine({ ...scan(n), n }))
    const bytes = Buffer.from(lines.join(''))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length }), (length) => {
        const { scans, lost } = readLines(bytes.subarray(0, length), 1)
        let whole = 0
        for (let end = 0; whole < lines.length && end + Buffer.byteLength(lines[whole] ?? '') <= length; whole += 1) end += Buffer.byteLength(lines[whole] ?? '')
        expect(scans.map(({ n }) => n)).toEqual([1, 2, 3].slice(0, whole))
        expect(lost).toEqual([])
      }),
    )
  })

  test('any bit that flips is noticed: every other scan is read, and the place of the lost one is told', () => {
    const kept = [1, 2, 3, 4].map((n) => ({ ...scan(n), n }))
    const bytes = Buffer.from(kept.map(toLine).join(''))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 2 }), fc.integer({ min: 0, max: 7 }), (index, bit) => {
        const damaged = Buffer.from(bytes)
        damaged[index] = (damaged[index] ?? 0) ^ (1 << bit)
        const { scans, lost } = readLines(damaged, 1)
        for (const one of scans) expect(kept).toContainEqual(one)
        // A line end that is gone takes two lines with it.
        expect(scans.length).toBeGreaterThanOrEqual(2)
        expect(scans.length + lost.length).toBeGreaterThanOrEqual(3)
        expect(lost.length).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })

  test('a damaged scan is told with those beside it, its file stays for who wants to look, and nothing is added to it', () => {
    const kept = keep(3)
    queue.close()
    const path = pathOf()
    const text = readFileSync(path, 'utf8').split('\n')
    writeFileSync(path, [text[0], text[1]?.replace('04A2', '04A3'), ...text.slice(2)].join('\n'))
    open()
    expect(queue.lost()).toEqual([{ n: 2, file: path, after: kept[0]?.at, before: kept[2]?.at }])
    expect(queue.waiting()).toEqual([kept[0], kept[2]])
    expect(queue.append(scan(9), start).n).toBe(4)
    expect(files()).toHaveLength(2)
    queue.forgetLost()
    queue.remove(queue.waiting().map(({ id }) => id))
    expect(files()).toEqual(['scans-000000000001.log.damaged'])
    expect(again().lost()).toEqual([])
  })

  test('a disk that is full, or fails to flush, refuses: nothing half written is left in the way', () => {
    const kept = keep(1)
    disk.failWrite = true
    expect(() => queue.append(scan(1), start)).toThrow('no space left')
    disk.failWrite = false
    expect(queue.waiting()).toEqual(kept)
    disk.failFlush = true
    expect(() => queue.append(scan(2), start)).toThrow('i/o error')
    disk.failFlush = false
    const later = queue.append(scan(3), start)
    expect(later.n).toBe(2)
    expect(again().waiting()).toEqual([...kept, later])
    expect(queue.lost()).toEqual([])
  })
})
