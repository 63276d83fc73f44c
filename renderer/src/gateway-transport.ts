/** Reaches a desk elsewhere through its gateway: calls over HTTPS, events over a WebSocket that goes on where it broke off. */
import type { Refused, Transport } from '../../shared/contract/kit.ts'
import { judgeKey, refusedOf } from './gateway-key.ts'
import { createChannel, waitAfter } from './transport-parts.ts'

type Message = { readonly type: 'event'; readonly cursor: string; readonly name: string; readonly payload: unknown } | { readonly type: 'ready' | 'reload'; readonly cursor: string }

/** @param onRefused told once why the key opens nothing any more; nothing is asked after that */
export function createGatewayTransport(key: string, onRefused: (refused: Refused) => void): Transport {
  const { emit, setConnected, listen, watch } = createChannel()
  let socket: WebSocket | undefined
  /** Where the events broke off. */
  let cursor: string | undefined
  let failures = 0
  let isOver = false

  function end(refused: Refused): void {
    if (isOver) return
    isOver = true
    lose()
    onRefused(refused)
  }
  function lose(): void {
    const lost = socket
    socket = undefined
    setConnected(false)
    lost?.close()
    if (lost !== undefined) reconnectLater()
  }
  function reconnectLater(): void {
    if (isOver) return
    setTimeout(() => void reconnect(), waitAfter(failures))
    failures += 1
  }
  async function reconnect(): Promise<void> {
    // A socket is refused without a reason; a call says whether nobody is there or the key was taken away.
    const refused = await judgeKey(key)
    if (isOver) return
    if (refused === null) connect()
    else if (refused.code.startsWith('key_')) end(refused)
    else reconnectLater()
  }

  function connect(): void {
    const since = cursor === undefined ? '' : `?since=${encodeURIComponent(cursor)}`
    // SECURITY: a browser sends no header with a WebSocket; a subprotocol is in no address and in no log.
    const opened = new WebSocket(`${window.location.origin.replace('http', 'ws')}/api/v1/events${since}`, ['sentinel.v1', `bearer.${key}`])
    socket = opened
    opened.addEventListener('message', ({ data }) => {
      if (socket !== opened) return
      const message = JSON.parse(String(data)) as Message
      cursor = message.cursor
      if (message.type === 'event') return emit(message.name, message.payload)
      // What was missed has come by now; where it is no longer kept, whoever watches fetches everything again.
      failures = 0
      setConnected(true)
    })
    opened.addEventListener('close', () => {
      if (socket === opened) lose()
    })
  }
  connect()

  return {
    async call(name, input) {
      if (isOver) throw new Error('the key opens nothing any more')
      const response = await fetch(`/api/v1/${name.replace('.', '/')}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(input ?? {}),
      }).catch((error: unknown) => {
        // What cannot be asked cannot be heard: the socket of a phone that changed networks looks open for minutes.
        lose()
        throw error
      })
      const body: unknown = await response.json()
      if (response.ok) return { ok: true, value: body }
      const refused = refusedOf(body)
      if (response.status === 401) end(refused)
      return { ok: false, error: refused }
    },
    listen,
    watch,
  }
}
