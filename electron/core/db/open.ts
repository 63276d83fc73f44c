/** Stand-in until the durable floor lands. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import type { Database } from './database.ts'
import { wrapEngine } from './testing/test-database.ts'

export async function openDatabase({ dataDir }: { dataDir: string; clock: Clock; log: Log; appVersion: string; onProgress?: (step: string) => void }): Promise<Database> {
  mkdirSync(dataDir, { recursive: true })
  return wrapEngine(await PGlite.create(join(dataDir, 'pgdata')))
}
