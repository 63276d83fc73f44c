/** Who still needs a row, asked of the database itself: a feature that is added later is heard without knowing of the roll. */
import { sql, type SQL } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'

interface Reference {
  readonly table: string
  readonly column: string
}

/** Every column of the database that points at `id` of this table. */
async function readReferences(tx: Tx, target: 'member' | 'division'): Promise<Reference[]> {
  const { rows } = (await tx.execute(sql`
    select source.relname as "table", attribute.attname as "column"
    from pg_constraint as link
    join pg_class as source on source.oid = link.conrelid
    cross join unnest(link.conkey, link.confkey) as pair(own, theirs)
    join pg_attribute as attribute on attribute.attrelid = link.conrelid and attribute.attnum = pair.own
    join pg_attribute as pointed on pointed.attrelid = link.confrelid and pointed.attnum = pair.theirs
    where link.contype = 'f' and link.confrelid = ${target}::regclass and pointed.attname = 'id'
    order by 1, 2`)) as unknown as { rows: Reference[] }
  return rows
}

/** What an import makes of its own, and takes away with it. */
const ownRows: Readonly<Record<string, SQL>> = {
  roll_import_change: sql`false`,
  qualification_grant: sql`source <> 'automatic'`,
}

/** Those of the ids that any other row points at. */
export async function readReferenced(tx: Tx, target: 'member' | 'division', ids: readonly string[]): Promise<string[]> {
  const references = await readReferences(tx, target)
  const wanted = sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`
  const parts = references.map(({ table, column }) => sql`select ${sql.identifier(column)} as id from ${sql.identifier(table)} where ${sql.identifier(column)} in ${wanted} and ${ownRows[table] ?? sql`true`}`)
  const { rows } = (await tx.execute(sql.join(parts, sql` union `))) as unknown as { rows: { id: string }[] }
  return rows.map(({ id }) => id)
}
