/** What is in a database on a server, before anybody decides about it. Only reads. */
import type pg from 'pg'
import type { Clock } from '../../kit/clock.ts'
import { checkApplied, readApplied, readMigrations } from '../migrate.ts'
import { parseServerUrl, type ServerAddress } from '../server/address.ts'
import { holdsAnything } from './load.ts'
import { withServer } from './with-server.ts'

/** `unchecked`: whoever sits in between could pretend to be the server. */
export type Encryption = 'checked' | 'unchecked' | 'none'

export interface DeskFound {
  readonly version: 'same' | 'older' | 'newer' | 'other'
  /** Null = not told, or of a version that is not asked. */
  readonly unit: string | null
  readonly members: number
  /** ISO instant; null = there is no movement. */
  readonly lastMovementAt: string | null
  /** Codes of the stations on its list. */
  readonly stations: readonly string[]
}

export interface ServerFound {
  readonly version: string
  readonly encryption: Encryption
  /** Positive = the server's clock is ahead of this PC's. */
  readonly clockOffSeconds: number
  readonly holds: 'empty' | 'desk' | 'other'
  /** Present where it holds a desk. */
  readonly desk?: DeskFound
  /** Codes of the stations that are connected to this database at this moment. */
  readonly connected: readonly string[]
}

/** How an address is encrypted, where it is. */
export const encryptionOf = ({ ssl }: Pick<ServerAddress, 'ssl'>): Encryption => (ssl === false ? 'none' : ssl.rejectUnauthorized === false ? 'unchecked' : 'checked')

const row = async <R extends object>(client: pg.ClientBase, text: string): Promise<R> => {
  const [found] = (await client.query<R>(text)).rows
  if (found === undefined) throw new Error('the server did not say what it is')
  return found
}

/** Looks at it. Rejects with an OpenFailure where it is away, refuses us or does not fit. */
export const lookAtServer = (url: string, { appVersion, clock }: { appVersion: string; clock: Clock }): Promise<ServerFound> =>
  withServer(
    url,
    appVersion,
    async (client) => {
      const began = clock.now().getTime()
      const { version, at } = await row<{ version: string; at: string }>(client, `select split_part(current_setting('server_version'), ' ', 1) as version, extract(epoch from clock_timestamp())::text as at`)
      // Somewhere in between the server looked at its clock.
      const clockOffSeconds = Math.round(Number(at) - (began + clock.now().getTime()) / 2000)
      const facts = { version, encryption: encryptionOf(parseServerUrl(url)), clockOffSeconds, connected: await connectedStations(client) }
      const ask = async (text: string) => (await client.query<Record<string, unknown>>(text)).rows
      if (!(await holdsAnything(ask))) return { ...facts, holds: 'empty' as const }
      const desk = await lookAtDesk(client)
      return desk === undefined ? { ...facts, holds: 'other' as const } : { ...facts, holds: 'desk' as const, desk }
    },
    'check',
  )

/** Stations that have this database open now, by their codes. */
export async function connectedStations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct substr(application_name, 10) as name from pg_stat_activity where datname = current_database() and application_name like 'sentinel %' and application_name not in ('sentinel move', 'sentinel check') order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** Undefined = what is there is no desk. */
async function lookAtDesk(client: pg.ClientBase): Promise<DeskFound | undefined> {
  const applied = await readApplied({ query: async <R>(text: string) => ({ rows: (await client.query(text)).rows as R[] }) })
  const { isOurs } = await row<{ isOurs: boolean }>(client, `select to_regclass('public.member') is not null and to_regclass('public.movement') is not null and to_regclass('public.setting') is not null and to_regclass('public.station') is not null as "isOurs"`)
  if (applied.length === 0 || !isOurs) return undefined
  const known = readMigrations()
  const verdict = checkApplied(applied, known)
  const version = verdict === 'newer_schema' ? 'newer' : verdict === 'other_schema' ? 'other' : applied.length < known.length ? 'older' : 'same'
  // These columns have been there from the first migration on; of another version nothing is known.
  if (version === 'newer' || version === 'other') return { version, unit: null, members: 0, lastMovementAt: null, stations: [] }
  const facts = await row<{ unit: string | null; members: number; last: string | null }>(
    client,
    `select (select value ->> 'name' from setting where key = 'unit.profile') as unit, (select count(*)::int from member) as members, (select extract(epoch from max(at))::text from movement) as last`,
  )
  const { rows } = await client.query<{ id: string }>('select id from station order by id')
  return { version, unit: facts.unit, members: facts.members, lastMovementAt: facts.last === null ? null : new Date(Number(facts.last) * 1000).toISOString(), stations: rows.map(({ id }) => id) }
}
