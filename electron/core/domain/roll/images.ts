/** What stood in a member's row before an import and after it, so that the import can be undone (domain.md 4.7 ▶). */
import { and, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { member, rollImport, rollImportChange } from '../../db/schema/index.ts'
import { importedKeys, setFrom } from './queries.ts'

type Kind = (typeof rollImportChange.$inferInsert)['kind']

/** What a finished import remembers of itself. */
export interface ImportSummary {
  readonly added: number
  readonly updated: number
  readonly deactivated: number
  readonly divisionsCreated: number
  readonly divisionIds: readonly string[]
  readonly listItemIds: readonly string[]
}

const idsIn = (ids: readonly string[]) => sql`select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)`

/** Call it before the rows are written; for those who were added, when all is written. */
export const keepBefore = (tx: Tx, importId: string, kind: Kind, ids: readonly string[]) =>
  tx.execute(sql`
    insert into ${rollImportChange} (import_id, member_id, kind, before, after)
    select ${importId}::uuid, id, ${kind}, ${kind === 'added' ? sql`null::jsonb` : sql`to_jsonb(member)`}, to_jsonb(member)
    from member where id in (${idsIn(ids)})`)

/** Call it when all is written, and before the added ones are kept. */
export const keepAfter = (tx: Tx, importId: string) =>
  tx.execute(sql`update ${rollImportChange} set after = to_jsonb(member) from member where import_id = ${importId}::uuid and member.id = member_id`)

/** The newest import that stands. */
export async function readLatestImport(tx: Tx) {
  const [row] = await tx.select().from(rollImport).where(isNull(rollImport.undoneAt)).orderBy(desc(rollImport.seq)).limit(1)
  return row === undefined ? undefined : { ...row, summary: row.summary as ImportSummary }
}

export const markUndone = (tx: Tx, importId: string, undoneAt: Date, undoneBy: string) => tx.update(rollImport).set({ undoneAt, undoneBy }).where(eq(rollImport.id, importId))

type Member = typeof member.$inferSelect
/** A row as PostgreSQL writes it as JSON: texts and civil dates, by the columns' own names. */
type Columns = Readonly<Record<string, unknown>>

const nameOf = (key: (typeof importedKeys)[number]): string => getTableColumns(member)[key].name
const imported = JSON.stringify(importedKeys.map(nameOf))

/** Names of those who differ, in what an import writes, from what this one left; they are locked. */
export async function readChangedSince(tx: Tx, importId: string): Promise<string[]> {
  // `offset 0` keeps the row from being turned into JSON again for every column.
  const { rows } = (await tx.execute(sql`
    select member.display_name as name
    from ${rollImportChange} as change
    join member on member.id = change.member_id
    cross join lateral (select to_jsonb(member) as image offset 0) as present
    where change.import_id = ${importId}::uuid
      and exists (select 1 from jsonb_array_elements_text(${imported}::jsonb) as imported(name) where present.image -> imported.name is distinct from change.after -> imported.name)
    order by member.search_name, member.id
    for update of member`)) as unknown as { rows: { name: string }[] }
  return rows.map(({ name }) => name)
}

interface Image {
  readonly memberId: string
  readonly name: string
  readonly serviceNumber: string
  /** Null = was added. */
  readonly before: Partial<Member> | null
  readonly after: Partial<Member>
}

/** Of each member the columns that the import changed; of one who was added, all of them. */
export async function readImages(tx: Tx, importId: string): Promise<Image[]> {
  const rows = await tx
    .select({ memberId: rollImportChange.memberId, name: member.displayName, serviceNumber: member.serviceNumber, before: rollImportChange.before, after: rollImportChange.after })
    .from(rollImportChange)
    .innerJoin(member, eq(member.id, rollImportChange.memberId))
    .where(eq(rollImportChange.importId, importId))
    .orderBy(member.searchName, member.id)
  return rows.map(({ before, after, ...row }) => {
    const was = before as Columns | null
    const is = after as Columns
    const keys = importedKeys.filter((key) => (was === null ? is[nameOf(key)] !== null : was[nameOf(key)] !== is[nameOf(key)]))
    const pick = (image: Columns): Partial<Member> => Object.fromEntries(keys.map((key) => [key, image[nameOf(key)]]))
    return { ...row, before: was === null ? null : pick(was), after: pick(is) }
  })
}

export const readIds = async (tx: Tx, importId: string, kind: Kind): Promise<string[]> =>
  (await tx.select({ id: rollImportChange.memberId }).from(rollImportChange).where(and(eq(rollImportChange.importId, importId), eq(rollImportChange.kind, kind)))).map(({ id }) => id)

/** Puts every column of the import back to what it was. @returns how many members */
export async function restoreBefore(tx: Tx, importId: string): Promise<number> {
  const rows = await tx
    .select({ id: rollImportChange.memberId })
    .from(rollImportChange)
    .where(and(eq(rollImportChange.importId, importId), sql`${rollImportChange.kind} <> 'added'`))
  await tx.execute(sql`
    update member set ${setFrom('kept')}
    from (select (jsonb_populate_record(null::member, before)).* from ${rollImportChange} where import_id = ${importId}::uuid and kind <> 'added') as kept
    where member.id = kept.id`)
  return rows.length
}
