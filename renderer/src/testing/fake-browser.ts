/** What a browser has and a test of a transport stands in for. */

export const createStorage = (): Storage => {
  const items = new Map<string, string>()
  return { getItem: (key: string) => items.get(key) ?? null, setItem: (key: string, value: string) => void items.set(key, value), removeItem: (key: string) => void items.delete(key) } as Storage
}

/** A WebSocket whose other end is the test. */
export class FakeSocket extends EventTarget {
  static readonly opened: FakeSocket[] = []
  readonly url: string
  readonly protocols: readonly string[]
  closed = false
  constructor(url: string, protocols: readonly string[] = []) {
    super()
    this.url = url
    this.protocols = protocols
    FakeSocket.opened.push(this)
  }
  close(): void {
    this.closed = true
  }
  happen(name: 'open' | 'close'): void {
    this.dispatchEvent(new Event(name))
  }
  say(message: unknown): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify(message) }))
  }
}
