/** People behind the gateway: what a wall display is told of them, and how they sign in from elsewhere (issue 8.3; domain.md 4.22 ▶, 6 ▶). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { levels, type Caller } from '../../shared/domain/access.ts'
import { createCore, type Core } from '../core/app/core.ts'
import { createTestDatabase } from '../core/db/testing/test-database.ts'
import { createFakeClock } from '../core/kit/clock.ts'
import { silentLog } from '../core/kit/log.ts'
import { createGatewayApp } from './app.ts'
import { createEventFeed } from './event-feed.ts'
import { openGateway } from './server.ts'

const clock = createFakeClock('2026-11-24T00:30:00.000Z')
const desk: Caller = { kind: 'desk', id: 'test', stationId: 'desk', scopes: ['display', 'device', 'desk'], person: null, level: levels.developer, liveDds: false }
const [serial, pin] = ['AA00000001', '472905']
let core: Core
let app: ReturnType<typeof createGatewayApp>

async function ask<T>(name: string, input: object): Promise<T> {
  const made = await core.dispatch(desk, name, input)
  if (!made.ok) throw new Error(`${name}: ${made.error.code}`)
  return made.value as T
}
const makeKey = async (scope: string): Promise<string> => (await ask<{ key: string }>('gateway.createKey', { name: scope, scopes: [scope], stationId: 'desk', days: 30 })).key
const post = (path: string, body: object, token?: string) => app.request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) } })
const read = async (path: string, token: string): Promise<unknown> => (await post(path, {}, token)).json()
const signIn = (typed: string) => post('/api/v1/session', { serial, pin: typed })

beforeAll(async () => {
  core = await createCore({ dataDir: '', database: await createTestDatabase(), host: 'test', version: '1.2.3', log: silentLog, clock, gateway: openGateway('/nowhere') })
  app = createGatewayApp({ door: core.gateway, feed: createEventFeed({ door: core.gateway, clock }), log: silentLog, clock, rendererDir: '/nowhere' })
  await ask('accounts.setUp', { unit: { name: 'HMCS Test', zone: 'America/Winnipeg', rollover: '03:00' }, administrator: { serviceNumber: 'V100001', rank: 'PO1', firstName: 'Ada', lastName: 'Étienne' }, serial, pin })
  await ask('presence.scan', { serial })
}, 240_000)
afterAll(() => core.close())

describe('a wall display', () => {
  test('is told who is inside by rank and name alone; a key that may read presence is told where and since when', async () => {
    const [wall, reader] = [await makeKey('wall'), await makeKey('presence-read')]
    const arrived = clock.now().toISOString()
    clock.advance(60_000)
    const known = { people: [{ displayName: 'PO1 Étienne, A', since: arrived, stationName: expect.stringMatching(/./), status: expect.stringMatching(/./) }] }
    expect(await read('/api/v1/presence/now', reader)).toMatchObject(known)
    const told = await read('/api/v1/presence/now', wall)
    expect(told).toMatchObject({ people: [{ displayName: 'PO1 Étienne, A', stationName: '', status: '', division: null, guest: null }], counts: { byDivision: [] } })
    expect(JSON.stringify(told)).not.toContain(arrived)
  })

  test('is told who came and went without their badge, and nothing of who was refused', async () => {
    await ask('presence.scan', { serial: '0BADBADBAD' })
    const reader = await read('/api/v1/presence/activity', await makeKey('presence-read'))
    expect(JSON.stringify(reader)).toContain('"refused"')
    const told = await read('/api/v1/presence/activity', await makeKey('wall'))
    expect(JSON.stringify(told)).not.toMatch(/"refused"|0001"|DBAD/)
  })
})

describe('a person who signs in from elsewhere', () => {
  test('has the rights of their level, but nothing that belongs to the desk; nobody comes into the building by it', async () => {
    const before = await ask<{ items: object[] }>('presence.activity', {})
    const { token } = (await (await signIn(pin)).json()) as { token: string }
    expect((await post('/api/v1/members/list', {}, token)).status).toBe(200)
    expect((await post('/api/v1/gateway/keys', {}, token)).status).toBe(404)
    expect((await post('/api/v1/presence/scan', { serial }, token)).status).toBe(403)
    expect(await ask('presence.activity', {})).toEqual(before)
    expect((await app.request('/api/v1/session', { method: 'DELETE', headers: { authorization: `Bearer ${token}` } })).status).toBe(204)
    expect(await read('/api/v1/members/list', token)).toMatchObject({ code: 'key_wrong', status: 401 })
  })

  test('is refused with a wrong PIN, and is signed out after a quarter of an hour without a call', async () => {
    expect(await (await signIn('111222')).json()).toMatchObject({ code: 'sign_in_wrong' })
    clock.advance(60_000)
    const { token } = (await (await signIn(pin)).json()) as { token: string }
    clock.advance(14 * 60_000)
    expect((await post('/api/v1/members/list', {}, token)).status).toBe(200)
    clock.advance(15 * 60_000)
    expect(await read('/api/v1/members/list', token)).toMatchObject({ code: 'key_wrong' })
  })
})
