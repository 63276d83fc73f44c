/** The nominal roll: read, previewed, imported exactly so, undone (domain.md 4.7). */
import { createHash } from 'node:crypto'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { roll } from '../../../../shared/contract/roll.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import type { Log } from '../../kit/log.ts'
import type { Refusal } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { obstaclesToLeaving } from '../members/obstacles.ts'
import { toTableFile } from '../tables/table-file.ts'
import { openFile, planFile, type Choices } from './choices.ts'
import { diffTable, errorTable } from './files.ts'
import { readLatestImport } from './images.ts'
import { importRoll, type ImportResult } from './import-roll.ts'
import { toPreview, type RollPreview } from './preview.ts'
import { readInsideIds, readRollState } from './queries.ts'
import { describe, readFile, type RollFile } from './table.ts'
import { undoImport, type UndoResult } from './undo.ts'
import { words } from './words.ts'

type Contract = typeof roll
type FileInput = InputOf<Contract['preview']>['file']

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
  readonly unitTime: () => UnitTime
}

export function createRollService({ database, clock, hub, log, unitTime }: Dependencies) {
  const open = rememberLatest()
  const opened = async ({ file, ...choices }: { file: FileInput } & Choices) => {
    const { bytes, contents } = await open(file)
    return openFile(bytes, contents, choices)
  }
  /** What the import would do now. The roll is read in one go; everything else happens after, while the database is free. */
  const plan = async (input: { file: FileInput } & Choices) => {
    const file = await opened(input)
    const { state, inside, obstacles } = await database.read(async (tx) => ({ state: await readRollState(tx, false), inside: await readInsideIds(tx), obstacles: await readObstacles(tx, input.deactivateIds, clock.now()) }))
    return { ...planFile(file, input, state), table: file.table, inside, obstacles }
  }
  const exported = async (actor: Actor, what: string, table: string[][], name: string, format: 'csv' | 'xlsx') => {
    const file = await toTableFile(`sentinel-${name}-${operationalDate(clock.now(), unitTime())}`, table, format)
    const rows = table.length - 1
    await database.transaction((tx) => writeAudit(tx, { at: clock.now(), actor, action: 'export', entityType: 'roll', entityId: null, details: { what, format, rows } }))
    return { ...file, rows }
  }
  const tell = ({ members, lists, revision }: { members: boolean; lists: boolean; revision: number | null }): void => {
    if (lists) hub.emit('definitions.changed', {})
    if (members) hub.emit('members.changed', {})
    if (revision !== null) hub.emit('presence.changed', { revision })
  }

  return {
    /** Refuses what `readFile` and `describe` refuse. */
    async read({ file, sheet }: InputOf<Contract['read']>): Promise<OutputOf<Contract['read']>> {
      const { contents } = await open(file)
      return describe(contents, sheet)
    },

    /** What an import of this file would do. Writes nothing. Refuses what `openFile` refuses. */
    async preview(input: InputOf<Contract['preview']>): Promise<RollPreview> {
      const { plan: planned, hash, table, inside, obstacles } = await plan(input)
      return toPreview(planned, table, { hash, inside, deactivateIds: input.deactivateIds, obstacles })
    },

    /** Imports the file as previewed, in one act. Refuses what `importRoll` and `openFile` refuse. */
    async import(input: InputOf<Contract['import']>, actor: Actor): Promise<ImportResult> {
      const file = await opened(input)
      const started = clock.monotonic()
      const { result, revision, listsGrew } = await database.transaction((tx) => importRoll(tx, file, input, actor, clock.now(), (progress) => hub.emit('roll.progress', progress)))
      log.info('roll.imported', { ...result, ms: Math.round(clock.monotonic() - started) })
      tell({ members: revision !== null, lists: listsGrew, revision })
      return result
    },

    lastImport: (): Promise<OutputOf<Contract['lastImport']>> =>
      database.read(async (tx) => {
        const latest = await readLatestImport(tx)
        if (latest === undefined) return { import: null }
        const { summary, ...row } = latest
        return { import: { ...row, ...summary, at: row.at.toISOString() } }
      }),

    /** Refuses what `undoImport` refuses. */
    async undoLast({ importId }: InputOf<Contract['undoLast']>, actor: Actor): Promise<UndoResult> {
      const { result, revision, listsShrank } = await database.transaction((tx) => undoImport(tx, importId, actor, clock.now()))
      log.info('roll.undone', { importId, ...result })
      tell({ members: true, lists: listsShrank, revision })
      return result
    },

    async errorFile({ language, ...input }: InputOf<Contract['errorFile']>, actor: Actor): Promise<OutputOf<Contract['errorFile']>> {
      const { plan: planned, table } = await plan(input)
      return exported(actor, 'errors', errorTable(planned, table, language), words[language].errorFile, 'csv')
    },

    async diffFile({ language, format, ...input }: InputOf<Contract['diffFile']>, actor: Actor): Promise<OutputOf<Contract['diffFile']>> {
      const { plan: planned } = await plan(input)
      return exported(actor, 'changes', diffTable(planned, input.deactivateIds, language), words[language].diffFile, format)
    },
  }
}

export type RollService = ReturnType<typeof createRollService>

/** Why somebody of them cannot be set inactive; whoever is gone meanwhile is told by the hash. */
async function readObstacles(tx: Tx, ids: readonly string[], at: Date): Promise<Map<string, Refusal>> {
  const found = new Map<string, Refusal>()
  for (const id of ids) {
    const [first] = await obstaclesToLeaving(tx, id, at)
    if (first !== undefined) found.set(id, first)
  }
  return found
}

/** A preview follows every tick of a person: the file that was opened last is not taken apart again each time. */
function rememberLatest(): (file: FileInput) => Promise<{ bytes: Uint8Array; contents: RollFile }> {
  let latest: { key: string; contents: RollFile } | undefined
  return async ({ fileName, content }) => {
    const bytes = Buffer.from(content, 'base64')
    const key = createHash('sha256').update(`${fileName}\n`).update(bytes).digest('hex')
    if (latest?.key !== key) latest = { key, contents: await readFile(fileName, bytes) }
    return { bytes, contents: latest.contents }
  }
}
