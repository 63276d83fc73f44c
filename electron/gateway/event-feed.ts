/** Events for listeners elsewhere, numbered, with the latest kept: whoever was away a moment gets what was missed (domain.md 6 ▶). */
import { randomBytes } from 'node:crypto'
import { upgradeWebSocket } from '@hono/node-server'
import type { Next } from 'hono'
import type { GatewayDoor, Guest } from '../core/app/gateway.ts'
import type { Clock } from '../core/kit/clock.ts'
import { Refusal, refuse, toRefused } from '../core/kit/refusal.ts'
import { bearerOf } from '../http/access.ts'
import type { Gate, GatewayContext } from './request.ts'
import { problem } from './problems.ts'

/** So many are kept. A day of a busy unit has some two thousand comings and goings. */
const kept = 2_000
/** What a listener may leave unread, in bytes, before it is cut off: it comes back and is told what it missed. */
const mostUnread = 1_048_576
const mostListeners = 200
const mostOfOne = 20
/** A listener that answers no ping for this long is gone, in ms; its rights are looked at again as often. */
const beatMs = 30_000

interface Socket {
  readonly bufferedAmount: number
  ping(): void
  terminate(): void
  on(event: 'pong', listener: () => void): unknown
}

interface Listener {
  readonly token: string
  guest: Guest
  readonly send: (message: string) => void
  readonly close: (code: number, reason: string) => void
  readonly raw: Socket | undefined
  alive: boolean
}

/** The subprotocols that a browser offers: it can send no header with a WebSocket. */
const protocolToken = (header: string | undefined): string | undefined => header?.split(',').flatMap((part) => /^bearer\.([\w-]+)$/.exec(part.trim())?.[1] ?? [])[0]

export function createEventFeed({ door, clock }: { readonly door: GatewayDoor; readonly clock: Clock }) {
  /** Numbers begin anew with every start; an older cursor is none of ours. */
  const epoch = randomBytes(6).toString('hex')
  const ring: { readonly number: number; readonly name: string; readonly text: string }[] = []
  const listeners = new Set<Listener>()
  let last = 0
  const cursorOf = (number: number): string => `${epoch}.${number}`

  const stopHearing = door.onEvent((name, payload) => {
    last += 1
    const entry = { number: last, name, text: JSON.stringify({ type: 'event', cursor: cursorOf(last), name, payload }) }
    ring.push(entry)
    if (ring.length > kept) ring.shift()
    for (const listener of listeners) if (door.may(listener.guest, name)) pass(listener, entry.text)
  })

  function pass(listener: Listener, text: string): void {
    if ((listener.raw?.bufferedAmount ?? 0) > mostUnread) return drop(listener)
    listener.send(text)
  }
  function drop(listener: Listener): void {
    listeners.delete(listener)
    listener.raw?.terminate()
  }

  /** Everything after `since`; undefined = it is not known any more. */
  function missed(since: string): readonly (typeof ring)[number][] | undefined {
    const [ofEpoch, text = ''] = since.split('.')
    const number = /^\d{1,15}$/.test(text) ? Number(text) : -1
    const oldest = ring[0]?.number ?? last + 1
    if (ofEpoch !== epoch || number > last || number < oldest - 1) return undefined
    return ring.filter((entry) => entry.number > number)
  }

  function welcome(listener: Listener, since: string | undefined): void {
    listeners.add(listener)
    const entries = since === undefined ? [] : missed(since)
    for (const { name, text } of entries ?? []) if (door.may(listener.guest, name)) listener.send(text)
    listener.send(JSON.stringify({ type: entries === undefined ? 'reload' : 'ready', cursor: cursorOf(last) }))
  }

  /** Rights that were taken away bite at once: each listener is looked at again. */
  async function recheck(): Promise<void> {
    for (const listener of listeners) {
      try {
        listener.guest = await door.identify(listener.token, false)
      } catch (error) {
        // A database that is away takes nobody's rights.
        if (!(error instanceof Refusal)) continue
        listeners.delete(listener)
        listener.close(4401, error.code)
      }
    }
  }

  let stopBeat = (): void => {}
  function beat(): void {
    for (const listener of listeners) {
      if (!listener.alive) drop(listener)
      listener.alive = false
      listener.raw?.ping()
    }
    void recheck()
    stopBeat = clock.after(beatMs, beat)
  }
  stopBeat = clock.after(beatMs, beat)

  return {
    async upgrade(context: GatewayContext, next: Next, gate: Gate): Promise<Response | undefined> {
      const token = bearerOf(context.req.header('authorization')) ?? protocolToken(context.req.header('sec-websocket-protocol'))
      const guest = await gate.admit(context, token)
      if (context.req.header('upgrade')?.toLowerCase() !== 'websocket') throw refuse('method_wrong', { method: 'GET', allowed: 'a WebSocket' })
      const ofOne = [...listeners].filter((listener) => listener.guest.id === guest.id).length
      if (listeners.size >= mostListeners || ofOne >= mostOfOne) return problem(toRefused('too_many', { seconds: 30 }), context.get('requestId'))
      const since = context.req.query('since')
      let own: Listener | undefined
      const leave = (): void => void (own !== undefined && listeners.delete(own))
      const response = await upgradeWebSocket(() => ({
        onOpen(_event, socket) {
          const raw = socket.raw as unknown as Socket | undefined
          const listener: Listener = { token: token ?? '', guest, send: (text) => socket.send(text), close: (code, reason) => socket.close(code, reason), raw, alive: true }
          own = listener
          raw?.on('pong', () => (listener.alive = true))
          welcome(listener, since)
        },
        onClose: leave,
        onError: leave,
      }))(context, next)
      return response ?? undefined
    },
    listeners: (): number => listeners.size,
    recheck,
    /** Nothing is heard any more; open sockets are cut. */
    stop(): void {
      stopHearing()
      stopBeat()
      for (const listener of listeners) drop(listener)
    },
  }
}

export type EventFeed = ReturnType<typeof createEventFeed>
