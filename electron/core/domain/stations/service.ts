/** The stations as an administrator keeps them (domain.md 3.5, 5.7 “remote systems”; screens.md W-14: one Sentinel, one station). */
import { eq, sql } from 'drizzle-orm'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { stations } from '../../../../shared/contract/stations.ts'
import { namesOfStation, systemStation } from '../../../../shared/domain/station-name.ts'
import type { Database, Tx } from '../../db/database.ts'
import { station } from '../../db/schema/index.ts'
import { changesOf, isWholeList, tidyLine } from '../../kit/changes.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { isReferredTo, lockStation, readStations } from './queries.ts'
import { ensureStation, isNameTaken, nextPlace } from './stations.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  /** The station that this Sentinel runs at. */
  readonly ownId: string
  /** Names of the readers that are set up at a station, at this moment. */
  readonly readersAt: (id: string) => readonly string[]
}

type Contract = typeof stations
type Row = Awaited<ReturnType<typeof readStations>>[number]

const readNames = (tx: Tx) => tx.select({ id: station.id, name: station.name }).from(station)

const wordsOf = ({ name, nameFr, description }: Omit<InputOf<Contract['create']>, 'id'>) => ({ name: tidyLine(name) ?? name, nameFr: tidyLine(nameFr ?? ''), description: tidyLine(description ?? '') })

export function createStationsService({ database, clock, hub, ownId, readersAt }: Dependencies) {
  let names: ReadonlyMap<string, string> = new Map()
  const remember = (rows: readonly Pick<Row, 'id' | 'name'>[]): void => void (names = new Map(rows.map(({ id, name }) => [id, name])))

  /** One act: run, remember the names of then, and tell every window after the commit. `run` answers false when nothing differs. */
  async function act(run: (tx: Tx, at: Date) => Promise<boolean | void>): Promise<void> {
    const rows = await database.transaction(async (tx) => {
      // Other acts on stations wait, so that what is asked before writing still holds; scans at known stations go on.
      await tx.execute(sql`lock table ${station} in share row exclusive mode`)
      return (await run(tx, clock.now())) === false ? null : readNames(tx)
    })
    if (rows === null) return
    remember(rows)
    hub.emit('stations.changed', {})
  }

  const audit = (tx: Tx, actor: Actor, verb: 'create' | 'update' | 'reorder' | 'switch_on' | 'switch_off' | 'delete', entityId: string | null, details: Record<string, unknown>, at: Date) => writeAudit(tx, { at, actor, action: `station_${verb}`, entityType: 'station', entityId, details })

  async function lock(tx: Tx, id: string, purpose: 'change' | 'delete' = 'change') {
    const row = await lockStation(tx, id, purpose)
    if (row === undefined) throw refuse('station_unknown', { id })
    return row
  }

  /** What is still used cannot be taken away. */
  function refuseInUse({ id, name }: Pick<Row, 'id' | 'name'>): void {
    if (id === ownId) throw refuse('station_is_this_desk', { name })
    const readers = readersAt(id)
    if (readers.length > 0) throw refuse('station_has_readers', { name, readers: readers.join(', ') })
  }

  return {
    /** Call it before anything is scanned: this desk’s station, and those that readers were given for, stand on the list from the start. */
    start: (given: readonly string[]) =>
      database.transaction(async (tx) => {
        for (const id of new Set([ownId, ...given])) await ensureStation(tx, id, clock.now())
        remember(await readNames(tx))
      }),

    /** From memory: it answers while the database does not. */
    nameOf: (id: string): string => names.get(id) ?? namesOfStation(id).name,

    async list() {
      const rows = await database.read(readStations)
      return rows.map((row) => ({ ...row, isThisDesk: row.id === ownId, lastScanAt: row.lastScanAt === null ? null : new Date(row.lastScanAt).toISOString() }))
    },

    /** Refuses `station_code_taken`, `station_name_taken`. */
    create: ({ id, ...given }: InputOf<Contract['create']>, actor: Actor): Promise<void> =>
      act(async (tx, at) => {
        const words = wordsOf(given)
        if (id === systemStation) throw refuse('station_code_taken', { id })
        if (await isNameTaken(tx, words.name, id)) throw refuse('station_name_taken', { name: words.name })
        const added = await tx.insert(station).values({ id, ...words, displayOrder: await nextPlace(tx), createdAt: at, updatedAt: at }).onConflictDoNothing().returning({ id: station.id })
        if (added.length === 0) throw refuse('station_code_taken', { id })
        await audit(tx, actor, 'create', id, { name: words.name, after: words }, at)
      }),

    /** Refuses `station_unknown`, `station_name_taken`. */
    update: ({ id, ...given }: InputOf<Contract['update']>, actor: Actor): Promise<void> =>
      act(async (tx, at) => {
        const row = await lock(tx, id)
        const changes = changesOf(row, wordsOf(given))
        if (changes === null) return false
        const { before, after } = changes
        if (typeof after['name'] === 'string' && (await isNameTaken(tx, after['name'], id))) throw refuse('station_name_taken', { name: after['name'] })
        await tx.update(station).set({ ...after, updatedAt: at }).where(eq(station.id, id))
        await audit(tx, actor, 'update', id, { name: row.name, before, after }, at)
      }),

    /** Refuses `station_list_changed` when the codes are not all of them, each once. */
    reorder: ({ ids }: InputOf<Contract['reorder']>, actor: Actor): Promise<void> =>
      act(async (tx, at) => {
        const before = (await readStations(tx)).map(({ id }) => id)
        if (!isWholeList(before, ids)) throw refuse('station_list_changed')
        if (before.every((id, index) => id === ids[index])) return false
        await tx.execute(sql`update ${station} set display_order = place.at from json_to_recordset(${JSON.stringify(ids.map((id, index) => ({ id, at: index + 1 })))}::json) as place(id text, at int) where ${station.id} = place.id`)
        await audit(tx, actor, 'reorder', null, { before, after: ids }, at)
      }),

    /** Refuses `station_unknown`, and for switching off `station_is_this_desk` and `station_has_readers`. */
    setActive: ({ id, active }: InputOf<Contract['setActive']>, actor: Actor): Promise<void> =>
      act(async (tx, at) => {
        const row = await lock(tx, id)
        if (row.isActive === active) return false
        if (!active) refuseInUse(row)
        await tx.update(station).set({ isActive: active, updatedAt: at }).where(eq(station.id, id))
        await audit(tx, actor, active ? 'switch_on' : 'switch_off', id, { name: row.name }, at)
      }),

    /** Refuses `station_unknown`, `station_is_this_desk`, `station_has_readers`, `station_has_history`. */
    remove: ({ id }: InputOf<Contract['remove']>, actor: Actor): Promise<void> =>
      act(async (tx, at) => {
        const row = await lock(tx, id, 'delete')
        refuseInUse(row)
        if (await isReferredTo(tx, id)) throw refuse('station_has_history', { name: row.name })
        await tx.delete(station).where(eq(station.id, id))
        const { createdAt: _created, updatedAt: _updated, ...before } = row
        await audit(tx, actor, 'delete', id, { name: row.name, before }, at)
      }),
  }
}

export type StationsService = ReturnType<typeof createStationsService>
