/**
 * What a station last knew: whose badge is whose, and who was inside (domain.md 4.4 ▶ 8). On the disk, so that it is there after a
 * restart; badges as salted sums, and of people only what a card at the door shows.
 */
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { ScanPerson } from '../../../../shared/contract/presence.ts'
import { shortenedSerial } from '../../../../shared/domain/badge-serial.ts'
import { operationalDate, operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { badge, badgeStatus, division, member, memberPresence, memberStatus, rank } from '../../db/schema/index.ts'
import { writeWhole } from '../../db/sync-files.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { toPerson } from '../presence/outcome.ts'
import { personColumns } from '../presence/queries.ts'
import { keptBounceMs } from './derive.ts'
import type { KeptScan } from './queue-lines.ts'

const fileName = 'picture.json'

const Known = v.object({
  person: v.nullable(ScanPerson),
  /** The door takes this badge, and its holder. */
  isAdmitted: v.boolean(),
  direction: v.nullable(v.picklist(['in', 'out'])),
  /** Of their latest movement, and where it was. */
  at: v.nullable(v.string()),
  stationId: v.nullable(v.string()),
})
type Known = v.InferOutput<typeof Known>
const Picture = v.object({
  salt: v.string(),
  takenAt: v.string(),
  badges: v.record(v.string(), Known),
  /** The badge that a shortened number means, where it can mean one alone (hardware.md 3.1). */
  shortened: v.optional(v.record(v.string(), v.string()), {}),
})

export interface Foretold {
  readonly predicted: KeptScan['predicted']
  readonly person: v.InferOutput<typeof ScanPerson> | null
}

/** @param folder null = kept in memory alone */
export function createPicture({ folder, log, unitTime }: { folder: string | null; log: Log; unitTime: () => UnitTime }) {
  let picture = read()
  let savedAt: string | undefined

  function read(): v.InferOutput<typeof Picture> {
    const none = { salt: randomBytes(16).toString('hex'), takenAt: new Date(0).toISOString(), badges: {}, shortened: {} }
    if (folder === null) return none
    try {
      return v.parse(Picture, JSON.parse(readFileSync(join(folder, fileName), 'utf8')))
    } catch (error) {
      // Without it the station keeps every scan all the same, and greets nobody.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) log.error('offline.picture_unreadable', errorFields(error))
      return none
    }
  }
  const keyOf = (serial: string): string => createHash('sha256').update(picture.salt).update(serial).digest('base64url').slice(0, 22)
  /** Of the badge that a reader reads as `serial`: whole, or shortened, whichever the badge is kept under. */
  function badgeKeyOf(serial: string): string {
    const short = shortenedSerial(serial)
    if (short === undefined || picture.badges[keyOf(serial)] !== undefined) return keyOf(serial)
    return (short === serial ? picture.shortened[keyOf(short)] : undefined) ?? keyOf(short)
  }

  function shortenedOf(serials: readonly string[]): Record<string, string> {
    const meant = Map.groupBy(serials.filter((serial) => shortenedSerial(serial) !== undefined), (serial) => shortenedSerial(serial) ?? serial)
    return Object.fromEntries([...meant].flatMap(([short, [one, another]]) => (one === undefined || another !== undefined ? [] : [[keyOf(short), keyOf(one)]])))
  }

  return {
    /** As the record stands at this moment. */
    async refresh(tx: Tx, now: Date): Promise<void> {
      const rows = await readKnown(tx)
      picture = { salt: picture.salt, takenAt: now.toISOString(), badges: Object.fromEntries(rows.map(({ serial, ...known }) => [keyOf(serial), known])), shortened: shortenedOf(rows.map(({ serial }) => serial)) }
    },
    /** Writes it down where it changed; a station goes on without it. */
    save(): void {
      if (folder === null || savedAt === picture.takenAt) return
      try {
        writeWhole(join(folder, fileName), JSON.stringify(picture))
        savedAt = picture.takenAt
      } catch (error) {
        log.error('offline.picture_not_written', errorFields(error))
      }
    },
    takenAt: () => new Date(picture.takenAt),
    size: () => Object.keys(picture.badges).length,

    /** What a person is told at the door. */
    foretell(serial: string, stationId: string, now: Date): Foretold {
      const known = picture.badges[badgeKeyOf(serial)]
      if (known === undefined) return { predicted: { outcome: 'kept_unknown', direction: null, memberId: null }, person: null }
      const { person, isAdmitted, direction, at } = known
      // Whose a badge was that must not be used is nobody's business at the door.
      if (!isAdmitted || person === null) return { predicted: { outcome: 'kept_refused', direction: null, memberId: person?.id ?? null }, person: null }
      const memberId = person.id
      if (direction !== null && at !== null && known.stationId === stationId && Math.abs(now.getTime() - new Date(at).getTime()) < keptBounceMs) return { predicted: { outcome: 'kept_again', direction, memberId }, person }
      // Whoever was inside when the day turned over has been signed out by it.
      const isInside = direction === 'in' && at !== null && new Date(at) >= operationalDayWindow(operationalDate(now, unitTime()), unitTime()).start
      return { predicted: { outcome: isInside ? 'kept_out' : 'kept_in', direction: isInside ? 'out' : 'in', memberId }, person }
    },
    personOf: (serial: string): Foretold['person'] => {
      const known = picture.badges[badgeKeyOf(serial)]
      return known?.isAdmitted === true ? known.person : null
    },
    /** A scan was kept: whoever moved is there, or gone, for the next. */
    note({ serial, stationId, at, predicted }: Pick<KeptScan, 'serial' | 'stationId' | 'at' | 'predicted'>): void {
      const known = picture.badges[badgeKeyOf(serial)]
      if (known === undefined || (predicted.outcome !== 'kept_in' && predicted.outcome !== 'kept_out')) return
      picture.badges[badgeKeyOf(serial)] = { ...known, direction: predicted.direction, at, stationId }
    },
  }
}

export type StationPicture = ReturnType<typeof createPicture>

/** Passes and badges of events are not in it: who has them is asked of the record. */
async function readKnown(tx: Tx): Promise<(Known & { serial: string })[]> {
  const rows = await tx
    .select({
      serial: badge.serial,
      isUsable: badgeStatus.isUsable,
      ...personColumns,
      admission: memberStatus.admission,
      direction: memberPresence.direction,
      at: memberPresence.at,
      stationId: memberPresence.stationId,
    })
    .from(badge)
    .innerJoin(badgeStatus, eq(badgeStatus.code, badge.status))
    .leftJoin(member, eq(member.id, badge.memberId))
    .leftJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(memberStatus, eq(memberStatus.code, member.status))
    .leftJoin(division, eq(division.id, member.divisionId))
    .leftJoin(memberPresence, eq(memberPresence.memberId, member.id))
    .where(eq(badge.kind, 'member'))
  return rows.map(({ serial, isUsable, admission, direction, at, stationId, ...person }) => ({
    serial,
    person: toPerson(person),
    isAdmitted: isUsable && admission !== null && admission !== 'refuse',
    direction,
    at: at?.toISOString() ?? null,
    stationId,
  }))
}
