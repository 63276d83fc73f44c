/** Attendees from a file: read, previewed, and imported exactly so (domain.md 4.9 Import). */
import { createHash } from 'node:crypto'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../../shared/contract/kit.ts'
import type { events as contract } from '../../../../../shared/contract/events.ts'
import { attendeeName, isOpenEvent } from '../../../../../shared/domain/access-events.ts'
import { foldText } from '../../../../../shared/domain/fold-text.ts'
import { attendeeProblems } from '../../../../../shared/i18n/attendee-problems.ts'
import type { Tx } from '../../../db/database.ts'
import { insertMany } from '../../../db/insert-many.ts'
import { accessEvent, attendee } from '../../../db/schema/index.ts'
import { newId } from '../../../kit/id.ts'
import { refuse } from '../../../kit/refusal.ts'
import { writeAudit, writeAuditLines, type Actor } from '../../audit/write.ts'
import { createAct, type Dependencies } from '../doing.ts'
import { needOpen } from '../event-acts.ts'
import { readUnitRoles } from '../queries.ts'
import { reader, type AttendeeTable } from './columns.ts'
import { changedFields, planImport, type ImportChoices, type ImportPlan, type ImportState } from './plan.ts'

type Contract = typeof contract
type Input = InputOf<Contract['importPreview']>

const bytesOf = ({ content }: Input['file']): Uint8Array => Buffer.from(content, 'base64')
const choicesOf = ({ excludeRows, duplicates, rows, roles }: Input): ImportChoices => ({ exclude: new Set(excludeRows), duplicates, rows: new Map(rows.map(({ row, as }) => [row, as])), roles })

export function createAttendeeImport(given: Dependencies) {
  const { database } = given
  const act = createAct(given)
  /** Read before any act begins: while an act runs, scans wait. */
  const open = async (input: Pick<Input, 'file' | 'sheet' | 'columns'>) => {
    const bytes = bytesOf(input.file)
    const sheet = reader.chooseSheet(await reader.readFile(input.file.fileName, bytes), input.sheet)
    return { bytes, sheet: sheet.name, table: reader.toTable(sheet, input.columns) }
  }

  return {
    /** Refuses `roll_unreadable`, `roll_sheet_unknown`, `roll_empty`. */
    async importRead({ file, sheet }: InputOf<Contract['importRead']>): Promise<OutputOf<Contract['importRead']>> {
      return reader.describe(await reader.readFile(file.fileName, bytesOf(file)), sheet)
    },

    /** Refuses what reading refuses, `event_unknown`, `event_over`, `attendee_columns_missing`, `roll_mapping_invalid`. */
    async importPreview(input: Input): Promise<OutputOf<Contract['importPreview']>> {
      const { bytes, sheet, table } = await open(input)
      const state = await database.read((tx) => readState(tx, input.eventId))
      const plan = planImport(table, state, choicesOf(input))
      return toPreview(plan, table, hashOf(bytes, sheet, table, input, state))
    },

    /** Refuses what the preview refuses, `roll_changed`, `roll_has_errors`. */
    async importRun({ previewHash, ...input }: InputOf<Contract['importRun']>, actor: Actor): Promise<OutputOf<Contract['importRun']>> {
      const { bytes, sheet, table } = await open(input)
      return act(async (tx, at) => {
        const event = await needOpen(tx, input.eventId)
        const state = await readState(tx, input.eventId)
        if (hashOf(bytes, sheet, table, input, state) !== previewHash) throw refuse('roll_changed')
        const plan = planImport(table, state, choicesOf(input))
        const wrong = plan.people.filter(({ as }) => as === 'error')
        if (wrong.length > 0) throw refuse('roll_has_errors', { rows: wrong.slice(0, 10).map(({ row }) => row).join(', '), count: wrong.length })
        const rolesAdded = plan.roles.flatMap(({ role, isNew }) => (isNew ? [role] : []))
        const counts = await write(tx, plan, table, { eventId: event.id, eventName: event.name, at, actor })
        if (rolesAdded.length > 0) await tx.update(accessEvent).set({ customRoles: [...(event.customRoles.length > 0 ? event.customRoles : state.unitRoles), ...rolesAdded], updatedAt: at }).where(eq(accessEvent.id, event.id))
        await writeAudit(tx, { at, actor, action: 'event_import', entityType: 'access_event', entityId: event.id, details: { name: event.name, fileName: input.file.fileName, ...counts, rolesAdded } })
        return { ...counts, rolesAdded }
      })
    },
  }
}

/** Refuses `event_unknown`, `event_over`. */
async function readState(tx: Tx, eventId: string): Promise<ImportState> {
  const [event] = await tx.select().from(accessEvent).where(eq(accessEvent.id, eventId))
  if (event === undefined) throw refuse('event_unknown')
  if (!isOpenEvent(event.status)) throw refuse('event_over', { name: event.name })
  const attendees = await tx
    .select({ id: attendee.id, name: attendee.name, rank: attendee.rank, organization: attendee.organization, role: attendee.role, accessStart: attendee.accessStart, accessEnd: attendee.accessEnd })
    .from(attendee)
    .where(and(eq(attendee.eventId, eventId), inArray(attendee.status, ['pending', 'active'])))
    .orderBy(asc(attendee.id))
  return { event, unitRoles: await readUnitRoles(tx), attendees }
}

/** Binds an import to what was previewed: the file, what a person chose, and the event with its list as they were. */
function hashOf(bytes: Uint8Array, sheet: string, table: AttendeeTable, { excludeRows, duplicates, rows, roles }: Input, { event: { startDate, endDate, customRoles }, unitRoles, attendees }: ImportState): string {
  const chosen = [sheet, table.columns.map(({ field }) => field), excludeRows.toSorted((a, b) => a - b), duplicates, rows.toSorted((a, b) => a.row - b.row), roles]
  return createHash('sha256').update(bytes).update(JSON.stringify([chosen, startDate, endDate, customRoles, unitRoles, attendees])).digest('hex')
}

interface Writing {
  readonly eventId: string
  readonly eventName: string
  readonly at: Date
  readonly actor: Actor
}

async function write(tx: Tx, { people }: ImportPlan, { columns }: AttendeeTable, { eventId, eventName, at, actor }: Writing) {
  const having = (as: string) => people.filter((person) => person.as === as)
  const added = having('add').map(({ values }) => ({ id: newId(), eventId, ...values, searchName: searchNameOf(values), createdAt: at, updatedAt: at }))
  await insertMany(tx, attendee, added)
  await writeAuditLines(tx, added.map((row) => ({ at, actor, action: 'attendee_create', entityType: 'attendee', entityId: row.id, details: { name: attendeeName(row), event: eventName } })))
  const has = new Set(columns.map(({ field }) => field))
  const updated = having('update').flatMap(({ values, known }) => (known === null ? [] : [{ known, fields: changedFields(values, known, has), values }]))
  for (const { known, fields, values } of updated) {
    const after = Object.fromEntries(fields.map((field) => [field, values[field]]))
    await tx.update(attendee).set({ ...after, searchName: searchNameOf({ ...known, ...after }), updatedAt: at }).where(eq(attendee.id, known.id))
    await writeAudit(tx, { at, actor, action: 'attendee_update', entityType: 'attendee', entityId: known.id, details: { name: attendeeName(known), event: eventName, before: Object.fromEntries(fields.map((field) => [field, known[field]])), after } })
  }
  return { added: added.length, updated: updated.length, unchanged: having('unchanged').length, skipped: having('skip').length, excluded: having('excluded').length }
}

const searchNameOf = ({ name, organization }: { name: string; organization: string }): string => foldText(`${name} ${organization}`).trim()

function toPreview({ people, problems, roles }: ImportPlan, { columns }: AttendeeTable, hash: string): OutputOf<Contract['importPreview']> {
  const excluded = new Set(people.flatMap(({ row, as }) => (as === 'excluded' ? [row] : [])))
  const count = (as: string): number => people.filter((person) => person.as === as).length
  return {
    hash,
    counts: { rows: people.length - excluded.size, add: count('add'), update: count('update'), unchanged: count('unchanged'), skip: count('skip'), errorRows: count('error'), excluded: excluded.size },
    people: people.map(({ row, as, values, known }) => ({ row, as, ...values, known: known && { attendeeId: known.id, name: known.name, organization: known.organization } })),
    errors: problems.map(({ row, field, code, value }) => {
      const column = columns.find((candidate) => candidate.field !== null && candidate.field === field)?.header ?? ''
      const fill = (words: string): string => words.replace('{{label}}', column).replace('{{value}}', value ?? '')
      const { message, howToFix } = attendeeProblems.en.problem[code]
      return { row, field, column, code, value, message: fill(message), howToFix: fill(howToFix), excluded: excluded.has(row) }
    }),
    roles: [...roles],
    columns: columns.map(({ header, field }) => ({ header, field })),
  }
}
