/** The key of a view that is shown elsewhere: how it reaches the page, where it is kept, and what the gateway says of it. */
import type { ContractName } from '../../shared/contract/key-rights.ts'
import type { Refused } from '../../shared/contract/kit.ts'
import { refusals } from '../../shared/i18n/refusals.ts'

/** Views that the gateway serves, each under its own name. */
export type GatewayView = 'wall' | 'phone'

/** Which view the page's address names; null = it is a window of the desk's own. */
export const viewOf = (path: string): GatewayView | null => (path === '/wall' ? 'wall' : path === '/phone' ? 'phone' : null)

const placeOf = (view: GatewayView): string => `sentinel.key.${view}`

/** What a link says besides the key: how the screen is to look. */
export interface Link {
  readonly key: string | null
  readonly language: string | null
  readonly theme: string | null
}

/**
 * The key from the address's fragment, which no server is ever sent; taken out of the address at once, so that it is in no
 * history and no picture of the screen, and kept by this browser: a screen on a wall starts again by itself. Each view has its own.
 */
export function takeLink(view: GatewayView, location: Location = window.location, storage: Storage = window.localStorage): Link {
  const fragment = new URLSearchParams(location.hash.slice(1))
  const given = fragment.get('key')
  if (given !== null) storage.setItem(placeOf(view), given)
  if (location.hash !== '') window.history.replaceState(null, '', location.pathname)
  return { key: storage.getItem(placeOf(view)), language: fragment.get('language'), theme: fragment.get('theme') }
}

export const keepKey = (view: GatewayView, key: string, storage: Storage = window.localStorage): void => storage.setItem(placeOf(view), key)
export const forgetKey = (view: GatewayView, storage: Storage = window.localStorage): void => storage.removeItem(placeOf(view))

type Code = 'key_wrong' | 'key_elsewhere' | 'unreachable'
const refusedAs = (code: Code): Refused => ({ code, ...refusals.en[code] })

/** Problem details as the contract's own refusal. Throws where the body is none. */
export function refusedOf(body: unknown): Refused {
  const { code, title, detail, details } = body as Record<string, unknown>
  if (typeof code !== 'string' || typeof title !== 'string') throw new Error('no problem details')
  return { code, message: title, ...(typeof detail === 'string' && { howToFix: detail }), ...(typeof details === 'object' && details !== null && { details: details as NonNullable<Refused['details']> }) }
}

/** Without it a view has nothing to show. */
const needed: ContractName = 'presence.now'

/** Asks the gateway whose key this is. @returns why it does not open this screen; null = it does */
export async function judgeKey(key: string): Promise<Refused | null> {
  // Of another shape it cannot be one, and could not even be sent.
  if (!/^[\w-]{1,100}$/.test(key)) return refusedAs('key_wrong')
  try {
    const response = await fetch('/api/v1/session', { headers: { authorization: `Bearer ${key}` } })
    const body: unknown = await response.json()
    if (!response.ok) return refusedOf(body)
    return (body as { calls: readonly string[] }).calls.includes(needed) ? null : refusedAs('key_elsewhere')
  } catch {
    return refusedAs('unreachable')
  }
}
