/** Collects what a station tells the others of its acts, and sends it one after the other (decision 026). */
import type { Clock } from '../../kit/clock.ts'
import { partsOf, write, type Told } from './words.ts'

/** An act counts as told so long after its commit: the service that did it may read before it tells. Milliseconds. */
export const settlesMs = 500

interface Options {
  readonly clock: Clock
  readonly session: string
  readonly send: (text: string) => Promise<void>
  /** What was to be sent is not sent again: whether the others heard it is not known, and they find out by themselves. */
  readonly onFailed: (error: unknown) => void
}

export function createTelling({ clock, session, send, onFailed }: Options) {
  let number = 0
  /** By what they say: the same twice is said once. */
  let events = new Map<string, Told>()
  let acts: { readonly revision: number; readonly at: number }[] = []
  let sending: Promise<void> | undefined
  let cancel: (() => void) | undefined

  function takeDone(all: boolean): number[] {
    const settled = clock.monotonic() - settlesMs
    const done = acts.filter(({ at }) => all || at <= settled)
    acts = acts.slice(done.length)
    return done.map(({ revision }) => revision)
  }
  async function sendAll(all = false): Promise<void> {
    for (;;) {
      const told = [...events.values()]
      events = new Map()
      const parts = partsOf({ events: told, done: takeDone(all) })
      if (parts.length === 0) return planSettled()
      for (const part of parts) {
        number += 1
        await send(write({ by: session, number, ...part }))
      }
    }
  }
  const start = (): void => {
    sending ??= sendAll()
      .catch(onFailed)
      .finally(() => (sending = undefined))
  }
  function planSettled(): void {
    const [oldest] = acts
    if (oldest === undefined || cancel !== undefined) return
    cancel = clock.after(Math.max(0, oldest.at + settlesMs - clock.monotonic()), () => {
      cancel = undefined
      start()
    })
  }
  return {
    /** Sent in the next turn of the loop, with whatever else is told in this one. */
    add(event: Told): void {
      const key = JSON.stringify(event)
      const isFirst = events.size === 0
      events.set(key, event)
      if (isFirst) setImmediate(start)
    },
    committed(revision: number): void {
      acts.push({ revision, at: clock.monotonic() })
      planSettled()
    },
    /** Nothing comes through any more: neither what was to be told nor that it was, so that the others read it again. */
    forget(): void {
      events = new Map()
      acts = []
    },
    /** Sends everything, acts that have not settled too. */
    async stop(): Promise<void> {
      cancel?.()
      await sending
      await sendAll(true).catch(() => {})
      cancel?.()
    },
  }
}
