/** What stations on one server hear of each other’s acts: the same events as of their own, each once (decision 026; domain.md 6 ▶). */
import * as v from 'valibot'
import { contract, type SentinelEvents } from '../../../shared/contract/index.ts'
import { entries } from '../../../shared/contract/kit.ts'
import { operationalDate, type UnitTime } from '../../../shared/domain/operational-day.ts'
import type { Database } from '../db/database.ts'
import { readRevision } from '../domain/presence/queries.ts'
import { readVisit } from '../domain/visitors/queries.ts'
import { toVisit } from '../domain/visitors/to-visit.ts'
import type { Clock } from '../kit/clock.ts'
import type { Hub } from '../kit/hub.ts'
import { errorFields, type Log } from '../kit/log.ts'
import { reach } from './told-events.ts'

type Name = keyof SentinelEvents
type Payload = SentinelEvents[Name]

interface Options {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
  readonly unitTime: () => UnitTime
  /** What this station keeps in memory of the record is read again before anybody hears of these. */
  readonly before: Partial<Record<Name, () => Promise<unknown>>>
}

const payloads = new Map(entries(contract).flatMap(([name, definition]) => (definition.kind === 'event' ? [[name, definition.payload] as const] : [])))
const Visited = v.object({ visitId: v.pipe(v.string(), v.uuid()) })
const isTold = (name: string): name is Name => Object.hasOwn(reach, name) && reach[name as Name] === 'told'

/** @returns stops it; undefined where this station has no others */
export async function joinStations({ database, clock, hub, log, unitTime, before }: Options): Promise<(() => Promise<void>) | undefined> {
  const stations = database.server?.stations
  if (stations === undefined) return undefined
  let revision = await database.read(readRevision)
  /** While an event of another station is passed on, what follows from it at once follows from it there too. */
  let isPassingOn = false
  let last: Promise<unknown> = Promise.resolve()
  let isBehind = false

  const inTurn = (work: () => Promise<unknown>): void => {
    last = last.then(work).catch((error: unknown) => log.warn('stations.not_passed_on', errorFields(error)))
  }
  function passOn(name: Name, payload: Payload): void {
    isPassingOn = true
    try {
      hub.emit(name, payload)
    } finally {
      isPassingOn = false
    }
  }

  /** SECURITY: whoever may connect to the database can send this: only what the contract allows goes on, and nothing but ids is believed. */
  async function take(name: string, said: unknown): Promise<void> {
    if (!isTold(name)) return
    await before[name]?.()
    if (name === 'visitors.signedIn') return takeVisit(said)
    const schema = payloads.get(name)
    const parsed = schema === undefined ? undefined : v.safeParse(schema, said)
    if (parsed?.success) passOn(name, parsed.output as Payload)
  }
  async function takeVisit(said: unknown): Promise<void> {
    const parsed = v.safeParse(Visited, said)
    if (!parsed.success) return
    const row = await database.read((tx) => readVisit(tx, parsed.output.visitId))
    if (row === undefined) return
    const { id: visitId, displayName, organization, host, method, stationName } = toVisit(row)
    passOn('visitors.signedIn', { visitId, displayName, organization, host, method, stationName })
  }

  /** Whatever may have changed is read again, by everybody who shows it. */
  async function catchUp(): Promise<void> {
    if (!isBehind || database.state() === 'away') return
    isBehind = false
    try {
      for (const read of Object.values(before)) await read()
      revision = await database.read(readRevision)
    } catch (error) {
      isBehind = true
      throw error
    }
    for (const name of Object.keys(reach) as Name[]) {
      // Who came meanwhile is on the lists; nobody is told that they come now.
      if (!isTold(name) || name === 'visitors.signedIn') continue
      passOn(name, everything(name))
    }
  }
  function everything(name: Name): Payload {
    if (name === 'presence.changed') return { revision }
    if (name === 'settings.changed') return { keys: [] }
    if (name === 'dutyLog.changed') return { date: operationalDate(clock.now(), unitTime()) }
    // Nobody’s: it is only said that musters are to be read again.
    if (name === 'muster.changed') return { musterId: '00000000-0000-4000-8000-000000000000' }
    return {}
  }

  const stop = [
    hub.onAny((name, payload) => {
      if (name === 'presence.changed') revision = Math.max(revision, (payload as SentinelEvents['presence.changed']).revision)
      if (isPassingOn) return
      // Who was refused is on the list of what happened, which is read again with presence.
      if (name === 'presence.scanned') return (payload as SentinelEvents['presence.scanned']).movementId === null ? stations.tell('presence.changed', { revision }) : undefined
      if (name === 'visitors.signedIn') return stations.tell(name, { visitId: (payload as SentinelEvents['visitors.signedIn']).visitId })
      if (isTold(name)) stations.tell(name, payload)
    }),
    stations.listen({
      onTold: (name, payload) => inTurn(() => take(name, payload)),
      onMissed() {
        isBehind = true
        inTurn(catchUp)
      },
    }),
    database.onStateChange((state) => void (state === 'ready' && inTurn(catchUp))),
  ]
  return async () => {
    for (const end of stop) end()
    await last
  }
}
