/** For those who watch over the desk: does it live, is it ready, how is it (domain.md 4.25). */
import type { Hono } from 'hono'
import type { GatewayDoor } from '../core/app/gateway.ts'
import { prometheusContentType } from '../core/kit/metrics.ts'
import { refuse } from '../core/kit/refusal.ts'
import type { Gate, GatewayEnv } from './request.ts'

interface Options {
  readonly door: GatewayDoor
  readonly gate: Gate
}

export function mountProbes(app: Hono<GatewayEnv>, { door, gate }: Options): void {
  const isReady = (): boolean => door.databaseState() === 'ready'
  app.get('/live', (context) => context.text('live'))
  app.get('/ready', (context) => (isReady() ? context.text('ready') : context.text(door.databaseState(), 503)))
  // Without a key: a word, and nothing that tells of people, versions or traffic (ASVS 13.4).
  app.get('/health', (context) => context.json({ status: isReady() ? 'ok' : 'degraded', database: door.databaseState() }, isReady() ? 200 : 503))
  app.get('/metrics', async (context) => {
    const guest = await gate.admit(context)
    // SECURITY: figures of traffic tell when a building is empty.
    if (guest.kind !== 'key' || !guest.scopes.includes('metrics')) throw refuse('forbidden')
    return context.text(await door.metrics(), 200, { 'content-type': prometheusContentType })
  })
}
