/** The import of a nominal roll: one act, all of it or nothing (domain.md 4.7 ▶). */
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { members } from '../../../../shared/contract/members.ts'
import { displayNames, searchNameOf } from '../../../../shared/domain/names.ts'
import type { Tx } from '../../db/database.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAuditLines, type Actor } from '../audit/write.ts'
import { trailOfImport } from './import-trail.ts'
import { planRoll, rollHash, type RollMember, type RollPlan, type RollState } from './roll-plan.ts'
import { deactivateMembers, insertDivisions, lockRoll, readInsideIds, readRollState, renameMembers, upsertMembers, type NewMember } from './roll-queries.ts'
import type { RollValues } from './roll-row.ts'
import type { RollTable } from './roll-table.ts'

type Options = InputOf<typeof members.importRoll>
export type ImportResult = OutputOf<typeof members.importRoll>

export interface RollFileContents {
  readonly bytes: Uint8Array
  readonly table: RollTable
}

/**
 * Plans again inside the act and writes exactly what was previewed. Refuses `roll_changed` when file, roll or choice do not
 * fit the preview, `roll_has_errors`, `roll_division_unknown` and `member_present`; then nothing is written.
 * @returns the counts, and the new revision of presence when anything changed
 */
export async function importRoll(tx: Tx, { bytes, table }: RollFileContents, options: Options, actor: Actor, at: Date): Promise<{ result: ImportResult; revision: number | null }> {
  await lockRoll(tx)
  const state = await readRollState(tx, true)
  if (rollHash(bytes, state) !== options.previewHash) throw refuse('roll_changed')
  const plan = planRoll(table, state, new Set(options.excludeRows))
  refuseProblems(plan, options.createDivisions)
  const deactivate = await chosenForReview(tx, plan, options.deactivateIds)

  const divisions = plan.newDivisions.map(({ code, name }) => ({ id: newId(), code, name, description: null, createdAt: at, updatedAt: at }))
  if (divisions.length > 0) await insertDivisions(tx, divisions)
  const members = await writeMembers(tx, plan, { ...state, divisions: [...state.divisions, ...divisions] }, at)
  if (deactivate.length > 0) await deactivateMembers(tx, deactivate, at)

  const result: ImportResult = {
    added: plan.add.length,
    updated: plan.update.length,
    unchanged: plan.unchanged,
    deactivated: deactivate.length,
    divisionsCreated: divisions.length,
    excluded: plan.excluded.length,
  }
  await writeAuditLines(tx, trailOfImport({ plan, result, members, divisions, deactivated: deactivate, fileName: options.file.fileName, fingerprint: options.previewHash, actor, at }))
  const changed = result.added + result.updated + result.deactivated > 0
  return { result, revision: changed ? await bumpPresenceRevision(tx) : null }
}

function refuseProblems({ problems, newDivisions }: RollPlan, createDivisions: boolean): void {
  if (problems.length > 0) {
    const rows = [...new Set(problems.map(({ row }) => row))]
    throw refuse('roll_has_errors', { rows: rows.slice(0, 20).join(', ') + (rows.length > 20 ? ' …' : ''), count: rows.length })
  }
  if (!createDivisions && newDivisions.length > 0) throw refuse('roll_division_unknown', { divisions: newDivisions.map(({ code }) => code).join(', ') })
}

/** The members to deactivate. Whoever is inside must be checked out first (domain.md 4.6.1 ▶). */
async function chosenForReview(tx: Tx, { review }: RollPlan, ids: readonly string[]): Promise<string[]> {
  const chosen = [...new Set(ids)].map((id) => review.find((member) => member.id === id))
  const inside = chosen.length === 0 ? new Set() : await readInsideIds(tx)
  return chosen.map((member) => {
    if (member === undefined) throw refuse('roll_changed')
    if (inside.has(member.id)) throw refuse('member_present', { name: member.displayName })
    return member.id
  })
}

/** Writes additions and updates, and re-evaluates every display name they may collide with (domain.md 4.6.2). @returns what was written */
async function writeMembers(tx: Tx, plan: RollPlan, state: RollState, at: Date): Promise<NewMember[]> {
  const rankIds = new Map(state.ranks.map(({ code, id }) => [code, id]))
  const divisionIds = new Map(state.divisions.map(({ code, id }) => [code, id]))
  const added = plan.add.map(({ values }) => ({ id: newId(), status: 'active' as const, values: withDefaults(values) }))
  const updated = plan.update.map(({ member, changes }) => ({
    id: member.id,
    status: member.status,
    values: { ...member.values, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) },
  }))
  const written = [...added, ...updated]
  const writtenIds = new Set(written.map(({ id }) => id))
  const others = state.members.filter(({ id }) => !writtenIds.has(id))
  const names = displayNames([...others, ...written].filter(({ status }) => status !== 'archived').map(({ id, values }) => ({ id, rank: values.rank ?? '', lastName: values.lastName ?? '', firstName: values.firstName ?? '' })))

  const rows = written.map(({ id, status, values }): NewMember => {
    const rankId = rankIds.get(values.rank ?? '')
    const { serviceNumber, lastName, firstName } = values
    if (rankId === undefined || serviceNumber === null || lastName === null || firstName === null) throw new Error('a planned row lacks what the plan demands')
    const { rank: _rank, division, details, memberType, ...columns } = values
    return {
      ...columns,
      id,
      status,
      serviceNumber,
      lastName,
      firstName,
      rankId,
      divisionId: division === null ? null : (divisionIds.get(division) ?? null),
      classDetails: details,
      memberType: memberType ?? 'class_a',
      displayName: names.get(id) ?? displayNames([{ id, rank: values.rank ?? '', lastName, firstName }]).get(id) ?? lastName,
      searchName: searchNameOf({ lastName, firstName }),
      source: 'nominal_roll',
      createdAt: at,
      updatedAt: at,
    }
  })
  await upsertMembers(tx, rows)
  const renamed = others.filter(({ id, displayName }) => names.has(id) && names.get(id) !== displayName)
  await renameMembers(tx, new Map(renamed.map(({ id }) => [id, names.get(id) ?? ''])), at)
  return rows
}

const withDefaults = (values: RollValues): RollMember['values'] => ({
  serviceNumber: null,
  employeeNumber: null,
  rank: null,
  lastName: null,
  firstName: null,
  initials: null,
  division: null,
  mess: null,
  moc: null,
  email: null,
  homePhone: null,
  mobilePhone: null,
  details: null,
  notes: null,
  contractStart: null,
  contractEnd: null,
  memberType: 'class_a',
  ...values,
})
