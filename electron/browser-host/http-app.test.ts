import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { levels } from '../../shared/domain/access.ts'
import { windowCaller } from '../core/app/callers.ts'
import { createHttpApp, type ServedCore } from './http-app.ts'

const calls: unknown[] = []
const core: ServedCore = {
  dispatch: async (caller, name, input) => {
    calls.push({ caller: caller.kind, level: caller.level, name, input })
    return { ok: true, value: { name } }
  },
  databaseState: () => 'ready',
  callerOf: (kind) => ({ ...windowCaller(kind, 'desk'), ...(kind === 'desk' && { level: levels.admin }) }),
  onEvent: () => () => {},
}
const app = createHttpApp({ core, token: 'right', rendererDir: join(import.meta.dirname, 'no-such-folder'), version: '1.2.3', port: () => 4180 })
const own = { host: '127.0.0.1:4180' }
const request = (path: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}) => app.request(path, { ...init, headers: { ...own, ...init.headers } })
const call = (headers: Record<string, string>, body = '{}') => request('/call/presence.now', { method: 'POST', headers, body })

describe('the browser host (design.md 3)', () => {
  test('/health needs no token', async () => {
    const response = await request('/health')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: 'ok', database: 'ready', version: '1.2.3' })
  })

  test('every other way in needs the token', async () => {
    for (const response of [await call({}), await call({ authorization: 'Bearer wrong' }), await request('/contract'), await request('/events'), await request('/events?token=wrong')]) {
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    }
    expect(calls).toEqual([])
  })

  test('a call answers the same Result as IPC, as the desk', async () => {
    const response = await call({ authorization: 'Bearer right' }, '{"a":1}')
    expect(await response.json()).toEqual({ ok: true, value: { name: 'presence.now' } })
    expect(calls.pop()).toEqual({ caller: 'desk', level: 5, name: 'presence.now', input: { a: 1 } })
  })

  test('a page that says it is the kiosk loses the desk’s rights; nothing that it says adds any', async () => {
    await call({ authorization: 'Bearer right', 'x-sentinel-window': 'kiosk' })
    expect(calls.pop()).toMatchObject({ caller: 'kiosk', level: 0 })
    await call({ authorization: 'Bearer right', 'x-sentinel-window': 'wall' })
    expect(calls.pop()).toMatchObject({ caller: 'display', level: 0 })
    await call({ authorization: 'Bearer right', 'x-sentinel-window': 'admin' })
    expect(calls.pop()).toMatchObject({ caller: 'desk', level: 5 })
  })

  test('a body that is not JSON, or far too long, is refused in words', async () => {
    const torn = await call({ authorization: 'Bearer right' }, '{"a":')
    expect(torn.status).toBe(400)
    expect(await torn.json()).toMatchObject({ ok: false, error: { code: 'invalid_input', message: expect.stringContaining('not JSON') } })
    const long = await call({ authorization: 'Bearer right', 'content-length': '9000000' }, 'x'.repeat(9_000_000))
    expect(long.status).toBe(413)
  })

  test('another site’s page and a rebound name get nothing', async () => {
    expect((await app.request('/health', { headers: { host: 'evil.example' } })).status).toBe(403)
    expect((await call({ authorization: 'Bearer right', origin: 'https://evil.example' })).status).toBe(403)
  })

  test('/contract tells each call and event with its needs and schemas', async () => {
    const response = await request('/contract', { headers: { authorization: 'Bearer right' } })
    const { calls: told, events } = (await response.json()) as { calls: { name: string; needs: string; input: object; errors: { code: string; howToFix: string }[] }[]; events: { name: string; needs: string }[] }
    const scan = told.find((entry) => entry.name === 'presence.scan')
    expect(scan).toMatchObject({ needs: 'device', input: { type: 'object', required: ['serial'] }, errors: [{ code: 'serial_invalid', howToFix: expect.stringMatching(/badge/) }] })
    expect(events.find((entry) => entry.name === 'presence.changed')).toMatchObject({ needs: 'display' })
  })

  test('every answer carries the security headers, and a script of elsewhere could not run', async () => {
    const { headers } = await request('/health')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('a file that is not there is not found', async () => {
    expect((await request('/')).status).toBe(404)
  })
})
