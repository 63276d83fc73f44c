/** A database's schema as statements that PostgreSQL 15 and newer understand, from its own catalogue: what pg_dump does, for what this schema is made of. */
import type { Ask } from './source.ts'

export interface TableFacts {
  /** In full and quoted: `public.movement`. */
  readonly name: string
  /** Quoted, in the table's order; those that the database reckons itself are left out. */
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

export interface Schema {
  /** Before the rows: schemas, functions, sequences, tables. */
  readonly before: readonly string[]
  readonly tables: readonly TableFacts[]
  /** After them: keys, checks, indexes, references, triggers. */
  readonly after: readonly string[]
  /** Where each sequence stands. */
  readonly sequences: readonly string[]
}

/** The catalogue holds something that would be left out without a word. */
export class NotTransferable extends Error {
  constructor(objects: readonly string[]) {
    super(`the database has objects that a transfer does not know: ${objects.join(', ')}`)
    this.name = 'NotTransferable'
  }
}

const ours = String.raw`(select oid from pg_namespace where nspname not like 'pg\_%' and nspname <> 'information_schema')`

const strangers = `
  select relkind::text || ' ' || oid::regclass as object from pg_class where relnamespace in ${ours} and relkind not in ('r', 'i', 'S', 'c')
  union all select 'type ' || format_type(oid, null) from pg_type where typnamespace in ${ours} and (typtype in ('e', 'd', 'r', 'm') or typtype = 'c' and exists (select from pg_class c where c.oid = typrelid and c.relkind = 'c'))
  union all select 'column ' || attrelid::regclass || '.' || attname from pg_attribute join pg_class c on c.oid = attrelid where relnamespace in ${ours} and attnum > 0 and not attisdropped and (attidentity <> '' or attgenerated not in ('', 's'))
  union all select 'heir ' || inhrelid::regclass from pg_inherits where inhrelid in (select oid from pg_class where relnamespace in ${ours})
  union all select 'policy ' || polname from pg_policy
  union all select 'resting trigger ' || tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'
  union all select 'routine ' || proname from pg_proc where pronamespace in ${ours} and prokind <> 'f'`

const schemas = `select 'create schema ' || quote_ident(nspname) as statement from pg_namespace where oid in ${ours} and nspname <> 'public' order by nspname`

const functions = `select pg_get_functiondef(oid) as statement from pg_proc where pronamespace in ${ours} order by proname, oid`

const sequenceList = `
  select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name,
    'create sequence ' || quote_ident(schemaname) || '.' || quote_ident(sequencename) || ' as ' || data_type || ' start with ' || start_value || ' increment by ' || increment_by
    || ' minvalue ' || min_value || ' maxvalue ' || max_value || ' cache ' || cache_size || case when cycle then ' cycle' else '' end as statement
  from pg_sequences where quote_ident(schemaname)::regnamespace in ${ours} order by 1`

const owners = `
  select 'alter sequence ' || s.oid::regclass || ' owned by ' || d.refobjid::regclass || '.' || quote_ident(a.attname) as statement
  from pg_class s join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'a' and d.refobjsubid > 0
    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  where s.relkind = 'S' and s.relnamespace in ${ours} order by 1`

const columns = `
  select c.oid::regclass::text as table, quote_ident(a.attname) as name, format_type(a.atttypid, a.atttypmod) as type, a.attgenerated <> '' as reckoned,
    quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attcollation <> t.typcollation then ' collate ' || a.attcollation::regcollation else '' end
    || case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored' when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
    || case when a.attnotnull then ' not null' else '' end as definition
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind = 'r' and c.relnamespace in ${ours} order by 1, a.attnum`

/** Keys before what refers to them. PostgreSQL 18 lists what may not be null here too: that stands with the columns. */
const constraints = `
  select 'alter table ' || conrelid::regclass || ' add constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) as statement
  from pg_constraint where connamespace in ${ours} and conrelid <> 0 and contype <> 'n' order by contype = 'f', conrelid::regclass::text, conname`

const indexes = `
  select pg_get_indexdef(indexrelid) as statement from pg_index join pg_class c on c.oid = indexrelid
  where c.relnamespace in ${ours} and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x')) order by 1`

const triggers = `
  select pg_get_triggerdef(t.oid) as statement from pg_trigger t join pg_class c on c.oid = tgrelid where c.relnamespace in ${ours} and not tgisinternal order by tgrelid::regclass::text, tgname`

/** Reads it, under plainText. Rejects with NotTransferable where it holds anything that is not written here. */
export async function readSchema(ask: Ask): Promise<Schema> {
  const unknown = await ask(strangers)
  if (unknown.length > 0) throw new NotTransferable(unknown.map(({ object }) => String(object)))
  const statements = async (query: string): Promise<string[]> => (await ask(query)).map(({ statement }) => String(statement))
  const found = await ask(sequenceList)
  const sequences: string[] = []
  for (const { name } of found) {
    const [at] = await ask(`select 'select pg_catalog.setval(' || quote_literal('${String(name).replaceAll("'", "''")}') || ', ' || last_value || ', ' || is_called || ')' as statement from ${String(name)}`)
    sequences.push(String(at?.['statement']))
  }
  const byTable = Map.groupBy(await ask(columns), ({ table }) => String(table))
  const creates = [...byTable].map(([name, list]) => `create table ${name} (\n  ${list.map(({ definition }) => String(definition)).join(',\n  ')}\n)`)
  return {
    before: [...(await statements(schemas)), ...(await statements(functions)), ...found.map(({ statement }) => String(statement)), ...creates, ...(await statements(owners))],
    tables: [...byTable].map(([name, list]) => ({ name, columns: list.filter(({ reckoned }) => reckoned !== true).map((column) => ({ name: String(column['name']), type: String(column['type']) })) })),
    after: [...(await statements(constraints)), ...(await statements(indexes)), ...(await statements(triggers))],
    sequences,
  }
}
