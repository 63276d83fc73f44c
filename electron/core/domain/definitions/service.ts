/** The lists that an administrator keeps (domain.md 3.3, 4.21). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { definitions } from '../../../../shared/contract/definitions.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import type { Actor } from '../audit/write.ts'
import { changeItem, createItem, orderItems, removeItem, type Act } from './edit.ts'
import { readRankComparison, readRankStatistics } from './ranks.ts'
import { readDefinitions } from './read.ts'
import { readUsage } from './usage.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
}

type Contract = typeof definitions

export interface DefinitionsService {
  /** Every list, each in its own order. */
  read(): Promise<OutputOf<Contract['read']>>
  /** Adds an item at the end of its list. Refuses what `createItem` refuses. */
  create(input: InputOf<Contract['create']>, actor: Actor): Promise<OutputOf<Contract['create']>>
  /** Changes an item. Refuses what `changeItem` refuses. */
  update(input: InputOf<Contract['update']>, actor: Actor): Promise<OutputOf<Contract['update']>>
  /** Deletes an item that nobody carries. Refuses what `removeItem` refuses. */
  remove(input: InputOf<Contract['remove']>, actor: Actor): Promise<OutputOf<Contract['remove']>>
  /** Puts a list into this order. Refuses `definition_list_changed`. */
  reorder(input: InputOf<Contract['reorder']>, actor: Actor): Promise<OutputOf<Contract['reorder']>>
  /** How many records carry each item of a list, now. */
  usage(input: InputOf<Contract['usage']>): Promise<OutputOf<Contract['usage']>>
  rankStatistics(): Promise<OutputOf<Contract['rankStatistics']>>
  /** Refuses `rank_unknown`. */
  compareRanks(input: InputOf<Contract['compareRanks']>): Promise<OutputOf<Contract['compareRanks']>>
}

export function createDefinitionsService({ database, clock, hub }: Dependencies): DefinitionsService {
  const transact = <T>(actor: Actor, run: (act: Act) => Promise<T>): Promise<T> => database.transaction((tx: Tx) => run({ tx, actor, at: clock.now() }))
  const tell = (): void => hub.emit('definitions.changed', {})
  return {
    read: () => database.read(readDefinitions),

    async create(input, actor) {
      const key = await transact(actor, (act) => createItem(act, input))
      tell()
      return { key }
    },

    async update(input, actor) {
      const consequences = await transact(actor, (act) => changeItem(act, input))
      if (consequences === null) return {}
      tell()
      if (consequences.members) hub.emit('members.changed', {})
      if (consequences.revision !== null) hub.emit('presence.changed', { revision: consequences.revision })
      return {}
    },

    async remove(input, actor) {
      await transact(actor, (act) => removeItem(act, input))
      tell()
      return {}
    },

    async reorder(input, actor) {
      if (await transact(actor, (act) => orderItems(act, input))) tell()
      return {}
    },

    usage: ({ list }) => database.read(async (tx) => ({ usage: await readUsage(tx, list, clock.now()) })),
    rankStatistics: () => database.read(readRankStatistics),
    compareRanks: ({ first, second }) => database.read((tx) => readRankComparison(tx, first, second)),
  }
}
