/** A desk with an empty roll, for tests of imports. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import * as v from 'valibot'
import { roll as contract } from '../../../../../shared/contract/roll.ts'
import { searchNameOf } from '../../../../../shared/domain/names.ts'
import { defaultUnitTime } from '../../../../../shared/domain/operational-day.ts'
import { account, audit, badge, division, listItem, member, qualificationGrant, rank, revision, rollImport, rollImportChange } from '../../../db/schema/index.ts'
import { findAppRoot } from '../../../kit/app-root.ts'
import { newId } from '../../../kit/id.ts'
import { silentLog } from '../../../kit/log.ts'
import { Refusal } from '../../../kit/refusal.ts'
import type { Actor } from '../../audit/write.ts'
import { openRollDesk } from '../../members/testing/roll-desk.ts'
import { createRollService } from '../service.ts'

export const actor: Actor = { kind: 'admin', id: '00000000-0000-4000-8000-00000000000a', name: 'PO1 Boss, A', stationId: 'desk' }

/** Rows under the usual heading, as a file's text. */
export const csv = (...rows: string[]): string => ['SN,RANK,LAST NAME,FIRST NAME,DEPT,EMAIL', ...rows].join('\r\n')
export const upload = (content: string | Uint8Array, fileName = 'roll.csv') => ({ fileName, content: Buffer.from(content).toString('base64') })
export const fixtureBytes = (name: string): Buffer => readFileSync(join(findAppRoot(), 'test/fixtures/rolls', name))
/** A file of test/fixtures/rolls. */
export const fixture = (name: string) => upload(fixtureBytes(name), name)
export type File = ReturnType<typeof upload>

/** Code and details of the refusal that `act` ends with. */
export async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  const error: unknown = await act.then(
    () => 'no refusal',
    (thrown: unknown) => thrown,
  )
  return error instanceof Refusal ? [error.code, error.details] : error
}

type Choices = Omit<v.InferInput<typeof contract.preview.input>, 'file'>
export type ImportDesk = Awaited<ReturnType<typeof openImportDesk>>

export async function openImportDesk() {
  const desk = await openRollDesk()
  const { database, clock, hub } = desk
  const roll = createRollService({ database, clock, hub, log: silentLog, unitTime: () => defaultUnitTime })
  const preview = (file: File, choices: Choices = {}) => roll.preview(v.parse(contract.preview.input, { file, ...choices }))
  const importAs = (file: File, previewHash: string, choices: Choices = {}) => roll.import(v.parse(contract.import.input, { file, previewHash, ...choices }), actor)
  return {
    ...desk,
    roll,
    preview,
    importAs,
    /** Previews and imports at once. */
    execute: async (file: File, choices: Choices = {}) => importAs(file, (await preview(file, choices)).hash, choices),
    undoLast: async () => roll.undoLast({ importId: (await roll.lastImport()).import?.id ?? newId() }, actor),
    /** All that an import could leave behind, but the record of the import itself. */
    everything: () =>
      database.read(async (tx) => ({
        members: await tx.select().from(member).orderBy(asc(member.serviceNumber)),
        divisions: await tx.select().from(division).orderBy(asc(division.code)),
        listItems: await tx.select().from(listItem).orderBy(asc(listItem.listType), asc(listItem.code)),
        standing: (await tx.select().from(qualificationGrant).orderBy(asc(qualificationGrant.memberId), asc(qualificationGrant.typeId))).filter(({ revokedAt }) => revokedAt === null).map(({ memberId, typeId, source }) => ({ memberId, typeId, source })),
      })),
    record: () =>
      database.read(async (tx) => ({
        imports: await tx.select().from(rollImport).orderBy(asc(rollImport.seq)),
        changes: await tx.select().from(rollImportChange),
        audits: await tx.select().from(audit).orderBy(asc(audit.seq)),
        revision: await tx.select().from(revision).where(eq(revision.topic, 'presence')),
      })),
    /** Somebody who could sign in with every right. */
    makeAdministrator: (memberId: string) =>
      database.transaction(async (tx) => {
        const dates = { createdAt: clock.now(), updatedAt: clock.now() }
        await tx.insert(account).values({ memberId, level: 5, pinHash: 'x', ...dates })
        await tx.insert(badge).values({ id: newId(), serial: 'AA000001', status: 'active', memberId, ...dates })
      }),
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
  }
}
