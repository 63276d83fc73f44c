/** The gateway over a real core and database (issue 8.3). */
import { request } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { levels, type Caller } from '../../shared/domain/access.ts'
import { createCore, type Core } from '../core/app/core.ts'
import type { OpenGateway } from '../core/app/gateway.ts'
import { createTestDatabase } from '../core/db/testing/test-database.ts'
import { createFakeClock } from '../core/kit/clock.ts'
import { createLog } from '../core/kit/log.ts'
import { createGatewayApp } from './app.ts'
import { createEventFeed } from './event-feed.ts'
import { openApi } from './openapi.ts'
import { openGateway, type RunningServer } from './server.ts'

const clock = createFakeClock('2026-11-24T00:30:00.000Z')
const admin: Caller = { kind: 'desk', id: 'test', stationId: 'desk', scopes: ['display', 'device', 'desk'], person: null, level: levels.developer, liveDds: false }
let core: Core
let server: RunningServer
let app: ReturnType<typeof createGatewayApp>
const keys: Record<string, string> = {}
const lines: Record<string, unknown>[] = []
const log = createLog((level, event, fields) => lines.push({ level, event, ...fields }))

async function makeKey(name: string, scopes: readonly string[], days = 30): Promise<{ key: string; id: string }> {
  const made = await core.dispatch(admin, 'gateway.createKey', { name, scopes, stationId: 'desk', days })
  if (!made.ok) throw new Error(made.error.code)
  return made.value as { key: string; id: string }
}
const post = (path: string, body: string, key?: string, headers: Record<string, string> = {}) => app.request(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }), ...headers } })

beforeAll(async () => {
  const gateway: OpenGateway = (...given) => (server = openGateway('/nowhere')(...given))
  core = await createCore({ dataDir: '', database: await createTestDatabase(), host: 'test', version: '1.2.3', log, clock, gateway })
  app = createGatewayApp({ door: core.gateway, feed: createEventFeed({ door: core.gateway, clock }), log, clock, rendererDir: '/nowhere' })
  keys['expired'] = (await makeKey('Old', ['full-read'], 1)).key
  clock.advance(25 * 60 * 60_000)
  const revoked = await makeKey('Lost', ['full-read'])
  await core.dispatch(admin, 'gateway.revokeKey', { keyId: revoked.id })
  keys['revoked'] = revoked.key
  keys['narrow'] = (await makeKey('Wall', ['wall'])).key
  keys['full'] = (await makeKey('Mirror', ['full-read', 'scan'])).key
  keys['metrics'] = (await makeKey('Prometheus', ['metrics'])).key
}, 240_000)
afterAll(() => core.close())

test('the OpenAPI document is a valid one', async () => {
  const answer = await new Validator().validate(structuredClone(openApi('1.2.3')) as unknown as Parameters<Validator['validate']>[0])
  expect(answer).toMatchObject({ valid: true })
})

describe('keys of devices', () => {
  test('without a right key nothing is answered, and the refusal says why', async () => {
    for (const [key, code] of [[undefined, 'key_missing'], ['sdk_wrong', 'key_wrong'], [keys['expired'], 'key_expired'], [keys['revoked'], 'key_revoked']] as const) {
      const response = await post('/api/v1/presence/now', '{}', key)
      expect(response.status).toBe(401)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(await response.json()).toMatchObject({ code, status: 401, requestId: response.headers.get('x-request-id') })
    }
  })

  test('a key may what its scopes say, and nothing else; its request’s number comes back', async () => {
    const response = await post('/api/v1/presence/now', '', keys['narrow'], { 'x-request-id': 'mine-1' })
    expect([response.status, response.headers.get('x-request-id')]).toEqual([200, 'mine-1'])
    expect((await post('/api/v1/members/list', '{}', keys['narrow'])).status).toBe(403)
    expect((await post('/api/v1/members/list', '{}', keys['full'])).status).toBe(200)
    expect((await post('/api/v1/members/create', '{}', keys['full'])).status).toBe(403)
    expect((await post('/api/v1/gateway/createKey', '{}', keys['full'])).status).toBe(404)
  })

  test('only its hash is kept', async () => {
    const list = await core.dispatch(admin, 'gateway.keys', {})
    expect(JSON.stringify(list)).not.toContain(keys['full']?.slice(4))
  })

  test('a rush at a door passes; a key records at its own station only', async () => {
    const scans = await Promise.all(Array.from({ length: 150 }, (_, n) => post('/api/v1/presence/scan', JSON.stringify({ serial: `DEADBE${String(n).padStart(2, '0')}` }), keys['full'])))
    expect(scans.filter(({ status }) => status !== 200)).toEqual([])
    expect((await post('/api/v1/presence/scan', JSON.stringify({ serial: 'DEADBEEF', stationId: 'rear-door' }), keys['full'])).status).toBe(403)
  })

  test('whoever guesses keys waits; a right key from the same address does not', async () => {
    const guesses = await Promise.all(Array.from({ length: 25 }, (_, n) => post('/api/v1/presence/now', '{}', `sdk_guess${n}`)))
    expect(guesses.some(({ status, headers }) => status === 429 && headers.get('retry-after') !== null)).toBe(true)
    expect((await post('/api/v1/presence/now', '{}', keys['narrow'])).status).toBe(200)
  })

  test('what is no JSON, too large or another method is said so', async () => {
    expect(await (await post('/api/v1/presence/now', '{', keys['narrow'])).json()).toMatchObject({ code: 'body_not_json' })
    expect((await app.request('/api/v1/presence/now')).status).toBe(405)
    expect((await post('/api/v1/session', JSON.stringify({ serial: 'x'.repeat(5000), pin: '1' }))).status).toBe(413)
  })
})

test('figures need their own scope; the probes need none and tell nothing', async () => {
  expect((await app.request('/metrics', { headers: { authorization: `Bearer ${keys['full']}` } })).status).toBe(403)
  const metrics = await app.request('/metrics', { headers: { authorization: `Bearer ${keys['metrics']}` } })
  expect(await metrics.text()).toContain('sentinel_gateway_listeners')
  expect(await (await app.request('/health')).json()).toEqual({ status: 'ok', database: 'ready' })
})

test('a request’s number is that of the act: in its line of the trail, and in every line of the log', async () => {
  const made = await makeKey('Stations', ['stations.admin'])
  lines.length = 0
  const response = await post('/api/v1/stations/create', JSON.stringify({ id: 'boat-shed', name: 'Boat shed' }), made.key, { 'x-request-id': 'boat-42' })
  expect(response.status).toBe(200)
  const trail = await core.dispatch(admin, 'audit.list', { actions: ['station_create'], limit: 1 })
  expect(trail).toMatchObject({ ok: true, value: { lines: [{ correlationId: 'boat-42', actor: { name: 'Stations' } }] } })
  expect(lines.filter(({ correlationId }) => correlationId === 'boat-42').map(({ event }) => event)).toEqual(expect.arrayContaining(['event.sent', 'gateway.request']))
  const other = await post('/api/v1/stations/list', '{}', keys['narrow'], { 'x-request-id': 'no such id!' })
  expect(other.headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}$/)
})

describe('over real sockets', () => {
  const get = (path: string, port: number): Promise<{ status: number; protocol: string | null; fingerprint: string }> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, rejectUnauthorized: false, agent: false }, (response) => {
        const socket = response.socket as TLSSocket
        resolve({ status: response.statusCode ?? 0, protocol: socket.getProtocol(), fingerprint: socket.getPeerCertificate().fingerprint256 })
        response.resume()
      })
      sent.on('error', reject).end()
    })

  test('it speaks TLS with its own certificate, and a new one is taken at once', async () => {
    await server.start({ address: '127.0.0.1', port: 0 })
    const first = await get('/live', server.port())
    expect(first).toMatchObject({ status: 200, protocol: 'TLSv1.3', fingerprint: server.certificate()?.fingerprint })
    const { fingerprint } = await server.generate()
    expect((await get('/live', server.port())).fingerprint).toBe(fingerprint)
  })

  test('a listener hears what its key may, gets what it missed, and is cut off when its key is revoked', async () => {
    const made = await makeKey('Screen', ['wall'])
    const open = (since?: string) => new WebSocket(`wss://127.0.0.1:${server.port()}/api/v1/events${since === undefined ? '' : `?since=${since}`}`, ['sentinel.v1', `bearer.${made.key}`], { rejectUnauthorized: false })
    const next = (socket: WebSocket) => new Promise<Record<string, unknown>>((resolve, reject) => {
      socket.once('message', (data) => resolve(JSON.parse(String(data)) as Record<string, unknown>))
      socket.once('error', reject)
    })
    const first = open()
    const ready = await next(first)
    expect([first.protocol, ready['type']]).toEqual(['sentinel.v1', 'ready'])
    first.terminate()
    await core.dispatch(admin, 'stations.create', { id: 'gate', name: 'Gate' })
    const again = open(String(ready['cursor']))
    expect(await next(again)).toMatchObject({ type: 'event', name: 'stations.changed' })
    const stranger = open('0.0')
    expect(await next(stranger)).toMatchObject({ type: 'reload' })
    const closed = new Promise<number>((resolve) => again.once('close', resolve))
    await core.dispatch(admin, 'gateway.revokeKey', { keyId: made.id })
    expect(await closed).toBe(4401)
    stranger.terminate()
    await server.stop()
  })
})
