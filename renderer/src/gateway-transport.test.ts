import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { forgetKey, judgeKey, takeLink, viewOf } from './gateway-key.ts'
import { createGatewayTransport } from './gateway-transport.ts'
import { createStorage, FakeSocket } from './testing/fake-browser.ts'

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status })
const session = (): Response => json({ kind: 'key', name: 'Wall', calls: ['presence.now'], events: [] })
const problem = (code: string, status: number): Response => json({ type: '', title: `title of ${code}`, status, detail: `detail of ${code}`, code, details: { date: '2026-11-01' }, requestId: 'r' }, status)

const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()
const replaceState = vi.fn<(state: unknown, unused: string, address: string) => void>()
const onRefused = vi.fn<(refused: { code: string }) => void>()
beforeEach(() => {
  vi.useFakeTimers()
  FakeSocket.opened.length = 0
  fetched.mockReset().mockImplementation(async () => session())
  replaceState.mockReset()
  onRefused.mockReset()
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('WebSocket', FakeSocket)
  vi.stubGlobal('window', { location: { origin: 'https://desk:8443' }, history: { replaceState }, localStorage: createStorage() })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const last = (): FakeSocket => {
  const socket = FakeSocket.opened.at(-1)
  if (socket === undefined) throw new Error('no socket')
  return socket
}

describe('the key of a view (domain.md 4.22, devices)', () => {
  test('comes in the fragment, leaves the address at once, and each view keeps its own', () => {
    const storage = createStorage()
    expect([viewOf('/wall'), viewOf('/phone'), viewOf('/'), viewOf('/index.html')]).toEqual(['wall', 'phone', null, null])
    const link = new URL('https://desk:8443/wall#key=sdk_abc&language=fr&theme=dark') as unknown as Location
    expect(takeLink('wall', link, storage)).toEqual({ key: 'sdk_abc', language: 'fr', theme: 'dark' })
    expect(replaceState).toHaveBeenCalledExactlyOnceWith(null, '', '/wall')
    const plain = new URL('https://desk:8443/wall') as unknown as Location
    expect(takeLink('wall', plain, storage).key).toBe('sdk_abc')
    expect(takeLink('phone', plain, storage).key).toBeNull()
    forgetKey('wall', storage)
    expect(takeLink('wall', plain, storage).key).toBeNull()
  })

  test('is never taken from the query, which servers and proxies write down', () => {
    expect(takeLink('wall', new URL('https://desk:8443/wall?key=sdk_abc') as unknown as Location, createStorage()).key).toBeNull()
  })

  test('why it does not open the screen is told apart: revoked, for something else, nobody there, no key at all', async () => {
    expect(await judgeKey('sdk_right')).toBeNull()
    fetched.mockResolvedValueOnce(problem('key_revoked', 401))
    expect(await judgeKey('sdk_lost')).toMatchObject({ code: 'key_revoked', message: 'title of key_revoked', howToFix: 'detail of key_revoked', details: { date: '2026-11-01' } })
    fetched.mockResolvedValueOnce(json({ kind: 'key', name: 'Prometheus', calls: [], events: [] }))
    expect(await judgeKey('sdk_metrics')).toMatchObject({ code: 'key_elsewhere' })
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    expect(await judgeKey('sdk_right')).toMatchObject({ code: 'unreachable' })
    fetched.mockClear()
    expect(await judgeKey('é as a key')).toMatchObject({ code: 'key_wrong' })
    expect(fetched).not.toHaveBeenCalled()
  })
})

describe('a connection through the gateway', () => {
  test('calls carry the key in a header, answers and refusals come back as the contract says them', async () => {
    const transport = createGatewayTransport('sdk_k', onRefused)
    fetched.mockResolvedValueOnce(json({ people: [] }))
    expect(await transport.call('presence.now', undefined)).toEqual({ ok: true, value: { people: [] } })
    const [path, init] = fetched.mock.calls[0] ?? []
    expect([path, init?.headers, init?.body]).toEqual(['/api/v1/presence/now', { authorization: 'Bearer sdk_k', 'content-type': 'application/json' }, '{}'])
    fetched.mockResolvedValueOnce(problem('too_many', 429))
    expect(await transport.call('presence.now', {})).toMatchObject({ ok: false, error: { code: 'too_many', message: 'title of too_many' } })
    expect(last()).toMatchObject({ url: 'wss://desk:8443/api/v1/events', protocols: ['sentinel.v1', 'bearer.sdk_k'] })
    expect(last().url).not.toContain('sdk_k')
  })

  test('goes on where it broke off, and is live only once what was missed has come', async () => {
    const transport = createGatewayTransport('sdk_k', onRefused)
    const said: boolean[] = []
    const heard: unknown[] = []
    transport.watch((connected) => void said.push(connected))
    transport.listen((name, payload) => void heard.push([name, payload]))
    last().say({ type: 'ready', cursor: 'e.4' })
    last().say({ type: 'event', cursor: 'e.5', name: 'presence.changed', payload: { revision: 5 } })
    last().happen('close')
    expect(said).toEqual([false, true, false])
    await vi.advanceTimersByTimeAsync(250)
    expect(last().url).toBe('wss://desk:8443/api/v1/events?since=e.5')
    last().say({ type: 'event', cursor: 'e.6', name: 'presence.changed', payload: { revision: 6 } })
    expect(said).toEqual([false, true, false])
    last().say({ type: 'ready', cursor: 'e.6' })
    expect(said).toEqual([false, true, false, true])
    expect(heard).toEqual([['presence.changed', { revision: 5 }], ['presence.changed', { revision: 6 }]])
  })

  test('a desk that is away is asked again more and more patiently', async () => {
    createGatewayTransport('sdk_k', onRefused)
    last().happen('close')
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(fetched.mock.calls.length).toBeLessThan(18)
    expect(FakeSocket.opened).toHaveLength(1)
    fetched.mockReset().mockImplementation(async () => session())
    await vi.advanceTimersByTimeAsync(5_000)
    expect(FakeSocket.opened).toHaveLength(2)
  })

  test('a call that cannot be sent drops a socket that only looks open', async () => {
    const transport = createGatewayTransport('sdk_k', onRefused)
    const said: boolean[] = []
    last().say({ type: 'ready', cursor: 'e.1' })
    transport.watch((connected) => void said.push(connected))
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    await expect(transport.call('system.status', {})).rejects.toThrow('Failed to fetch')
    expect([said, FakeSocket.opened[0]?.closed]).toEqual([[true, false], true])
    await vi.advanceTimersByTimeAsync(250)
    expect(FakeSocket.opened).toHaveLength(2)
    // What the dropped one still says counts no more.
    FakeSocket.opened[0]?.say({ type: 'ready', cursor: 'e.9' })
    expect(said).toEqual([true, false])
  })

  test.each([
    ['a call is refused', async (transport: ReturnType<typeof createGatewayTransport>) => void (await transport.call('presence.now', {}))],
    ['the socket is cut', async () => last().happen('close')],
  ])('a key that was revoked ends it, once and for good, when %s', async (_how, happen) => {
    const transport = createGatewayTransport('sdk_k', onRefused)
    last().say({ type: 'ready', cursor: 'e.1' })
    fetched.mockImplementation(async () => problem('key_revoked', 401))
    await happen(transport)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(onRefused).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'key_revoked' }))
    fetched.mockClear()
    await expect(transport.call('presence.now', {})).rejects.toThrow('opens nothing')
    expect([fetched.mock.calls.length, FakeSocket.opened.length]).toEqual([0, 1])
  })
})
