/**
 * What is put into pages, as text: each function stands for itself and knows nothing of this module. The preload runs in an
 * isolated world of Chromium's (its own globals, the same document), as Electron's does; the two worlds can only pass each
 * other cloned data through events on the document, whose name is a secret of theirs.
 */

type Values = readonly unknown[]
interface Wrapped {
  readonly call?: number
  readonly promise?: number
  readonly members?: readonly (readonly [string, Wrapped])[]
  readonly value?: unknown
}
interface Said {
  readonly kind: 'call' | 'answer' | 'settled' | 'expose'
  readonly id: number
  readonly name?: string
  readonly given?: readonly Wrapped[]
  readonly failed?: boolean
}
interface BridgeEnd {
  wrap(value: unknown): Wrapped
  say(said: Said): void
  /** Hears what the other world exposes. */
  onExpose(listener: (name: string, value: unknown) => void): void
}

/** One end of the bridge between the worlds; functions, promises and data cross it, nothing else. */
export function bridgeEnd(channel: string, me: string, peer: string): BridgeEnd {
  // Taken before a script of the page could put its own in their place.
  const { dispatchEvent, addEventListener } = EventTarget.prototype
  const readDetail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get ?? (() => undefined)
  const Event = CustomEvent
  const there = document
  const functions = new Map<number, (...values: unknown[]) => unknown>()
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>()
  const exposed: ((name: string, value: unknown) => void)[] = []
  let last = 0
  let answer: Said | undefined

  const say = (said: Said): void => void dispatchEvent.call(there, new Event(channel + peer, { detail: said }))
  const wrap = (value: unknown): Wrapped => {
    const id = (last += 1)
    if (typeof value === 'function') {
      functions.set(id, value as () => unknown)
      return { call: id }
    }
    if (value instanceof Promise) {
      value.then(
        (result) => say({ kind: 'settled', id, given: [wrap(result)] }),
        (error) => say({ kind: 'settled', id, failed: true, given: [wrap(String(error))] }),
      )
      return { promise: id }
    }
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
    return entries.some(([, member]) => typeof member === 'function') ? { members: entries.map(([name, member]) => [name, wrap(member)] as const) } : { value }
  }
  const unwrap = (wrapped: Wrapped): unknown => {
    if (wrapped.call !== undefined) {
      const id = wrapped.call
      return (...values: unknown[]) => {
        answer = undefined
        say({ kind: 'call', id, given: values.map(wrap) })
        const heard = answer as Said | undefined
        if (heard === undefined) throw new Error('The other world is gone.')
        const result = unwrap(heard.given?.[0] ?? {})
        if (heard.failed === true) throw new Error(String(result))
        return result
      }
    }
    if (wrapped.promise !== undefined) {
      const id = wrapped.promise
      return new Promise((resolve, reject) => pending.set(id, { resolve, reject }))
    }
    if (wrapped.members !== undefined) return Object.freeze(Object.fromEntries(wrapped.members.map(([name, member]) => [name, unwrap(member)])))
    return wrapped.value
  }
  addEventListener.call(there, channel + me, (event) => {
    const { kind, id, name = '', given = [], failed } = readDetail.call(event) as Said
    if (kind === 'answer') answer = { kind, id, given, failed: failed === true }
    if (kind === 'expose') for (const listener of exposed) listener(name, unwrap(given[0] ?? {}))
    if (kind === 'settled') {
      const one = pending.get(id)
      pending.delete(id)
      const result = unwrap(given[0] ?? {})
      if (failed === true) one?.reject(new Error(String(result)))
      else one?.resolve(result)
    }
    if (kind === 'call') {
      try {
        say({ kind: 'answer', id, given: [wrap(functions.get(id)?.(...given.map(unwrap)))] })
      } catch (error) {
        say({ kind: 'answer', id, failed: true, given: [wrap(error instanceof Error ? error.message : String(error))] })
      }
    }
  })
  return { wrap, say, onExpose: (listener) => void exposed.push(listener) }
}

/** The page's own world, before any script of the page. */
export function pageWorld(end: BridgeEnd): void {
  end.onExpose((name, value) => void Object.defineProperty(window, name, { value, enumerable: true, configurable: false, writable: false }))
}

/** The preload's world. @param channel the secret; @param preload the file's text as a CommonJS module */
export function preloadWorld(end: BridgeEnd, channel: string, preload: (require: unknown, module: object, exports: object) => void): void {
  const own = globalThis as unknown as Record<string, unknown>
  const post = own[`${channel}send`] as (text: string) => void
  delete own[`${channel}send`]
  const listeners = new Map<string, Set<(...values: unknown[]) => void>>()
  const waiting = new Map<number, { channel: string; resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  // JSON has no undefined: a value that is not there stays so.
  const pack = (values: Values): object[] => values.map((value) => ({ value }))

  const ipcRenderer = {
    invoke: (name: string, ...values: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = (last += 1)
        waiting.set(id, { channel: name, resolve, reject })
        post(JSON.stringify({ id, channel: name, values: pack(values) }))
      }),
    on(name: string, listener: (...values: unknown[]) => void) {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener))
      return ipcRenderer
    },
    removeListener(name: string, listener: (...values: unknown[]) => void) {
      listeners.get(name)?.delete(listener)
      return ipcRenderer
    },
  }
  own[`${channel}receive`] = (message: { id?: number; channel?: string; values: { value?: unknown }[]; problem?: string }) => {
    const values = message.values.map(({ value }) => value)
    if (message.id === undefined) {
      for (const listener of listeners.get(message.channel ?? '') ?? []) listener({ sender: ipcRenderer }, ...values)
      return
    }
    const one = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.problem === undefined) one?.resolve(values[0])
    else one?.reject(new Error(`Error invoking remote method '${one.channel}': ${message.problem}`))
  }
  const contextBridge = { exposeInMainWorld: (name: string, value: unknown) => end.say({ kind: 'expose', id: 0, name, given: [end.wrap(value)] }) }
  // SECURITY, as in Electron: a sandboxed preload can require nothing else.
  const require = (name: string): object => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return { contextBridge, ipcRenderer }
  }
  const module = { exports: {} }
  preload(require, module, module.exports)
}

/** Both scripts as Chromium takes them. A frame inside a page gets neither: `nodeIntegrationInSubFrames` is off. */
export const worldScripts = (channel: string, preload: string): { page: string; preload: string } => {
  const secret = JSON.stringify(channel)
  const script = (body: string): string => `(() => { if (window !== window.top) return\n${bridgeEnd}\n${body}\n})()`
  return {
    page: script(`(${pageWorld})(bridgeEnd(${secret}, 'page', 'preload'))`),
    preload: script(`(${preloadWorld})(bridgeEnd(${secret}, 'preload', 'page'), ${secret}, function (require, module, exports) {\n${preload}\n})`),
  }
}
