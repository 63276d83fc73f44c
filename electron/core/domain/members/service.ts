/** The members of the roll: who they are, and where they come from (domain.md 4.6, 4.7). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { members } from '../../../../shared/contract/members.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import type { Log } from '../../kit/log.ts'
import type { Actor } from '../audit/write.ts'
import { importRoll, type RollFileContents } from './import-roll.ts'
import { countMembers, readMemberPage } from './queries.ts'
import { planRoll, rollHash } from './roll-plan.ts'
import { toPreview } from './roll-preview.ts'
import { readInsideIds, readRollState } from './roll-queries.ts'
import { readTable } from './roll-table.ts'
import { decodeRoll } from './roll-text.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
}

export interface MembersService {
  /** One page of the roll, senior first; archived members are not on it. */
  list(input: InputOf<typeof members.list>): Promise<OutputOf<typeof members.list>>
  /** What an import of this file would do. Writes nothing. Refuses `roll_unreadable`, `roll_columns_missing`, `roll_empty`. */
  previewRoll(input: InputOf<typeof members.previewRoll>): Promise<OutputOf<typeof members.previewRoll>>
  /** Imports the file as previewed, in one act. Refuses what `importRoll` and `previewRoll` refuse. */
  importRoll(input: InputOf<typeof members.importRoll>, actor: Actor): Promise<OutputOf<typeof members.importRoll>>
}

export function createMembersService({ database, clock, hub, log }: Dependencies): MembersService {
  return {
    list: ({ search, limit, page }) =>
      database.read(async (tx) => {
        const total = await countMembers(tx, search)
        const rows = await readMemberPage(tx, { search, limit, page })
        return {
          members: rows.map(({ divisionCode, divisionName, badgeId, direction, ...row }) => ({
            ...row,
            division: divisionCode === null ? null : { code: divisionCode, name: divisionName ?? divisionCode },
            hasBadge: badgeId !== null,
            present: direction === 'in',
          })),
          total,
          page,
          limit,
          totalPages: Math.ceil(total / limit),
        }
      }),

    async previewRoll({ file }) {
      const contents = readFile(file.content)
      return database.read(async (tx) => {
        const state = await readRollState(tx, false)
        const inside = await readInsideIds(tx)
        return toPreview(planRoll(contents.table, state), contents.table, rollHash(contents.bytes, state), inside)
      })
    },

    async importRoll(input, actor) {
      const contents = readFile(input.file.content)
      const started = clock.monotonic()
      const { result, revision } = await database.transaction((tx) => importRoll(tx, contents, input, actor, clock.now()))
      log.info('roll.imported', { ...result, ms: Math.round(clock.monotonic() - started) })
      if (revision !== null) {
        hub.emit('members.changed', {})
        hub.emit('presence.changed', { revision })
      }
      return result
    },
  }
}

/** Decoded and parsed before any act begins: while an act runs, scans wait. */
function readFile(base64: string): RollFileContents {
  const bytes = Buffer.from(base64, 'base64')
  return { bytes, table: readTable(decodeRoll(bytes)) }
}
