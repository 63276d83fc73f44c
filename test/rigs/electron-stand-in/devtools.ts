/** Chromium's DevTools protocol over its pipe. The pipe is also the leash: when this process is gone, however it went, Chromium ends. */
import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

export interface Target {
  send<T = unknown>(method: string, params?: object): Promise<T>
  /** @param listener is given the event's parameters */
  on<T>(event: string, listener: (params: T) => void): void
}
export interface Devtools extends Target {
  readonly process: ChildProcess
  session(id: string): Target
}

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** Starts Chromium, in a group of its own: a signal for the application is not for it. Of what it says only the address that Playwright waits for is passed on. */
export function startDevtools(program: string, args: readonly string[]): Devtools {
  const child = spawn(program, ['--remote-debugging-pipe', ...args], { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: true })
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable]
  if (child.stderr !== null) createInterface({ input: child.stderr }).on('line', (line) => line.startsWith('DevTools listening') && process.stderr.write(`${line}\n`))
  const waiting = new Map<number, { method: string; resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const emitters = new Map<string, EventEmitter>()
  let last = 0

  const emitterOf = (session = ''): EventEmitter => {
    const known = emitters.get(session) ?? new EventEmitter().setMaxListeners(0)
    emitters.set(session, known)
    return known
  }
  const hear = (text: string): void => {
    const { id, sessionId, method, params, result, error } = JSON.parse(text) as Message
    if (id === undefined) {
      if (method !== undefined) emitterOf(sessionId).emit(method, params)
      return
    }
    const one = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) one?.resolve(result)
    else one?.reject(new Error(`${one.method}: ${error.message}`))
  }
  let rest = Buffer.alloc(0)
  output.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      hear(rest.subarray(0, end).toString())
      rest = rest.subarray(end + 1)
    }
  })
  // A pipe that broke says no more than the end of the process does.
  for (const stream of [input, output]) stream.on('error', () => {})
  child.once('exit', () => {
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: Chromium ended`))
    waiting.clear()
  })

  const target = (sessionId?: string): Target => ({
    send<T>(method: string, params: object = {}) {
      const id = (last += 1)
      return new Promise<T>((resolve, reject) => {
        waiting.set(id, { method, resolve: resolve as (value: unknown) => void, reject })
        input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
      })
    },
    on: (event, listener) => void emitterOf(sessionId).on(event, listener),
  })
  return { ...target(), process: child, session: target }
}
