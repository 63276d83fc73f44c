/** Reaches the browser host: calls over HTTP, events over a WebSocket that reconnects by itself. */
import type { Transport } from '../../shared/contract/kit.ts'
import { createChannel, waitAfter } from './transport-parts.ts'

const tokenKey = 'sentinel.token'

/**
 * The access code that the host printed: from the address (and then taken out of it, so that it is in no history and no
 * screenshot), else from this tab's own session.
 */
export function takeToken(location: Location = window.location, storage: Storage = window.sessionStorage): string | null {
  const fragment = new URLSearchParams(location.hash.slice(1))
  const query = new URLSearchParams(location.search)
  const given = fragment.get('token') ?? query.get('token')
  if (given !== null) {
    storage.setItem(tokenKey, given)
    query.delete('token')
    const rest = query.size > 0 ? `?${query.toString()}` : ''
    window.history.replaceState(null, '', `${location.pathname}${rest}`)
  }
  return storage.getItem(tokenKey)
}

export const forgetToken = (storage: Storage = window.sessionStorage): void => storage.removeItem(tokenKey)

export type Verdict = 'taken' | 'refused' | 'unreachable'

/** Asks the host whether it takes this code. */
async function judgeToken(token: string): Promise<Verdict> {
  const response = await fetch('/call/system.status', { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: '{}' }).catch(() => undefined)
  if (response === undefined) return 'unreachable'
  return response.status === 401 ? 'refused' : 'taken'
}

/** Keeps the code for this tab when the host takes it. */
export async function tryToken(token: string, storage: Storage = window.sessionStorage): Promise<Verdict> {
  const verdict = await judgeToken(token)
  if (verdict === 'taken') storage.setItem(tokenKey, token)
  return verdict
}

/** `onRefused`: the host was started again and has a new code; this one will never be taken again. */
export function createHttpTransport(token: string, windowName: 'desk' | 'kiosk' | 'wall', onRefused: () => void): Transport {
  const { emit, setConnected, listen, watch } = createChannel()
  let failures = 0

  const reconnectLater = (): void => {
    setTimeout(() => void reconnect(), waitAfter(failures))
    failures += 1
  }
  const reconnect = async (): Promise<void> => {
    // A socket is refused without a reason; a call says whether nobody is there or the code is of yesterday.
    const verdict = await judgeToken(token)
    if (verdict === 'refused') onRefused()
    else if (verdict === 'unreachable') reconnectLater()
    else connect()
  }

  const connect = (): void => {
    const address = `${window.location.origin.replace('http', 'ws')}/events?token=${encodeURIComponent(token)}&window=${windowName}`
    const socket = new WebSocket(address)
    socket.addEventListener('open', () => {
      failures = 0
      setConnected(true)
    })
    socket.addEventListener('message', ({ data }) => {
      const { name, payload } = JSON.parse(String(data)) as { name: string; payload: unknown }
      emit(name, payload)
    })
    socket.addEventListener('close', () => {
      setConnected(false)
      reconnectLater()
    })
  }
  connect()

  return {
    async call(name, input) {
      const response = await fetch(`/call/${name}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-sentinel-window': windowName },
        body: JSON.stringify(input ?? {}),
      })
      return response.json() as Promise<unknown>
    },
    listen,
    watch,
  }
}
