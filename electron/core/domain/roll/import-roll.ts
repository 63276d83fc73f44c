/** The import of a nominal roll: one act, all of it or nothing (domain.md 4.7 ▶). */
import type { InputOf, OutputOf, PayloadOf } from '../../../../shared/contract/kit.ts'
import type { roll } from '../../../../shared/contract/roll.ts'
import { displayName, searchNameOf } from '../../../../shared/domain/names.ts'
import { operationalDate } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import { division, rollImport } from '../../db/schema/index.ts'
import { breathe } from '../../kit/breathe.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { keepingAnAdministrator } from '../administrators/administrators.ts'
import { writeAuditLines, type Actor } from '../audit/write.ts'
import { lockRoll } from '../members/lock-roll.ts'
import { keepsOut, obstaclesToLeaving } from '../members/obstacles.ts'
import { syncAutomatic } from '../qualifications/sync.ts'
import { readUnitProfile } from '../settings/unit-profile.ts'
import { planFile, type OpenedFile } from './choices.ts'
import { keepAfter, keepBefore, type ImportSummary } from './images.ts'
import { addListItems } from './list-items.ts'
import { isIncluded, type RollPlan, type RollState } from './plan.ts'
import { errorRows } from './preview.ts'
import { deactivateMembers, insertMembers, readRollState, refreshNames, updateMembers, type NewMember } from './queries.ts'
import type { RollValues } from './row.ts'
import { trailOfImport } from './trail.ts'

type Options = InputOf<typeof roll.import>
export type ImportResult = OutputOf<typeof roll.import>
export type Progress = PayloadOf<typeof roll.progress>

interface Imported {
  readonly result: ImportResult
  /** Of presence; null = nothing changed. */
  readonly revision: number | null
  /** Divisions or lists grew. */
  readonly listsGrew: boolean
}

/** So many rows in one statement: the desk is answered between two of them (design.md F3). */
const chunkSize = 200

/**
 * Plans again inside the act and writes exactly what was previewed. Refuses `roll_changed` when file, choices or roll do
 * not fit the preview, `roll_has_errors`, `last_administrator` and every obstacle to leaving; then nothing is written.
 */
export async function importRoll(tx: Tx, file: OpenedFile, options: Options, actor: Actor, at: Date, onProgress: (progress: Progress) => void = () => {}): Promise<Imported> {
  onProgress({ phase: 'checking', done: 0, total: 0 })
  await lockRoll(tx)
  const state = await readRollState(tx, true)
  const { plan, hash } = planFile(file, options, state)
  if (hash !== options.previewHash) throw refuse('roll_changed')
  refuseErrors(plan)
  await breathe()
  const deactivate = await chosenForReview(tx, plan, options.deactivateIds, at)

  const importId = newId()
  const divisions = plan.newDivisions.map(({ code, name }) => ({ id: newId(), code, name, description: null, createdAt: at, updatedAt: at }))
  // Whoever stands on the first roll was here before; whoever a later one adds has just come (4.19 ▶).
  const isFirst = !state.members.some(({ source }) => source === 'nominal_roll')
  const joinedOn = isFirst ? null : operationalDate(at, await readUnitProfile(tx))
  const rows = toRows(plan, { ...state, divisions: [...state.divisions, ...divisions] }, joinedOn, at)
  if (divisions.length > 0) await tx.insert(division).values(divisions)
  const listItems = [...(await addListItems(tx, 'mess', plan.newMesses, at)), ...(await addListItems(tx, 'moc', plan.newTrades, at))]
  const summary: ImportSummary = { added: rows.added.length, updated: rows.updated.length, deactivated: deactivate.length, divisionsCreated: divisions.length, divisionIds: divisions.map(({ id }) => id), listItemIds: listItems.map(({ id }) => id) }
  await tx.insert(rollImport).values({ id: importId, at, actorId: actor.id, actorName: actor.name, fileName: options.file.fileName, hash, summary })
  const names = await writeRows(tx, importId, rows, deactivate, at, onProgress)

  const total = rows.added.length + rows.updated.length
  onProgress({ phase: 'finishing', done: total, total })
  await breathe()
  const qualifications = await syncAutomatic(tx, 'all', at)
  const { divisionIds: _divisions, listItemIds: _items, ...counts } = summary
  const result: ImportResult = { importId, ...counts, unchanged: plan.unchanged, listItemsCreated: listItems.length, excluded: plan.excluded.length, qualificationsGranted: qualifications.granted, qualificationsRevoked: qualifications.revoked }
  const members = new Map(rows.added.map(({ id, serviceNumber, displayName: short }) => [serviceNumber, { id, displayName: names.get(id) ?? short }]))
  await writeAuditLines(tx, trailOfImport({ plan, result, members, divisions, listItems, deactivated: deactivate, fileName: options.file.fileName, fingerprint: hash, actor, at }))
  const changed = total + deactivate.length + qualifications.granted + qualifications.revoked > 0
  return { result, revision: changed ? await bumpPresenceRevision(tx) : null, listsGrew: divisions.length + listItems.length > 0 }
}

function refuseErrors(plan: RollPlan): void {
  const rows = errorRows(plan)
  if (rows.length > 0) throw refuse('roll_has_errors', { rows: rows.slice(0, 20).join(', ') + (rows.length > 20 ? ' …' : ''), count: rows.length })
}

/** The members to deactivate; whoever is needed must hand over first (domain.md 4.6.1 ▶). Refuses the first obstacle. */
async function chosenForReview(tx: Tx, { review }: RollPlan, ids: readonly string[], at: Date): Promise<string[]> {
  const offered = new Set(review.map(({ id }) => id))
  const chosen = [...new Set(ids)]
  for (const id of chosen) {
    if (!offered.has(id)) throw refuse('roll_changed')
    const [obstacle] = await obstaclesToLeaving(tx, id, at)
    if (obstacle !== undefined) throw obstacle
  }
  return chosen
}

interface Rows {
  readonly added: readonly NewMember[]
  readonly updated: readonly NewMember[]
}

/** Writes it all, with what stood there before. @returns everybody's name afterwards */
async function writeRows(tx: Tx, importId: string, { added, updated }: Rows, deactivate: readonly string[], at: Date, onProgress: (progress: Progress) => void): Promise<ReadonlyMap<string, string>> {
  const total = added.length + updated.length
  const chunks = async (rows: readonly NewMember[], before: number, write: (chunk: readonly NewMember[]) => Promise<unknown>): Promise<void> => {
    for (let from = 0; from < rows.length; from += chunkSize) {
      const chunk = rows.slice(from, from + chunkSize)
      await write(chunk)
      onProgress({ phase: 'writing', done: before + from + chunk.length, total })
      await breathe()
    }
  }
  const idsOf = (rows: readonly NewMember[]): string[] => rows.map(({ id }) => id)
  await chunks(added, 0, (chunk) => insertMembers(tx, chunk))
  await chunks(updated, added.length, async (chunk) => {
    await keepBefore(tx, importId, 'updated', idsOf(chunk))
    await updateMembers(tx, chunk, at)
  })
  if (deactivate.length > 0) {
    await keepBefore(tx, importId, 'deactivated', deactivate)
    const write = () => deactivateMembers(tx, deactivate, at)
    await ((await keepsOut(tx, 'inactive')) ? keepingAnAdministrator(tx, write) : write())
  }
  const names = await refreshNames(tx)
  await keepAfter(tx, importId)
  if (added.length > 0) await keepBefore(tx, importId, 'added', idsOf(added))
  return names
}

function toRows(plan: RollPlan, state: RollState, joinedOn: string | null, at: Date): Rows {
  const rankIds = new Map(state.ranks.map(({ code, id }) => [code, id]))
  const divisionIds = new Map(state.divisions.map(({ code, id }) => [code, id]))
  const toRow = (id: string, status: string, values: RollValues): NewMember => {
    const rankId = rankIds.get(values.rank ?? '')
    const { serviceNumber, lastName, firstName } = values
    if (rankId === undefined || serviceNumber == null || lastName == null || firstName == null) throw new Error('a planned row lacks what the plan demands')
    const text = (key: Exclude<keyof RollValues, 'serviceNumber' | 'lastName' | 'firstName'>): string | null => values[key] ?? null
    return {
      id,
      serviceNumber,
      lastName,
      firstName,
      status,
      rankId,
      divisionId: divisionIds.get(values.division ?? '') ?? null,
      employeeNumber: text('employeeNumber'),
      initials: text('initials'),
      email: text('email'),
      mobilePhone: text('mobilePhone'),
      homePhone: text('homePhone'),
      mess: text('mess'),
      moc: text('moc'),
      classDetails: text('details'),
      notes: text('notes'),
      contractStart: text('contractStart'),
      contractEnd: text('contractEnd'),
      joinedOn,
      memberType: values.memberType ?? 'class_a',
      displayName: displayName({ rank: values.rank ?? '', lastName, firstName }, false),
      searchName: searchNameOf({ lastName, firstName }),
      source: 'nominal_roll',
      createdAt: at,
      updatedAt: at,
    }
  }
  return {
    added: plan.add.filter(isIncluded).map(({ values }) => toRow(newId(), 'active', values)),
    updated: plan.update.filter(isIncluded).map(({ member, changes }) => toRow(member.id, member.status, { ...member.values, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) })),
  }
}
