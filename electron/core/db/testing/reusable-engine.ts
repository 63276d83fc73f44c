/** One engine for many tests: put back to its seed in a fraction of the time in which another is made. */
import type { PGlite } from '@electric-sql/pglite'

/** Tables whose rows take longer to delete than a table takes to be made anew. */
const largeBytes = 1_000_000

/** What a test must leave as it was, besides the rows: an engine with another schema is thrown away. */
export const schemaQuery = `select (select count(*) from pg_class) || '/' || (select count(*) from pg_proc) || '/' || (select count(*) from pg_trigger) || '/' || (select count(*) from pg_constraint) || '/' || (select count(*) from pg_attribute) as shape`

/**
 * Puts every table and sequence of `public` back to what it held when the engine was made reusable. Triggers and foreign keys rest
 * meanwhile, which only a superuser may have: the function runs as whoever made it.
 */
export const makeReusable = `
create schema seed;
create table seed.sequences as select schemaname, sequencename, last_value from pg_sequences where schemaname in ('public');
create table seed.tables as
  select c.oid, quote_ident(c.relname) as name,
    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace;
do $$ declare t record; begin
  for t in select * from seed.tables loop execute format('create table seed.%s as select %s from public.%s', 'of_' || t.oid, t.columns, t.name); end loop;
end $$;
create function seed.restore() returns void language plpgsql security definer set search_path = public as $$
declare t record; has_rows boolean;
begin
  set local session_replication_role = replica;
  for t in select * from seed.tables loop
    if pg_relation_size(t.oid) > ${largeBytes} then execute format('truncate public.%s cascade', t.name);
    else
      execute format('select exists (select from public.%s)', t.name) into has_rows;
      if has_rows then execute format('delete from public.%s', t.name); end if;
    end if;
  end loop;
  for t in select * from seed.tables loop
    execute format('select exists (select from seed.of_%s)', t.oid) into has_rows;
    if has_rows then execute format('insert into public.%s (%s) overriding system value select %s from seed.of_%s', t.name, t.columns, t.columns, t.oid); end if;
  end loop;
  for t in select * from seed.sequences loop perform setval(format('%I.%I', t.schemaname, t.sequencename), coalesce(t.last_value, 1), t.last_value is not null); end loop;
end $$;`

export interface ReusableEngine {
  readonly engine: PGlite
  /** Puts it back to its seed. False when it cannot be used any more. */
  restore(): Promise<boolean>
}

export async function reusable(engine: PGlite): Promise<ReusableEngine> {
  await engine.exec(makeReusable)
  const shapeNow = async (): Promise<string | undefined> => (await engine.query<{ shape: string }>(schemaQuery)).rows[0]?.shape
  const shape = await shapeNow()
  return {
    engine,
    async restore() {
      try {
        if (engine.closed || (await shapeNow()) !== shape) return false
        await engine.exec('reset all')
        await engine.query('select seed.restore()')
        return true
      } catch {
        return false
      }
    },
  }
}
