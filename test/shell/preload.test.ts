import { beforeEach, expect, test, vi } from 'vitest'
import type { SentinelBridge } from '../../electron/shell/channels.ts'

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoke: vi.fn<(...values: unknown[]) => Promise<unknown>>(async () => ({ ok: true, value: 1 })),
  listeners: new Set<(...values: unknown[]) => void>(),
}))
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => electron.exposed.set(name, value) },
  ipcRenderer: {
    invoke: electron.invoke,
    on: (_channel: string, listener: (...values: unknown[]) => void) => electron.listeners.add(listener),
    removeListener: (_channel: string, listener: (...values: unknown[]) => void) => electron.listeners.delete(listener),
  },
}))

let bridge: SentinelBridge
beforeEach(async () => {
  await import('../../electron/preload.ts')
  bridge = electron.exposed.get('sentinel') as SentinelBridge
})

test('a page gets two functions and nothing else', () => {
  expect([...electron.exposed.keys()]).toEqual(['sentinel'])
  expect(Object.keys(bridge)).toEqual(['invoke', 'listen'])
})

test('a call goes through the one channel', async () => {
  expect(await bridge.invoke('presence.now', { a: 1 })).toEqual({ ok: true, value: 1 })
  expect(electron.invoke).toHaveBeenCalledWith('sentinel:call', 'presence.now', { a: 1 })
})

test('an event arrives without Electron’s own, until it is ended', () => {
  const heard = vi.fn<(name: string, payload: unknown) => void>()
  const end = bridge.listen(heard)
  const send = (): void => electron.listeners.forEach((listener) => listener({ sender: 'ipcRenderer' }, 'presence.changed', { revision: 3 }))
  send()
  expect(heard.mock.calls).toEqual([['presence.changed', { revision: 3 }]])
  expect(end()).toBeUndefined()
  send()
  expect(heard).toHaveBeenCalledTimes(1)
})
