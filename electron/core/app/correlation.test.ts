/** From what came in to the row and the event: one number, and nobody's name (issue 8). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../db/testing/test-database.ts'
import { createFakeClock } from '../kit/clock.ts'
import { createLog } from '../kit/log.ts'
import { createCore, type Core } from './core.ts'
import { signedInDesk } from './testing/test-callers.ts'

const lines: Record<string, unknown>[] = []
const clock = createFakeClock('2026-11-24T18:30:00.000Z')
let core: Core
beforeAll(async () => {
  core = await createCore({ dataDir: '', database: await createTestDatabase(), host: 'test', version: '1.2.3', log: createLog((level, event, fields) => lines.push({ level, event, ...fields })), clock, dev: true })
})
afterAll(() => core.close())

async function call<T>(name: string, input: object = {}): Promise<T> {
  const answer = await core.dispatch(signedInDesk('admin'), name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`)
  return answer.value as T
}
const newestLine = async (action: string) => (await call<{ lines: { correlationId: string | null }[] }>('audit.list', { actions: [action], limit: 1 })).lines[0]
const eventsUnder = (id: unknown): unknown[] => lines.filter((line) => line['correlationId'] === id && line['event'] === 'event.sent').map((line) => line['name'])

const person = { serviceNumber: 'V271828', rank: 'S2', firstName: 'Marguerite', lastName: 'Quenneville', division: 'OPS' }
const serial = '04A1B2C3D4E5F6'

describe('one number from what came in to the row and the event', () => {
  test('an act at the desk: its line of the trail, and the event that the windows got', async () => {
    await call('members.create', person)
    const audited = await newestLine('member_create')
    expect(audited?.correlationId).toMatch(/^[0-9a-f]{8}$/)
    expect(eventsUnder(audited?.correlationId)).toContain('members.changed')
  })

  test('two acts at once keep theirs apart', async () => {
    await Promise.all(['V271829', 'V271830'].map((serviceNumber) => call('members.create', { ...person, serviceNumber })))
    const found = await call<{ lines: { correlationId: string | null }[] }>('audit.list', { actions: ['member_create'], limit: 3 })
    expect(new Set(found.lines.map(({ correlationId }) => correlationId)).size).toBe(3)
  })

  test('no line holds a name, a service number or a badge’s number', async () => {
    await call('dev.scan', { serial })
    const said = JSON.stringify(lines)
    expect(lines.length).toBeGreaterThan(5)
    for (const secret of [person.serviceNumber, person.firstName, person.lastName, person.lastName.toUpperCase(), serial]) expect(said).not.toContain(secret)
  })
})
