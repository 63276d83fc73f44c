/** The core behind HTTP and WebSocket on 127.0.0.1 (design.md 3). Runs in tests without a socket: `app.request(…)`. */
import { readFile } from 'node:fs/promises'
import { upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { contract } from '../../shared/contract/index.ts'
import { lookUp, type Contract } from '../../shared/contract/kit.ts'
import { mayUse, type Caller } from '../../shared/domain/access.ts'
import { securityHeaders } from '../../shared/domain/security-headers.ts'
import type { Core } from '../core/app/core.ts'
import { toRefused } from '../core/kit/refusal.ts'
import { bearerOf, isOwnHost, isOwnOrigin, sameToken } from '../http/access.ts'
import { describeContract } from '../http/describe-contract.ts'
import { resolveAsset } from '../http/assets.ts'

/** A roll of 5 MB is 7 MB as base64; nothing larger has a reason to come. */
const bodyBytes = 8 * 1024 * 1024

export type ServedCore = Pick<Core, 'dispatch' | 'databaseState' | 'callerOf' | 'onEvent'>

interface HttpAppOptions {
  readonly core: ServedCore
  readonly token: string
  readonly rendererDir: string
  readonly version: string
  /** Asked for at each request: port 0 is known only once the server listens. */
  readonly port: () => number
}

/** SECURITY: a page may say that it is the kiosk or the wall display, which takes rights away; nothing it says can add any. */
const callerOf = (core: ServedCore, window: string | undefined): Caller => core.callerOf(window === 'kiosk' || window === 'wall' ? window : 'desk')

export function createHttpApp({ core, token, rendererDir, version, port }: HttpAppOptions): Hono {
  const app = new Hono()
  const holdsToken = (given: string | undefined): boolean => given !== undefined && sameToken(given, token)
  const forbidden = { ok: false as const, error: toRefused('forbidden') }

  app.use(async (context, next) => {
    if (!isOwnHost(context.req.header('host'), port()) || !isOwnOrigin(context.req.header('origin'), port())) return context.json(forbidden, 403)
    await next()
    for (const [name, value] of Object.entries(securityHeaders([`ws://127.0.0.1:${port()}`, `ws://localhost:${port()}`]))) context.res.headers.set(name, value)
    return undefined
  })

  app.get('/health', (context) => {
    const database = core.databaseState()
    return context.json({ status: database === 'ready' ? 'ok' : 'degraded', database, version }, database === 'ready' ? 200 : 503)
  })

  app.get('/contract', (context) => (holdsToken(bearerOf(context.req.header('authorization'))) ? context.json(describeContract(contract)) : context.json(forbidden, 401)))

  app.post('/call/:name', bodyLimit({ maxSize: bodyBytes, onError: (context) => context.json({ ok: false, error: toRefused('invalid_input', { field: 'body', problem: 'larger than 8 MB' }) }, 413) }), async (context) => {
    if (!holdsToken(bearerOf(context.req.header('authorization')))) return context.json(forbidden, 401)
    let input: unknown
    try {
      const text = await context.req.text()
      input = text === '' ? {} : JSON.parse(text)
    } catch {
      return context.json({ ok: false, error: toRefused('invalid_input', { field: 'body', problem: 'not JSON' }) }, 400)
    }
    return context.json(await core.dispatch(callerOf(core, context.req.header('x-sentinel-window')), context.req.param('name') ?? '', input))
  })

  app.get('/events', async (context, next) => {
    const given = bearerOf(context.req.header('authorization')) ?? context.req.query('token')
    if (!holdsToken(given)) return context.json(forbidden, 401)
    const window = context.req.query('window') ?? context.req.header('x-sentinel-window')
    let stop = (): void => {}
    return upgradeWebSocket(() => ({
      onOpen(_event, socket) {
        stop = core.onEvent((name, payload) => {
          const definition = lookUp(contract as Contract, name)
          if (definition !== undefined && mayUse(name, definition.needs, callerOf(core, window))) socket.send(JSON.stringify({ name, payload }))
        })
      },
      onClose: () => stop(),
      onError: () => stop(),
    }))(context, next)
  })

  app.get('*', async (context) => {
    const asset = resolveAsset(rendererDir, new URL(context.req.url).pathname)
    const body = asset === undefined ? undefined : await readFile(asset.path).catch(() => undefined)
    if (asset === undefined || body === undefined) return context.text('Not found', 404)
    return context.body(body, 200, { 'content-type': asset.mediaType, 'cache-control': 'no-store' })
  })

  return app
}
