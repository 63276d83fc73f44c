/** Reaches the browser host: calls over HTTP, events over a WebSocket that reconnects by itself. */
import type { Transport } from '../../shared/contract/kit.ts'

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

/** Whether the host takes this code. */
export async function tryToken(token: string, storage: Storage = window.sessionStorage): Promise<boolean> {
  const response = await fetch('/call/system.status', { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: '{}' }).catch(() => undefined)
  if (response?.ok !== true) return false
  storage.setItem(tokenKey, token)
  return true
}

/** Waits between attempts to reconnect, in ms: quick at first, then patient. */
const waits = [250, 500, 1000, 2000, 5000]

export function createHttpTransport(token: string, windowName: 'desk' | 'kiosk'): Transport {
  const listeners = new Set<(name: string, payload: unknown) => void>()
  const watchers = new Set<(connected: boolean) => void>()
  let connected = false
  let failures = 0

  const setConnected = (now: boolean): void => {
    if (connected === now) return
    connected = now
    for (const watcher of watchers) watcher(now)
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
      for (const listener of listeners) listener(name, payload)
    })
    socket.addEventListener('close', () => {
      setConnected(false)
      setTimeout(connect, waits[Math.min(failures, waits.length - 1)])
      failures += 1
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
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    watch(watcher) {
      watchers.add(watcher)
      watcher(connected)
      return () => void watchers.delete(watcher)
    },
  }
}
