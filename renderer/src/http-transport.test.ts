import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createHttpTransport, takeToken, tryToken } from './http-transport.ts'
import { createStorage, FakeSocket } from './testing/fake-browser.ts'

const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()
const replaceState = vi.fn<(state: unknown, unused: string, address: string) => void>()
beforeEach(() => {
  vi.useFakeTimers()
  FakeSocket.opened.length = 0
  fetched.mockReset().mockImplementation(async () => new Response('{"ok":true,"value":{}}'))
  replaceState.mockReset()
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('WebSocket', FakeSocket)
  vi.stubGlobal('window', { location: { origin: 'http://127.0.0.1:4000' }, history: { replaceState }, sessionStorage: createStorage() })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the access code', () => {
  test.each(['/?window=desk#token=abc', '/?token=abc&window=desk'])('is taken out of %s, so that it is in no history and no screenshot', (address) => {
    const storage = createStorage()
    expect(takeToken(new URL(address, 'http://127.0.0.1:4000') as unknown as Location, storage)).toBe('abc')
    expect(replaceState).toHaveBeenCalledWith(null, '', '/?window=desk')
    expect(takeToken(new URL('/?window=desk', 'http://127.0.0.1:4000') as unknown as Location, storage)).toBe('abc')
  })

  test('a wrong one is told from a host that does not answer', async () => {
    const storage = createStorage()
    fetched.mockResolvedValueOnce(new Response('{}', { status: 401 }))
    expect(await tryToken('wrong', storage)).toBe('refused')
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    expect(await tryToken('right', storage)).toBe('unreachable')
    expect(takeToken({ hash: '', search: '', pathname: '/' } as Location, storage)).toBeNull()
    expect(await tryToken('right', storage)).toBe('taken')
    expect(takeToken({ hash: '', search: '', pathname: '/' } as Location, storage)).toBe('right')
  })
})

describe('the connection', () => {
  test('a call names its window and carries the code in a header', async () => {
    await createHttpTransport('abc', 'kiosk', () => {}).call('presence.now', undefined)
    const [path, init] = fetched.mock.calls[0] ?? []
    expect([path, init?.headers, init?.body]).toEqual(['/call/presence.now', { authorization: 'Bearer abc', 'content-type': 'application/json', 'x-sentinel-window': 'kiosk' }, '{}'])
  })

  test('is said honestly, comes back by itself, and carries events again', async () => {
    const transport = createHttpTransport('abc', 'desk', () => {})
    const said: boolean[] = []
    const heard: unknown[] = []
    transport.watch((connected) => void said.push(connected))
    transport.listen((name, payload) => void heard.push([name, payload]))
    FakeSocket.opened[0]?.happen('open')
    FakeSocket.opened[0]?.happen('close')
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    await vi.advanceTimersByTimeAsync(250)
    expect(FakeSocket.opened).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(500)
    FakeSocket.opened[1]?.happen('open')
    FakeSocket.opened[1]?.say({ name: 'presence.changed', payload: { revision: 2 } })
    expect(said).toEqual([false, true, false, true])
    expect(heard).toEqual([['presence.changed', { revision: 2 }]])
  })

  test('a host that was started again has a new code: the window asks for it and stops knocking', async () => {
    const onRefused = vi.fn<() => void>()
    createHttpTransport('yesterday', 'desk', onRefused)
    FakeSocket.opened[0]?.happen('close')
    fetched.mockImplementation(async () => new Response('{}', { status: 401 }))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(onRefused).toHaveBeenCalledOnce()
    expect(FakeSocket.opened).toHaveLength(1)
  })
})
