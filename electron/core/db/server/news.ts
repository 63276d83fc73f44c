/** How stations hear of each other’s acts: LISTEN and NOTIFY on a connection of their own (decision 026). */
import type pg from 'pg'
import type { Clock } from '../../kit/clock.ts'
import { newId } from '../../kit/id.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import type { StationListener } from '../database.ts'
import type { ServerAddress } from './address.ts'
import { connectOnce, disconnect, timeouts } from './connect.ts'
import { createLedger } from './ledger.ts'
import { createLink, type Link } from './link.ts'
import { channel, readRecordRevision } from './record-revision.ts'
import { createTelling } from './telling.ts'
import { read } from './words.ts'

/** How often the server is asked for the record’s revision, and how long it may take; in ms. */
const beatMs = 5_000
const retryMs = 1_000
/** So many sessions are remembered; those that told something last. */
const mostSessions = 256

/**
 * For this connection alone. What is told need not be on the disk before it is heard; where nothing gets through any more (a network
 * that was cut) the server ends the connection after half a minute.
 */
const settings = `set synchronous_commit = off; set tcp_user_timeout = 30000; listen ${channel}`

interface Options {
  readonly address: ServerAddress
  /** For the server’s administrator. */
  readonly name: string
  readonly clock: Clock
  readonly log: Log
}

export interface News {
  /** Of this run of this station: two stations may have the same code by mistake. */
  readonly session: string
  /** This station’s act was kept. */
  committed(revision: number): void
  tell(name: string, payload: unknown): void
  listen(listener: StationListener): () => void
  /** Tells what is left, and ends the connection. */
  stop(): Promise<void>
}

/** Rejects where the server is not reached now; later it is tried again by itself. */
export async function openNews({ address, name, clock, log }: Options): Promise<News> {
  const session = newId()
  const listeners = new Set<StationListener>()
  const ledger = createLedger()
  /** The number of what each of the others said last. */
  const heard = new Map<string, number>()
  let line: { readonly client: pg.Client; readonly link: Link } | undefined
  /** Something was said before anybody here listened. */
  let isBehind = false
  let stopped = false
  let cancelBeat = (): void => {}
  let cancelDue: (() => void) | undefined

  async function connect() {
    const client = await connectOnce(address, name)
    try {
      const link = createLink(client, clock, { reads: true })
      client.on('notification', ({ payload }) => hear(payload))
      client.on('end', () => {
        if (line?.client === client) lose(new Error('the connection ended'))
      })
      await link.query(settings)
      return { client, link, revision: await readRecordRevision(link, beatMs) }
    } catch (error) {
      void disconnect(client, clock)
      throw error
    }
  }
  const first = await connect()
  line = first
  ledger.begin(first.revision)

  const telling = createTelling({
    clock,
    session,
    send: async (text) => void (await line?.link.query('select pg_notify($1, $2)', [channel, text], timeouts.network)),
    onFailed: (error) => lose(error),
  })

  function hear(text: string | undefined): void {
    const said = read(text)
    if (said === undefined || said.by === session) return
    const at = clock.monotonic()
    if ('revision' in said) ledger.exists(said.revision, at)
    else {
      if (said.number <= (heard.get(said.by) ?? 0)) return
      // The newest last, so that the oldest are forgotten first.
      heard.delete(said.by)
      heard.set(said.by, said.number)
      for (const old of [...heard.keys()].slice(0, Math.max(0, heard.size - mostSessions))) heard.delete(old)
      if (listeners.size === 0 && said.events.length > 0) isBehind = true
      for (const event of said.events) for (const listener of [...listeners]) listener.onTold(event.name, event.payload)
      for (const revision of said.done) ledger.account(revision, at)
    }
    planDue()
  }

  function missed(): void {
    ledger.settle()
    if (listeners.size === 0) isBehind = true
    log.info('stations.missed', {})
    for (const listener of [...listeners]) listener.onMissed()
  }
  /** Whoever committed an act and did not tell of it in time was killed, or cannot tell. */
  function planDue(): void {
    const due = ledger.dueAt()
    if (due === undefined || cancelDue !== undefined || stopped) return
    cancelDue = clock.after(Math.max(0, due - clock.monotonic()), () => {
      cancelDue = undefined
      if ((ledger.dueAt() ?? Infinity) <= clock.monotonic()) missed()
      else planDue()
    })
  }

  function lose(error: unknown): void {
    if (line === undefined || stopped) return
    log.warn('stations.line_lost', errorFields(error))
    const { client } = line
    line = undefined
    telling.forget()
    cancelBeat()
    void disconnect(client, clock)
    cancelBeat = clock.after(retryMs, () => void reconnect())
  }
  async function reconnect(): Promise<void> {
    try {
      const { revision, ...next } = await connect()
      if (stopped) return void disconnect(next.client, clock)
      line = next
      ledger.exists(revision, clock.monotonic())
      log.info('stations.line_back', {})
      // What was said while nobody listened is told by nobody any more.
      if (ledger.dueAt() !== undefined) missed()
      planBeat()
    } catch {
      if (!stopped) cancelBeat = clock.after(retryMs, () => void reconnect())
    }
  }

  function planBeat(): void {
    if (!stopped) cancelBeat = clock.after(beatMs, () => void beat())
  }
  /** A connection that nothing comes through any more looks like one on which nothing happens: the record itself is asked. */
  async function beat(): Promise<void> {
    const now = line
    if (now === undefined) return
    try {
      ledger.exists(await readRecordRevision(now.link, beatMs), clock.monotonic())
      planDue()
      if (line === now) planBeat()
    } catch (error) {
      if (line === now) lose(error)
    }
  }
  planBeat()

  return {
    session,
    committed(revision) {
      ledger.account(revision, clock.monotonic())
      // Without a line nobody is told: the others find the act by its revision, and that nobody told of it.
      if (line !== undefined) telling.committed(revision)
    },
    tell: (event, payload) => void (line !== undefined && telling.add({ name: event, payload })),
    listen(listener) {
      listeners.add(listener)
      if (isBehind) listener.onMissed()
      isBehind = false
      return () => void listeners.delete(listener)
    },
    async stop() {
      await telling.stop()
      stopped = true
      cancelBeat()
      cancelDue?.()
      const last = line
      line = undefined
      if (last !== undefined) await disconnect(last.client, clock)
    },
  }
}
