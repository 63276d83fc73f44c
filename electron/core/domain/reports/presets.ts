/** Reports that are kept under a name (screens.md P1-3: “Tue report to CO”). */
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import * as v from 'valibot'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import { ReportSpec, type reports } from '../../../../shared/contract/reports.ts'
import { permits, type Caller } from '../../../../shared/domain/access.ts'
import { reportNeeds } from '../../../../shared/domain/reports.ts'
import type { Database, Tx } from '../../db/database.ts'
import { reportPreset } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import type { Log } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import { actorOf, writeAudit } from '../audit/write.ts'

type Contract = typeof reports
type Row = typeof reportPreset.$inferSelect

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
}

/** As the trail tells of it. */
const toldOf = ({ name, report, format, language }: Pick<Row, 'name' | 'report' | 'format' | 'language'>) => ({ name, report, format, language })

/** Refuses `preset_unknown`. */
async function lockPreset(tx: Tx, presetId: string): Promise<Row> {
  const [row] = await tx.select().from(reportPreset).where(eq(reportPreset.id, presetId)).for('update')
  if (row === undefined) throw refuse('preset_unknown')
  return row
}

async function demandFreeName(tx: Tx, name: string, own: string | null): Promise<void> {
  const [other] = await tx.select({ name: reportPreset.name }).from(reportPreset).where(and(eq(sql`lower(${reportPreset.name})`, sql`lower(${name})`), own === null ? undefined : ne(reportPreset.id, own)))
  if (other !== undefined) throw refuse('preset_taken', { name: other.name })
}

export function createPresets({ database, clock, hub, log }: Dependencies) {
  return {
    /** By name, those whose report the caller may run. One that this Sentinel does not understand any more is left out: the others go on. */
    async list(caller: Pick<Caller, 'scopes' | 'level' | 'liveDds' | 'person'>): Promise<OutputOf<Contract['presets']>> {
      const rows = await database.read((tx) => tx.select().from(reportPreset).orderBy(asc(sql`lower(${reportPreset.name})`), asc(reportPreset.id)))
      const presets = rows.flatMap(({ report: stored, createdAt: _created, updatedAt, ...row }) => {
        const report = v.safeParse(ReportSpec, stored)
        if (!report.success) log.warn('report.preset_unreadable', { presetId: row.id, field: v.getDotPath(report.issues[0]) })
        return report.success && permits(reportNeeds[report.output.kind], caller) ? [{ ...row, report: report.output, updatedAt: updatedAt.toISOString() }] : []
      })
      return { presets }
    },

    /** Refuses `preset_unknown`, `preset_changed`, `preset_taken`. */
    async save({ presetId, basedOn, ...fields }: InputOf<Contract['savePreset']>, caller: Caller): Promise<OutputOf<Contract['savePreset']>> {
      const id = await database.transaction(async (tx) => {
        const at = clock.now()
        const actor = actorOf(caller)
        const before = presetId === null ? null : await lockPreset(tx, presetId)
        if (before !== null && before.updatedAt.toISOString() !== basedOn) throw refuse('preset_changed', { name: before.name })
        await demandFreeName(tx, fields.name, presetId)
        const saved = before?.id ?? newId()
        if (before === null) await tx.insert(reportPreset).values({ id: saved, ...fields, createdBy: actor.name, createdAt: at, updatedAt: at })
        else await tx.update(reportPreset).set({ ...fields, updatedAt: at }).where(eq(reportPreset.id, saved))
        await writeAudit(tx, { at, actor, action: before === null ? 'report_preset_create' : 'report_preset_update', entityType: 'report_preset', entityId: saved, details: { name: fields.name, before: before === null ? null : toldOf(before), after: toldOf(fields) } })
        return saved
      })
      hub.emit('reports.presetsChanged', {})
      return { presetId: id }
    },

    /** Refuses `preset_unknown`. */
    async remove(presetId: string, caller: Caller): Promise<void> {
      await database.transaction(async (tx) => {
        const before = await lockPreset(tx, presetId)
        await tx.delete(reportPreset).where(eq(reportPreset.id, presetId))
        await writeAudit(tx, { at: clock.now(), actor: actorOf(caller), action: 'report_preset_delete', entityType: 'report_preset', entityId: presetId, details: { name: before.name, before: toldOf(before) } })
      })
      hub.emit('reports.presetsChanged', {})
    },
  }
}
