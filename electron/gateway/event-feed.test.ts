/** Listeners on real sockets: one that does not read is cut, and the others go on (issue 8.3). */
import { randomBytes } from 'node:crypto'
import { connect, type TLSSocket } from 'node:tls'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { GatewayDoor, Guest } from '../core/app/gateway.ts'
import { createFakeClock } from '../core/kit/clock.ts'
import { silentLog } from '../core/kit/log.ts'
import { openGateway } from './server.ts'

const guest: Guest = { kind: 'key', id: 'k', name: 'Screen', stationId: 'desk', scopes: ['wall'], grants: new Set(['presence.changed']), namesOnly: true }

/** Upgrades like a browser and then reads nothing any more. */
const openDeaf = (port: number): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
      socket.write(`GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Protocol: sentinel.v1, bearer.sdk_a\r\n\r\n`)
    })
    socket.once('data', (head) => {
      socket.pause()
      if (String(head).startsWith('HTTP/1.1 101')) resolve(socket)
      else reject(new Error(String(head)))
    })
    socket.on('error', reject)
  })

test('one that does not read is cut off before it fills the memory; another hears everything, and it may come back', async () => {
  let emit = (_name: string, _payload: unknown): void => {}
  const door = {
    version: '1',
    identify: () => Promise.resolve(guest),
    may: (_guest: Guest, name: string) => guest.kind === 'key' && guest.grants.has(name),
    onEvent(listener: typeof emit) {
      emit = listener
      return () => {}
    },
  } as unknown as GatewayDoor
  const server = openGateway('/nowhere')(door, { folder: null, log: silentLog, clock: createFakeClock('2026-11-24T00:30:00.000Z') })
  await server.start({ address: '127.0.0.1', port: 0 })
  const heard: string[] = []
  const reader = new WebSocket(`wss://127.0.0.1:${server.port()}/api/v1/events`, ['sentinel.v1', 'bearer.sdk_b'], { rejectUnauthorized: false })
  const ready = new Promise((resolve, reject) => {
    reader.once('message', resolve)
    reader.once('error', reject)
  })
  await ready
  const deaf = await openDeaf(server.port())
  const cut = new Promise<void>((resolve) => deaf.once('close', () => resolve()))
  deaf.on('error', () => {})
  while (server.listeners() < 2) await new Promise((resolve) => setImmediate(resolve))

  const revisions: number[] = []
  reader.on('message', (data) => {
    const { cursor, payload } = JSON.parse(String(data)) as { cursor: string; payload: { revision: number } }
    heard.push(cursor)
    revisions.push(payload.revision)
  })
  const padding = 'x'.repeat(200_000)
  let sent = 0
  // What the kernel takes for it is its own; what Sentinel keeps for it is bounded.
  while (server.listeners() === 2) {
    sent += 1
    expect(sent, 'a hundred megabytes were kept for one that reads nothing').toBeLessThan(500)
    emit('presence.changed', { revision: sent, padding })
    await new Promise((resolve) => setImmediate(resolve))
  }
  emit('presence.changed', { revision: sent + 1 })
  while (revisions.at(-1) !== sent + 1) await new Promise((resolve) => reader.once('message', resolve))
  expect(revisions).toEqual(Array.from({ length: sent + 1 }, (_, index) => index + 1))
  deaf.resume()
  await cut
  expect(server.listeners()).toBe(1)

  const back = new WebSocket(`wss://127.0.0.1:${server.port()}/api/v1/events?since=${heard.at(-2) ?? ''}`, ['sentinel.v1', 'bearer.sdk_a'], { rejectUnauthorized: false })
  const first = await new Promise<unknown>((resolve, reject) => {
    back.once('message', (data) => resolve(JSON.parse(String(data))))
    back.once('error', reject)
  })
  expect(first).toMatchObject({ type: 'event', payload: { revision: sent + 1 } })
  await server.stop()
})
