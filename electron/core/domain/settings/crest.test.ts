import { deflateSync, crc32 } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { Database } from '../../db/database.ts'
import { audit } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { silentLog } from '../../kit/log.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Actor } from '../audit/write.ts'
import { crestKey, readCrest } from './crest.ts'
import { createSettingsService, type SettingsService } from './service.ts'

const actor: Actor = { kind: 'admin', id: 'a', name: 'PO1 Admin, A', stationId: 'desk' }
let database: Database
let settings: SettingsService
const told: string[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  const hub = createHub<SentinelEvents>(silentLog)
  hub.onAny((name, payload) => told.push(`${name} ${JSON.stringify(payload)}`))
  settings = createSettingsService({ database, clock: createFakeClock('2026-11-24T00:30:00.000Z'), hub })
})
afterAll(() => database.close())

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
/** A PNG of one grey, with that many bytes behind its image. */
function png(width: number, height: number, padding = 0): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('tEXt', Buffer.alloc(padding)), chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))), chunk('IEND', Buffer.alloc(0))])
}
const set = (bytes: Buffer): Promise<unknown> => settings.setCrest({ content: bytes.toString('base64') }, actor).catch((error: unknown) => (error instanceof Refusal ? error.code : error))
const trail = () => database.read((tx) => tx.select({ action: audit.action, details: audit.details }).from(audit).where(eq(audit.entityId, crestKey)).orderBy(audit.seq))

test('a crest is kept byte by byte, replaced and removed, with its lines in the trail (screens.md 5.5)', async () => {
  expect(await settings.crest()).toEqual({ crest: null })
  expect(await database.read(readCrest)).toBeNull()
  const first = png(80, 90)
  expect(await set(first)).toBeUndefined()
  expect(await settings.crest()).toEqual({ crest: { mediaType: 'image/png', content: first.toString('base64'), width: 80, height: 90, bytes: first.length } })
  const second = png(64, 64)
  await set(second)
  expect(await database.read(readCrest)).toEqual({ mediaType: 'image/png', bytes: second })
  await settings.removeCrest(actor)
  // There is none any more: nothing happens, and nothing is told.
  await settings.removeCrest(actor)
  expect(await database.read(readCrest)).toBeNull()
  const facts = ({ length: bytes }: Buffer, pixels: string) => ({ mediaType: 'image/png', pixels, bytes })
  expect(await trail()).toEqual([
    { action: 'unit_crest_set', details: { after: facts(first, '80 × 90') } },
    { action: 'unit_crest_set', details: { before: facts(first, '80 × 90'), after: facts(second, '64 × 64') } },
    { action: 'unit_crest_remove', details: { before: facts(second, '64 × 64') } },
  ])
  expect(told).toEqual(Array.from({ length: 3 }, () => `settings.changed {"keys":["${crestKey}"]}`))
})

test('what cannot be printed, or is too large, is refused in words and changes nothing', async () => {
  const before = await trail()
  const whole = png(80, 80)
  expect(await set(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"/>'))).toBe('crest_unreadable')
  expect(await set(whole.subarray(0, 60))).toBe('crest_unreadable')
  expect(await set(png(80, 80, 512 * 1024))).toBe('crest_too_large')
  expect(await set(png(63, 80))).toBe('crest_sides')
  expect(await set(png(80, 1501))).toBe('crest_sides')
  expect(await trail()).toEqual(before)
  expect(await settings.crest()).toEqual({ crest: null })
})
