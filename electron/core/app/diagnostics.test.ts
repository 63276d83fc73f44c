/** The file for whoever helps from afar: what is in it, and that nobody of a filled unit is (issue 8). */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../db/database.ts'
import { account, badge, member, visit } from '../db/schema/index.ts'
import { createTestDatabase } from '../db/testing/test-database.ts'
import { createFakeClock } from '../kit/clock.ts'
import { createLog, type Log } from '../kit/log.ts'
import { createCore, type Core } from './core.ts'
import { redactRecord } from './diagnostics.ts'
import { signedInDesk } from './testing/test-callers.ts'

const pin = '739154'
const clock = createFakeClock('2026-11-24T18:30:00.000Z')
const written: string[] = []
const log: Log = createLog((_level, event, fields) => written.push(JSON.stringify({ event, ...fields })))
let core: Core
let database: Database
let folder: string
let chosen: string | null = null
// Sixty days of an invented unit take their time on a busy machine.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-diagnostics-'))
  database = await createTestDatabase()
  core = await createCore({ dataDir: '', database, host: 'test', version: '1.2.3', log, clock, dev: true, demo: true, savePlace: { choose: async (fileName) => (chosen = chosen === null ? null : join(folder, fileName)) } })
}, 240_000)
afterAll(async () => {
  await core.close()
  rmSync(folder, { recursive: true, force: true })
})

const call = (name: string, input: object = {}) => core.dispatch(signedInDesk('admin'), name, input)
async function valueOf<T>(name: string, input: object = {}): Promise<T> {
  const answer = await call(name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`)
  return answer.value as T
}

describe('a diagnostics file', () => {
  test('holds nobody of a filled unit: no name, service number, badge number, id or PIN; nor do the log and the measures', async () => {
    await valueOf('visitors.signIn', { requestId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', visitType: 'contractor', organization: 'Halvorsen Elevators', firstName: 'Ottoline', lastName: 'Vargaskaya', phone: '204-555-0187', purpose: 'information' })
    const everybody = await database.read((tx) => tx.select().from(member))
    const badges = await database.read((tx) => tx.select().from(badge))
    const visits = await database.read((tx) => tx.select().from(visit))
    const accounts = await database.read((tx) => tx.select().from(account))
    for (const { serial } of badges.slice(0, 6)) await call('dev.scan', { serial })
    await call('dev.scan', { serial: '04A1B2C3D4E5F6' })
    const [first] = everybody
    await call('members.create', { serviceNumber: first?.serviceNumber ?? '', rank: 'S2', firstName: 'Marguerite', lastName: 'Quenneville', division: 'OPS' })
    await call('accounts.signIn', { memberId: first?.id, pin })
    await call(`members.${first?.lastName}`, {})

    const { content } = await valueOf<{ content: string }>('diagnostics.preview')
    const said = `${content}\n${written.join('\n')}`.toLowerCase()
    expect([everybody.length > 20, badges.length > 20, visits.length > 0, content.length > 2_000]).toEqual([true, true, true, true])
    const secrets = [
      ...everybody.flatMap(({ firstName, lastName, displayName, serviceNumber, email, mobilePhone }) => [firstName, lastName, displayName, serviceNumber, email, mobilePhone]),
      ...badges.map(({ serial }) => serial),
      ...visits.flatMap(({ firstName, lastName, displayName, phone, licensePlate }) => [firstName, lastName, displayName, phone, licensePlate]),
      ...accounts.flatMap((row) => Object.values(row).filter((value) => typeof value === 'string' && value.startsWith('scrypt'))),
      ...['Quenneville', '04A1B2C3D4E5F6', pin],
    ].filter((secret): secret is string => typeof secret === 'string' && secret.length >= 4)
    expect(secrets.length).toBeGreaterThan(100)
    const asWord = (secret: string): RegExp => new RegExp(String.raw`(?<![\p{L}\d])${secret.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\p{L}\d])`, 'u')
    expect([...new Set(secrets)].filter((secret) => asWord(secret).test(said))).toEqual([])
    for (const { id } of everybody) expect(content).not.toContain(id)
  })

  test('tells versions, schema, sizes, readers, measures and the end of the log', async () => {
    const { content } = await valueOf<{ content: string }>('diagnostics.preview')
    expect(JSON.parse(content)).toMatchObject({
      sentinel: { version: '1.2.3', host: 'test', dev: true },
      runtime: { node: process.versions.node },
      settings: { rollover: '03:00' },
      database: { state: 'ready', schema: expect.stringMatching(/^\d{4}_/), rows: { member: expect.any(Number), movement: expect.any(Number) } },
      readers: [{ kind: 'simulated', state: 'ready' }],
      backups: { here: [] },
      metrics: expect.arrayContaining([expect.objectContaining({ name: 'sentinel_scans_total' })]),
      log: expect.arrayContaining([expect.objectContaining({ event: 'core.ready' })]),
    })
  })

  test('is handed to the place that was chosen, is in the trail, and is not made when nobody chose one', async () => {
    expect(await valueOf('diagnostics.save')).toEqual({ status: 'cancelled' })
    chosen = folder
    const saved = await valueOf<{ status: string; path: string; bytes: number }>('diagnostics.save')
    expect(saved).toMatchObject({ status: 'written' })
    expect(readFileSync(saved.path)).toHaveLength(saved.bytes)
    const { lines } = await valueOf<{ lines: object[] }>('audit.list', { actions: ['diagnostics_export'] })
    expect(lines).toMatchObject([{ details: { bytes: saved.bytes } }])
    rmSync(folder, { recursive: true })
    expect(await call('diagnostics.save')).toMatchObject({ ok: false, error: { code: 'diagnostics_not_written' } })
  })
})

test('a line of the log keeps numbers and words of our own, and says how much was left out', () => {
  const record = { at: '2026-11-24T18:30:00.000Z', level: 'error', event: 'call.failed', correlationId: 'abcd1234', fields: { name: 'members.create', ms: 12, isLate: true, message: 'Key (service_number)=(V271828) exists', memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', path: '/home/tremblay/desk' } } as const
  expect(redactRecord(record)).toEqual({ at: record.at, level: 'error', event: 'call.failed', correlationId: 'abcd1234', name: 'members.create', ms: 12, isLate: true, leftOut: 3 })
})
