/** The readers that an administrator has configured, kept in one setting. */
import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { StationId } from '../../../../shared/contract/fields.ts'
import { HidDevice, hidFamilies, PcscReader, serialProtocols } from '../../../../shared/contract/readers.ts'
import type { Database, Tx } from '../../db/database.ts'
import { setting } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { requireStation } from '../stations/stations.ts'

/** Of the time when there were serial readers only; those that were stored then have no kind. */
const key = 'readers.serial'

const base = { id: v.string(), name: v.string(), stationId: StationId }
const StoredReader = v.variant('kind', [
  v.object({ kind: v.optional(v.literal('serial'), 'serial'), ...base, path: v.string(), protocol: v.picklist(serialProtocols), baudRate: v.number() }),
  v.object({ kind: v.literal('hid'), ...base, device: HidDevice, family: v.picklist(hidFamilies) }),
  v.object({ kind: v.literal('pcsc'), ...base, reader: PcscReader }),
])
const StoredReaders = v.array(StoredReader)
export type StoredReader = v.InferOutput<typeof StoredReader>
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never
type NewReader = WithoutId<StoredReader>

/** What only one reader can have. */
function placeOf(reader: NewReader): string {
  if (reader.kind === 'serial') return reader.path
  return reader.kind === 'hid' ? reader.device : reader.reader
}

async function read(tx: Tx): Promise<StoredReader[]> {
  const [row] = await tx.select({ value: setting.value }).from(setting).where(eq(setting.key, key)).for('update')
  const parsed = v.safeParse(StoredReaders, row?.value ?? [])
  return parsed.success ? parsed.output : []
}

const write = (tx: Tx, value: StoredReader[], updatedAt: Date) =>
  tx
    .insert(setting)
    .values({ key, value, category: 'app_config', updatedAt })
    .onConflictDoUpdate({ target: setting.key, set: { value, updatedAt } })

export function createReaderSettings({ database, clock }: { database: Database; clock: Clock }) {
  return {
    list: (): Promise<StoredReader[]> => database.transaction(read),

    /** Refuses `reader_exists` when the port or device is taken already, and `station_off`. */
    add: (wanted: NewReader, actor: Actor): Promise<StoredReader> =>
      database.transaction(async (tx) => {
        const stored = await read(tx)
        if (stored.some((reader) => placeOf(reader) === placeOf(wanted))) throw refuse('reader_exists', { path: placeOf(wanted) })
        const reader = { ...wanted, id: newId() }
        const at = clock.now()
        await requireStation(tx, reader.stationId, at)
        await write(tx, [...stored, reader], at)
        await writeAudit(tx, { at, actor, action: 'reader_add', entityType: 'reader', entityId: reader.id, details: { name: wanted.name, after: wanted } })
        return reader
      }),

    /** Refuses `reader_unknown`. */
    remove: (id: string, actor: Actor): Promise<void> =>
      database.transaction(async (tx) => {
        const stored = await read(tx)
        const gone = stored.find((reader) => reader.id === id)
        if (gone === undefined) throw refuse('reader_unknown')
        const { id: _id, ...before } = gone
        const at = clock.now()
        await write(
          tx,
          stored.filter((reader) => reader.id !== id),
          at,
        )
        await writeAudit(tx, { at, actor, action: 'reader_remove', entityType: 'reader', entityId: id, details: { name: gone.name, before } })
      }),
  }
}
