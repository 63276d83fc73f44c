/** What every part of the gateway knows of a request. */
import type { Context } from 'hono'
import type { Guest } from '../core/app/gateway.ts'

export interface GatewayEnv {
  Bindings: { readonly incoming?: { readonly socket: { readonly remoteAddress?: string } } }
  Variables: { requestId: string; guest?: Guest }
}

export type GatewayContext = Context<GatewayEnv>

export interface Gate {
  /** The one whose key or session comes with the request. Refuses `key_missing`, `too_many`, and what the key is refused for. */
  admit(context: GatewayContext, given?: string): Promise<Guest>
  /** The body as JSON, an empty one as `{}`. Refuses `body_not_json`. */
  readJson(context: GatewayContext): Promise<unknown>
}

/** Where a request comes from, as the network says it. */
export const addressOf = (context: GatewayContext): string => context.env?.incoming?.socket.remoteAddress ?? 'local'
