/** The gateway over HTTP (issue 8.3): carries calls to the core's door and its answers back. Runs in tests without a socket: `app.request(…)`. */
import { Hono, type Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Refused } from '../../shared/contract/kit.ts'
import { securityHeaders } from '../../shared/domain/security-headers.ts'
import type { GatewayDoor } from '../core/app/gateway.ts'
import type { Clock } from '../core/kit/clock.ts'
import { correlated } from '../core/kit/correlation.ts'
import { newCorrelationId } from '../core/kit/id.ts'
import { errorFields, type Log } from '../core/kit/log.ts'
import { Refusal, refuse, toRefused } from '../core/kit/refusal.ts'
import { bearerOf } from '../http/access.ts'
import { docsPage, docsStyle } from './docs-page.ts'
import type { EventFeed } from './event-feed.ts'
import { createLimits } from './limits.ts'
import { openApi, routes } from './openapi.ts'
import { problem } from './problems.ts'
import { mountProbes } from './probes.ts'
import { addressOf, type Gate, type GatewayContext, type GatewayEnv } from './request.ts'
import { mountSession } from './session.ts'
import { mountViews } from './views.ts'

/** A roll of 5 MB is 7 MB as base64; nothing larger has a reason to come. */
const bodyBytes = 8 * 1024 * 1024

export interface AppOptions {
  readonly door: GatewayDoor
  readonly feed: EventFeed
  readonly log: Log
  readonly clock: Clock
  /** Of the built windows. */
  readonly rendererDir: string
}

const givenId = /^[\w.:-]{1,64}$/

export function createGatewayApp({ door, feed, log, clock, rendererDir }: AppOptions) {
  const app = new Hono<GatewayEnv>()
  const limits = createLimits(clock)

  app.use((context, next) => {
    const wanted = context.req.header('x-request-id')
    const requestId = wanted !== undefined && givenId.test(wanted) ? wanted : newCorrelationId()
    context.set('requestId', requestId)
    return correlated(() => answer(context, next, requestId), requestId)
  })
  async function answer(context: GatewayContext, next: Next, requestId: string): Promise<void> {
    const began = clock.monotonic()
    await next()
    // A WebSocket's answer is the socket itself.
    if (context.res.status === 101) return
    const headers = { ...securityHeaders(), 'x-request-id': requestId, ...(context.res.headers.get('cache-control') === null && { 'cache-control': 'no-store' }) }
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value)
    const { status } = context.res
    const fields = { method: context.req.method, path: context.req.path.slice(0, 100), status, ms: Math.round(clock.monotonic() - began), guest: context.get('guest')?.id ?? null }
    log[status >= 500 ? 'error' : status >= 400 ? 'warn' : 'debug']('gateway.request', fields)
  }

  app.onError((error, context) => {
    const requestId = context.get('requestId') ?? newCorrelationId()
    if (error instanceof Refusal) return problem(toRefused(error.code, error.details), requestId)
    log.error('gateway.failed', errorFields(error))
    return problem(toRefused('internal', { correlationId: requestId }), requestId)
  })
  app.notFound((context) => problem(toRefused('route_unknown'), context.get('requestId')))

  const gate: Gate = {
    async admit(context, given = bearerOf(context.req.header('authorization'))) {
      if (given === undefined) throw refuse('key_missing')
      try {
        const guest = await door.identify(given)
        context.set('guest', guest)
        return guest
      } catch (error) {
        if (error instanceof Refusal && error.code === 'key_wrong') limits.wrongKey(addressOf(context))
        throw error
      }
    },
    async readJson(context) {
      const text = await context.req.text()
      if (text === '') return {}
      const type = context.req.header('content-type') ?? ''
      if (!/^application\/json\s*(;|$)/i.test(type)) throw refuse('body_not_json')
      try {
        return JSON.parse(text) as unknown
      } catch {
        throw refuse('body_not_json')
      }
    },
  }

  const limited = bodyLimit({ maxSize: bodyBytes, onError: (context) => problem(toRefused('body_too_large', { bytes: bodyBytes }), (context as GatewayContext).get('requestId')) })
  for (const { name, path } of routes) {
    app.post(path, limited, async (context) => {
      // SECURITY: nothing of a body is read before it is known who sends it.
      const guest = await gate.admit(context)
      if (guest.kind === 'key' && !door.may(guest, name)) throw refuse('forbidden')
      limits.call(guest, name)
      const result = await door.call(guest, name, await gate.readJson(context), context.get('requestId'))
      return result.ok ? context.json(result.value as object) : problem(result.error as Refused, context.get('requestId'))
    })
  }

  mountSession(app, { door, gate, limits })
  mountProbes(app, { door, gate })
  app.get('/api/v1/events', (context, next) => feed.upgrade(context, next, gate))
  const described = openApi(door.version)
  const [page, style] = [docsPage(described), docsStyle]
  app.get('/api/v1/openapi.json', (context) => context.json(described))
  app.get('/api/v1/docs', (context) => context.html(page))
  app.get('/api/v1/docs.css', (context) => context.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  for (const { path } of routes) app.all(path, (context) => problem(toRefused('method_wrong', { method: context.req.method.slice(0, 10), allowed: 'POST' }), context.get('requestId')))
  mountViews(app, rendererDir)
  return app
}
