/** A desk with an empty roll, for tests of members. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { parse } from 'valibot'
import { members as contract } from '../../../../../shared/contract/members.ts'
import type { SentinelEvents } from '../../../../../shared/contract/index.ts'
import { searchNameOf } from '../../../../../shared/domain/names.ts'
import { audit, division, member, memberPresence, movement, rank, revision, station } from '../../../db/schema/index.ts'
import { createTestDatabase } from '../../../db/testing/test-database.ts'
import { findAppRoot } from '../../../kit/app-root.ts'
import { createFakeClock } from '../../../kit/clock.ts'
import { createHub } from '../../../kit/hub.ts'
import { newId } from '../../../kit/id.ts'
import { silentLog } from '../../../kit/log.ts'
import { Refusal } from '../../../kit/refusal.ts'
import type { Actor } from '../../audit/write.ts'
import { createMembersService, type MembersService } from '../service.ts'

export const actor: Actor = { kind: 'device', id: 'desk', name: 'desk front-door' }

/** Rows under the usual heading, as a file's text. */
export const csv = (...rows: string[]): string => ['SN,RANK,LAST NAME,FIRST NAME,DEPT,EMAIL', ...rows].join('\r\n')
export const upload = (content: string | Uint8Array, fileName = 'roll.csv') => ({ fileName, content: Buffer.from(content).toString('base64') })
/** A file of test/fixtures/rolls. */
export const fixture = (name: string) => upload(readFileSync(join(findAppRoot(), 'test/fixtures/rolls', name)), name)
export type File = ReturnType<typeof upload>

/** Code and details of the refusal that `act` ends with. */
export async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  const error: unknown = await act.then(
    () => 'no refusal',
    (thrown: unknown) => thrown,
  )
  return error instanceof Refusal ? [error.code, error.details] : error
}

export type RollDesk = Awaited<ReturnType<typeof openRollDesk>>

export async function openRollDesk() {
  const database = await createTestDatabase()
  const clock = createFakeClock('2026-11-23T18:00:00.000Z')
  const hub = createHub<SentinelEvents>(silentLog)
  const events: string[] = []
  hub.onAny((name, payload) => events.push(name === 'presence.changed' ? `${name} ${JSON.stringify(payload)}` : name))
  const members: MembersService = createMembersService({ database, clock, hub, log: silentLog })
  const preview = (file: File) => members.previewRoll({ file })
  const list = (search = '', page = 1, limit = 50) => members.list(parse(contract.list.input, { search, page, limit }))

  return {
    database,
    clock,
    events,
    members,
    preview,
    list,
    /** Previews and imports at once. */
    execute: async (file: File, options: Partial<Parameters<MembersService['importRoll']>[0]> = {}) =>
      members.importRoll({ file, previewHash: (await preview(file)).hash, excludeRows: [], createDivisions: true, deactivateIds: [], ...options }, actor),
    names: async (search = ''): Promise<string[]> => (await list(search)).members.map(({ displayName }) => displayName),
    /** All that an import could leave behind. */
    everything: () =>
      database.read(async (tx) => ({
        members: await tx.select().from(member).orderBy(asc(member.serviceNumber)),
        divisions: await tx.select().from(division).orderBy(asc(division.code)),
        audits: await tx.select().from(audit).orderBy(asc(audit.seq)),
        revision: await tx.select().from(revision),
      })),
    async byNumber(serviceNumber: string) {
      const [row] = await database.read((tx) => tx.select().from(member).where(eq(member.serviceNumber, serviceNumber)))
      if (row === undefined) throw new Error(`nobody has ${serviceNumber}`)
      return row
    },
    async addCivilian(serviceNumber: string): Promise<string> {
      const id = newId()
      const at = clock.now()
      const name = { lastName: 'Okafor', firstName: 'Ada' }
      await database.transaction(async (tx) => {
        const [civ] = await tx.select().from(rank).where(eq(rank.code, 'CIV'))
        const columns = { ...name, displayName: 'CIV Okafor, A', searchName: searchNameOf(name), memberType: 'civilian_staff', status: 'active', source: 'civilian_manual' } as const
        await tx.insert(member).values({ ...columns, id, serviceNumber, rankId: civ?.id ?? '', createdAt: at, updatedAt: at })
      })
      return id
    },
    async comeIn(memberId: string): Promise<void> {
      const at = clock.now()
      const movementId = newId()
      await database.transaction(async (tx) => {
        await tx.insert(station).values({ id: 'front-door', name: 'Front door', createdAt: at }).onConflictDoNothing()
        await tx.insert(movement).values({ id: movementId, memberId, direction: 'in', at, recordedAt: at, stationId: 'front-door', method: 'badge' })
        await tx.insert(memberPresence).values({ memberId, direction: 'in', at, recordedAt: at, movementId, stationId: 'front-door' })
      })
    },
  }
}
