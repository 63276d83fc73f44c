/** People who sign in through the gateway, with the accounts of the desk. */
import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as v from 'valibot'
import { contract } from '../../shared/contract/index.ts'
import { entries } from '../../shared/contract/kit.ts'
import { isAtTheDeskOnly } from '../../shared/contract/key-rights.ts'
import type { GatewayDoor } from '../core/app/gateway.ts'
import { refuse, toRefused } from '../core/kit/refusal.ts'
import { bearerOf } from '../http/access.ts'
import { addressOf, type Gate, type GatewayContext, type GatewayEnv } from './request.ts'
import type { Limits } from './limits.ts'
import { problem } from './problems.ts'

const SignIn = v.object({ serial: v.pipe(v.string(), v.minLength(1), v.maxLength(100), v.regex(/^[^\p{Cc}\p{Cs}]*$/u)), pin: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) })
const bodyBytes = 4096

export function mountSession(app: Hono<GatewayEnv>, { door, gate, limits }: { readonly door: GatewayDoor; readonly gate: Gate; readonly limits: Limits }): void {
  const path = '/api/v1/session'
  const limited = bodyLimit({ maxSize: bodyBytes, onError: (context) => problem(toRefused('body_too_large', { bytes: bodyBytes }), (context as GatewayContext).get('requestId')) })
  app.post(path, limited, async (context) => {
    limits.signIn(addressOf(context))
    const given = v.safeParse(SignIn, await gate.readJson(context))
    if (!given.success) throw refuse('invalid_input', { field: v.getDotPath(given.issues[0]) ?? 'body', problem: given.issues[0].message })
    return context.json(await door.signIn(given.output, addressOf(context)))
  })
  app.get(path, async (context) => {
    const guest = await gate.admit(context)
    const names = entries(contract).flatMap(([name, { kind }]) => (!isAtTheDeskOnly(name) && door.may(guest, name) ? [{ name, kind }] : []))
    const of = (wanted: 'call' | 'event'): string[] => names.flatMap(({ name, kind }) => (kind === wanted ? [name] : []))
    return context.json({ kind: guest.kind, name: guest.name, calls: of('call'), events: of('event') })
  })
  app.delete(path, async (context) => {
    const guest = await gate.admit(context)
    if (guest.kind !== 'person') throw refuse('forbidden')
    await door.signOut(bearerOf(context.req.header('authorization')) ?? '')
    return context.body(null, 204)
  })
  app.all(path, (context) => problem(toRefused('method_wrong', { method: context.req.method.slice(0, 10), allowed: 'POST, GET, DELETE' }), context.get('requestId')))
}
