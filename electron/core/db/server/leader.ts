/** The one station that does what is done once for all of them: whoever holds a lock of the server’s (decision 026). */
import type pg from 'pg'
import type { Clock } from '../../kit/clock.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import type { ServerAddress } from './address.ts'
import { connectOnce, disconnect } from './connect.ts'
import { createLink, type Link } from './link.ts'
import { lockClass, lockKeys } from './locks.ts'

/** Milliseconds. */
export const leaderPace = {
  /** How often the lock is asked for, or the server whether the connection that holds it still stands. */
  beat: 5_000,
  /** A leader that heard nothing for so long leads no more. Shorter than `idle`: it has stopped before anybody else begins. */
  trust: 15_000,
  /** The server ends a connection that says nothing for so long, and its lock goes with it: a network that was cut, a PC that sleeps. */
  idle: 20_000,
} as const

interface Options {
  readonly address: ServerAddress
  readonly name: string
  readonly clock: Clock
  readonly log: Log
  readonly pace?: { readonly beat: number; readonly trust: number; readonly idle: number }
}

export interface Leader {
  leads(): boolean
  onLeading(listener: () => void): () => void
  /** Lets the lock go, so that another takes it at once. */
  stop(): Promise<void>
}

const take = `select pg_try_advisory_lock(${lockClass}, ${lockKeys.leader}) as held`

/** Resolves when it is known whether this station leads. Never rejects: where the server is away nobody leads. */
export async function startLeader({ address, name, clock, log, pace = leaderPace }: Options): Promise<Leader> {
  const listeners = new Set<() => void>()
  let held: { readonly client: pg.Client; readonly link: Link } | undefined
  let isLeader = false
  /** When what proved it last was asked, in monotonic ms. */
  let provenAt = -Infinity
  let stopped = false
  let cancel = (): void => {}

  async function connect() {
    const client = await connectOnce(address, name)
    return { client, link: createLink(client, clock, { reads: true }) }
  }
  function become(next: boolean): void {
    if (next === isLeader) return
    isLeader = next
    log.info(next ? 'stations.leads' : 'stations.leads_no_more', {})
    if (next) for (const listener of [...listeners]) listener()
  }
  async function look(): Promise<void> {
    const isNew = held === undefined
    held ??= await connect()
    const { link } = held
    const asked = clock.monotonic()
    if (isNew) await link.query(`set idle_session_timeout = ${pace.idle}`, undefined, pace.beat)
    // Asked again by who holds it, the lock would be taken twice; the session is the same, so it still holds it.
    const { rows } = await link.query(isLeader && !isNew ? 'select true as held' : take, undefined, pace.beat)
    provenAt = asked
    become((rows[0] as { held: boolean }).held)
  }
  async function beat(): Promise<void> {
    try {
      await look()
    } catch (error) {
      if (isLeader) log.warn('stations.leader_line_lost', errorFields(error))
      const lost = held
      held = undefined
      become(false)
      if (lost !== undefined) void disconnect(lost.client, clock)
    }
    if (!stopped) cancel = clock.after(pace.beat, () => (running = beat()))
  }
  let running = beat()
  await running

  return {
    leads: () => isLeader && clock.monotonic() - provenAt < pace.trust,
    onLeading(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async stop() {
      stopped = true
      cancel()
      await running
      become(false)
      if (held !== undefined) await disconnect(held.client, clock)
    },
  }
}
