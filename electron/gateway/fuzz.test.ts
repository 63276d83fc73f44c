/** Every route of the gateway's own document, with inputs made from each one's schema: right ones, and such as are wrong in one place (issue 8.3). */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantsOf, keyCapabilities } from '../../shared/contract/key-rights.ts'
import { levels, type Caller } from '../../shared/domain/access.ts'
import { createCore, type Core } from '../core/app/core.ts'
import { createTestDatabase } from '../core/db/testing/test-database.ts'
import { createFakeClock } from '../core/kit/clock.ts'
import { silentLog } from '../core/kit/log.ts'
import { createGatewayApp } from './app.ts'
import { createEventFeed } from './event-feed.ts'
import { openApi, routes } from './openapi.ts'
import { openGateway } from './server.ts'
import { nearly, valid, type JsonSchema } from './testing/schema-arbitrary.ts'

const clock = createFakeClock('2026-11-24T00:30:00.000Z')
const admin: Caller = { kind: 'desk', id: 'test', stationId: 'desk', scopes: ['display', 'device', 'desk'], person: null, level: levels.developer, liveDds: false }
let core: Core
let app: ReturnType<typeof createGatewayApp>
/** Ids on record: of members, badges, a station's events and the like. */
let known: readonly string[] = []
const keys: Record<'expired' | 'revoked' | 'narrow', string> = { expired: '', revoked: '', narrow: '' }
/** Keys that may together everything that a key can be given. */
const every: { readonly key: string; readonly grants: ReadonlySet<string> }[] = []

async function ask<T>(name: string, input: object): Promise<T> {
  const made = await core.dispatch(admin, name, input)
  if (!made.ok) throw new Error(`${name}: ${made.error.code}`)
  return made.value as T
}
const makeKey = (scopes: readonly string[], days = 700) => ask<{ key: string; id: string }>('gateway.createKey', { name: 'Fuzz', scopes, stationId: 'desk', days })
const post = (path: string, body: unknown, key?: string) => app.request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) } })

beforeAll(async () => {
  core = await createCore({ dataDir: '', database: await createTestDatabase(), host: 'test', version: '1.2.3', log: silentLog, clock, gateway: openGateway('/nowhere') })
  app = createGatewayApp({ door: core.gateway, feed: createEventFeed({ door: core.gateway, clock }), log: silentLog, clock, rendererDir: '/nowhere' })
  keys.expired = (await makeKey(['full-read'], 1)).key
  clock.advance(25 * 60 * 60_000)
  const revoked = await makeKey(['full-read'])
  await ask('gateway.revokeKey', { keyId: revoked.id })
  keys.revoked = revoked.key
  keys.narrow = (await makeKey(['wall'])).key
  const scopes = ['full-read', 'scan', ...keyCapabilities]
  for (let from = 0; from < scopes.length; from += 60) {
    const some = scopes.slice(from, from + 60)
    every.push({ key: (await makeKey(some)).key, grants: grantsOf(some) })
  }
  await ask('accounts.setUp', { unit: { name: 'HMCS Test', zone: 'America/Winnipeg', rollover: '03:00' }, administrator: { serviceNumber: 'V100001', rank: 'PO1', firstName: 'Ada', lastName: 'Étienne' }, serial: 'AA00000001', pin: '472905' })
  for (const [serviceNumber, lastName] of [['V100002', 'O’Neil'], ['V100003', 'Nguyễn']]) await ask('members.create', { serviceNumber, rank: 'S2', firstName: 'Al', lastName, division: 'OPS' })
  await ask('presence.scan', { serial: 'AA00000001' })
  const record = JSON.stringify([await ask('members.list', {}), await ask('badges.list', {}), await ask('definitions.read', {}), await ask('schedule.roles', {}), await ask('history.list', {})])
  known = [...new Set(record.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])]
}, 240_000)
afterAll(() => core.close())

const { paths } = openApi('1.2.3') as unknown as { paths: Record<string, { post: { requestBody: { content: { 'application/json': { schema: JsonSchema } } } } }> }

/** Where a number has no end: no database takes all of them. */
function unbounded(schema: JsonSchema, at: string): string[] {
  const { type, minimum, maximum, properties = {}, items, anyOf = [], oneOf = [], additionalProperties } = schema
  const isFixed = 'const' in schema || schema.enum !== undefined
  return [
    ...((type === 'integer' || type === 'number') && !isFixed && (minimum === undefined || maximum === undefined) ? [at] : []),
    ...Object.entries(properties).flatMap(([name, part]) => unbounded(part, `${at}.${name}`)),
    ...[items, ...anyOf, ...oneOf, additionalProperties].flatMap((part) => (typeof part === 'object' ? unbounded(part, at) : [])),
  ]
}

test('every number that a route takes has a least and a most', () => {
  expect(routes.flatMap(({ name, path }) => unbounded(paths[path]?.post.requestBody.content['application/json'].schema ?? {}, name))).toEqual([])
})

test('no route answers 500, whatever it is sent, and none answers whoever may not', async () => {
  const narrow = grantsOf(['wall'])
  expect(known.length).toBeGreaterThan(10)
  const answered = new Set<number>()
  for (const { name, path } of routes) {
    const schema = paths[path]?.post.requestBody.content['application/json'].schema
    expect(schema, name).toBeDefined()
    const [right, wrong] = [valid(schema ?? {}, known), nearly(schema ?? {}, known)]
    const allowed = every.find(({ grants }) => grants.has(name))?.key
    // What no key is given is refused to the one with everything as well.
    const best = allowed ?? every[0]?.key ?? ''
    const check = async (input: unknown, key: string | undefined, refusedAs: number | null): Promise<void> => {
      // The limits have tests of their own.
      clock.advance(100)
      const { status } = await post(path, input, key)
      answered.add(status)
      const said = `${name} answered ${status} to ${JSON.stringify(input)}`
      expect(status, said).not.toBe(500)
      expect(refusedAs === null || status === refusedAs, said).toBe(true)
    }
    await fc.assert(fc.asyncProperty(right, (input) => check(input, best, allowed === undefined ? 403 : null)), { numRuns: allowed === undefined ? 1 : 3 })
    await fc.assert(fc.asyncProperty(wrong, (input) => check(input, best, allowed === undefined ? 403 : null)), { numRuns: allowed === undefined ? 1 : 4 })
    for (const [key, refusedAs] of [[undefined, 401], [keys.expired, 401], [keys.revoked, 401], [keys.narrow, narrow.has(name) ? null : 403]] as const) await fc.assert(fc.asyncProperty(right, (input) => check(input, key, refusedAs)), { numRuns: 1 })
  }
  // It got past the schemas: some of it was done.
  expect([...answered]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404]))
}, 240_000)
