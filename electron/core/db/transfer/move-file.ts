/**
 * A move that an administrator planned for the next start, and how the last one ended: in `<folder>.move.json`, beside the
 * folder as the choice of the server is. One file, so that a plan is taken away in the same step in which its end is kept.
 */
import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { moveWays } from '../../../../shared/domain/server-move.ts'
import { newId } from '../../kit/id.ts'
import { OpenFailure } from '../open-failure.ts'
import { By } from '../restore.ts'
import { describeUrl } from '../server/address.ts'
import { writeWhole } from '../sync-files.ts'

const Carried = v.object({ tables: v.number(), rows: v.number() })

const Plan = v.object({
  /** Stands in the trail of what was carried, so that a start after a bad end can tell whether it was kept. */
  id: v.string(),
  way: v.picklist(moveWays),
  /** With its password; null = the plan needs no server. */
  url: v.nullable(v.string()),
  /** Code of this PC's station from then on; null = as before. */
  station: v.nullable(v.string()),
  by: By,
  /** ISO instant at which it was planned. */
  at: v.string(),
  /** What was carried and compared, written the moment before it was to count; null = nothing yet. */
  carried: v.nullable(Carried),
})
export type MovePlan = v.InferOutput<typeof Plan>

const Ended = v.object({
  id: v.string(),
  way: v.picklist(moveWays),
  /** Without its password. */
  server: v.nullable(v.string()),
  station: v.nullable(v.string()),
  by: By,
  at: v.string(),
  carried: v.nullable(Carried),
  /** Null = done. What is said of it follows from the kind and the facts. */
  problem: v.nullable(v.object({ kind: v.string(), facts: v.record(v.string(), v.union([v.string(), v.number()])) })),
  /** It is in the trail. */
  told: v.boolean(),
})
export type EndedMove = v.InferOutput<typeof Ended>

const MoveFile = v.object({ plan: v.nullable(Plan), ended: v.nullable(Ended) })

/** @param root the desk's folder, as `resolveDataDir` gives it */
export const moveFilePath = (root: string): string => `${root}.move.json`

function read(root: string): v.InferOutput<typeof MoveFile> {
  const path = moveFilePath(root)
  if (!existsSync(path)) return { plan: null, ended: null }
  try {
    return v.parse(MoveFile, JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // It may say that the record is on its way: to open anything could make two of it. Its text may hold a password.
    throw new OpenFailure('move_unknown', { server: '?', reason: 'the file cannot be read', plan: path })
  }
}
// SECURITY: the address may hold a password: `writeWhole` lets only whoever runs Sentinel read the file.
const write = (root: string, file: v.InferOutput<typeof MoveFile>): void => writeWhole(moveFilePath(root), `${JSON.stringify(file, null, 2)}\n`)

/** What waits for the next start; null = nothing. Throws an OpenFailure `move_unknown` when the file cannot be read. */
export const readMovePlan = (root: string): MovePlan | null => read(root).plan

/** How the last one ended; null = there was none. */
export const readEndedMove = (root: string): EndedMove | null => read(root).ended

/** For the next start, in place of another that waits. */
export function planMove(root: string, { way, url, station, by }: Pick<MovePlan, 'way' | 'url' | 'station' | 'by'>, now: Date): void {
  write(root, { plan: { id: newId(), way, url, station, by, at: now.toISOString(), carried: null }, ended: null })
}

/** @returns false where none waits */
export function cancelMove(root: string): boolean {
  const { plan, ended } = read(root)
  if (plan === null) return false
  write(root, { plan: null, ended })
  return true
}

/** What is noted of the plan while it is carried out. */
export const noteCarried = (root: string, plan: MovePlan, carried: MovePlan['carried']): void => write(root, { plan: { ...plan, carried }, ended: null })

/** The plan is over, however it ended. */
export function endMove(root: string, { id, way, url, station, by }: MovePlan, { carried, problem }: Pick<EndedMove, 'carried' | 'problem'>, now: Date): void {
  write(root, { plan: null, ended: { id, way, server: url === null ? null : describeUrl(url), station, by, at: now.toISOString(), carried, problem, told: false } })
}

/** How the last one ended stands in the trail. */
export function noteTold(root: string): void {
  const { plan, ended } = read(root)
  if (ended !== null) write(root, { plan, ended: { ...ended, told: true } })
}

/**
 * Throws an OpenFailure `move_unknown` where a record was on its way to a server and nobody knows whether it is there: whoever
 * opened the folder then might go on with a second one.
 */
export function refuseOnItsWay(root: string): void {
  const plan = readMovePlan(root)
  if (plan?.way === 'to' && plan.carried !== null) throw new OpenFailure('move_unknown', { server: describeUrl(plan.url ?? ''), reason: 'it was ended in between', plan: moveFilePath(root) })
}
