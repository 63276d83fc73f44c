/** The readers of this PC that an administrator has configured, kept in one setting. */
import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { StationId } from '../../../../shared/contract/fields.ts'
import { HidDevice, hidFamilies, PcscReader, serialProtocols, type ProfileOwner } from '../../../../shared/contract/readers.ts'
import { ReaderProfileSchema, type ReaderProfile } from '../../../../shared/domain/reader-profile.ts'
import type { Database, Tx } from '../../db/database.ts'
import { setting } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { ownerOf, ownSettings, readOwnSetting, writeOwnSetting } from '../settings/own-setting.ts'
import { requireStation } from '../stations/stations.ts'

/** How the keyboard readers of each station spell a card's number. */
const keyboardKey = 'readers.keyboard'

const base = {
  id: v.string(),
  name: v.string(),
  stationId: StationId,
  /** A profile that is no longer known costs the profile, not the reader. */
  profile: v.fallback(v.optional(ReaderProfileSchema), undefined),
}
const StoredReader = v.variant('kind', [
  // Those that were stored when there were no others have no kind.
  v.object({ kind: v.optional(v.literal('serial'), 'serial'), ...base, path: v.string(), protocol: v.picklist(serialProtocols), baudRate: v.number() }),
  v.object({ kind: v.literal('hid'), ...base, device: HidDevice, family: v.picklist(hidFamilies) }),
  v.object({ kind: v.literal('pcsc'), ...base, reader: PcscReader }),
])
export const StoredReaders = v.array(StoredReader)
export type StoredReader = v.InferOutput<typeof StoredReader>
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never
type NewReader = WithoutId<StoredReader>

/** What only one reader can have. */
function placeOf(reader: NewReader): string {
  if (reader.kind === 'serial') return reader.path
  return reader.kind === 'hid' ? reader.device : reader.reader
}

const KeyboardProfiles = v.record(v.string(), v.fallback(v.nullable(ReaderProfileSchema), null))

async function readKeyboards(tx: Tx): Promise<v.InferOutput<typeof KeyboardProfiles>> {
  const [row] = await tx.select({ value: setting.value }).from(setting).where(eq(setting.key, keyboardKey)).for('update')
  const parsed = v.safeParse(KeyboardProfiles, row?.value)
  return parsed.success ? parsed.output : {}
}

const writeKeyboards = (tx: Tx, value: v.InferOutput<typeof KeyboardProfiles>, updatedAt: Date) =>
  tx
    .insert(setting)
    .values({ key: keyboardKey, value, category: 'app_config', updatedAt })
    .onConflictDoUpdate({ target: setting.key, set: { value, updatedAt } })

/** @param ownStation code of this PC's own station: readers are plugged into a PC, and no other opens them */
export function createReaderSettings({ database, clock, ownStation }: { database: Database; clock: Clock; ownStation: string }) {
  const pc = ownerOf(database, ownStation)
  async function read(tx: Tx): Promise<StoredReader[]> {
    const parsed = v.safeParse(StoredReaders, await readOwnSetting(tx, ownSettings.readers, pc))
    return parsed.success ? parsed.output : []
  }
  const write = (tx: Tx, value: StoredReader[], at: Date) => writeOwnSetting(tx, ownSettings.readers, pc, { value, category: 'app_config', at })

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

    /** Of the keyboard readers, by station. */
    keyboardProfiles: async (): Promise<Map<string, ReaderProfile>> => {
      const stored = await database.transaction(readKeyboards)
      return new Map(Object.entries(stored).flatMap(([stationId, profile]) => (profile === null ? [] : [[stationId, profile] as const])))
    },

    /** null = what it sends is the number. Refuses `reader_unknown`, `station_off`. */
    setProfile: (owner: v.InferOutput<typeof ProfileOwner>, profile: ReaderProfile | null, actor: Actor): Promise<void> =>
      database.transaction(async (tx) => {
        const at = clock.now()
        if (owner.kind === 'reader') {
          const stored = await read(tx)
          const reader = stored.find(({ id }) => id === owner.readerId)
          if (reader === undefined) throw refuse('reader_unknown')
          await write(
            tx,
            stored.map((one) => (one === reader ? { ...one, profile: profile ?? undefined } : one)),
            at,
          )
          await writeAudit(tx, { at, actor, action: 'reader_profile', entityType: 'reader', entityId: reader.id, details: { name: reader.name, before: { profile: inWords(reader.profile) }, after: { profile: inWords(profile) } } })
          return
        }
        await requireStation(tx, owner.stationId, at)
        const stored = await readKeyboards(tx)
        await writeKeyboards(tx, { ...stored, [owner.stationId]: profile }, at)
        await writeAudit(tx, { at, actor, action: 'reader_profile', entityType: 'station', entityId: owner.stationId, details: { before: { profile: inWords(stored[owner.stationId]) }, after: { profile: inWords(profile) } } })
      }),
  }
}

/** For the audit: `hex, 32 bits, lsb, em4100`. */
const inWords = (profile: ReaderProfile | null | undefined): string | null => (profile == null ? null : [profile.digits, ...(profile.bits === null ? [] : [`${profile.bits} bits`]), profile.order, profile.card].join(', '))
