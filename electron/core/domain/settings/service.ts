/** The unit, its timings and what its reports go by: read by all that work by them, changed by an administrator (domain.md 1.2, 3.5, 5.7). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { AuditAction } from '../../../../shared/domain/audit-actions.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { settings } from '../../../../shared/contract/settings.ts'
import { operationalDate } from '../../../../shared/domain/operational-day.ts'
import { weekOf } from '../../../../shared/domain/operational-week.ts'
import { timeStatus } from '../../../../shared/domain/time-status.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { checkedCrest, crestKey, putCrest, readWholeCrest, removeCrest } from './crest.ts'
import { saveDocument, type Saving } from './document.ts'
import { readHolidays } from './holidays.ts'
import { readReportSettings, reportDocuments } from './report-settings.ts'
import { changesOf } from './salvage.ts'
import { timeStatusOnWire } from './time-status-on-wire.ts'
import { readTimings, timingsDocument } from './timings.ts'
import { isZone, readUnit, unitDocument } from './unit-profile.ts'

type Contract = typeof settings

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  /** The composition root keeps the unit's time at hand: it reads it again before anybody is told. */
  readonly onUnitChanged?: () => Promise<void>
}

export interface SettingsService {
  timings(): Promise<OutputOf<Contract['timings']>>
  /** Saves the whole document. Refuses `setting_changed`. */
  updateTimings(input: InputOf<Contract['updateTimings']>, actor: Actor): Promise<OutputOf<Contract['updateTimings']>>
  timeStatus(): Promise<OutputOf<Contract['timeStatus']>>
  unit(): Promise<OutputOf<Contract['unit']>>
  /** Refuses `setting_changed`, `zone_unknown`. */
  updateUnit(input: InputOf<Contract['updateUnit']>, actor: Actor): Promise<OutputOf<Contract['updateUnit']>>
  crest(): Promise<OutputOf<Contract['crest']>>
  /** Refuses `crest_too_large`, `crest_unreadable`, `crest_sides`. */
  setCrest(input: InputOf<Contract['setCrest']>, actor: Actor): Promise<void>
  removeCrest(actor: Actor): Promise<void>
  reports(): Promise<OutputOf<Contract['reports']>>
  /** Saves one or more documents, all of them or none. Refuses `setting_changed`. */
  updateReports(input: InputOf<Contract['updateReports']>, actor: Actor): Promise<OutputOf<Contract['updateReports']>>
}

interface Act {
  readonly tx: Tx
  readonly at: Date
  readonly actor: Actor
}

interface Edit {
  readonly document: Pick<Saving, 'key' | 'category'>
  readonly action: AuditAction
  readonly basedOn: number
  readonly before: { readonly value: unknown; readonly version: number; readonly damaged: readonly string[] }
  readonly after: unknown
}

/** Saves a document if it differs from what holds, with its line in the trail. Answers its version, and whether it was saved. */
async function save({ tx, at, actor }: Act, { document, action, basedOn, before, after }: Edit): Promise<{ version: number; saved: boolean }> {
  if (before.version !== basedOn) throw refuse('setting_changed')
  const changes = changesOf(before.value, after)
  if (changes === null && before.damaged.length === 0) return { version: before.version, saved: false }
  const version = await saveDocument(tx, { ...document, value: after, at }, basedOn)
  await writeAudit(tx, { at, actor, action, entityType: 'setting', entityId: document.key, details: { ...(changes ?? { repaired: before.damaged }) } })
  return { version, saved: true }
}

export function createSettingsService({ database, clock, hub, onUnitChanged = async () => {} }: Dependencies): SettingsService {
  const transact = <T>(actor: Actor, run: (act: Act) => Promise<T>): Promise<T> => database.transaction((tx) => run({ tx, actor, at: clock.now() }))

  /** The unit's time may be another now: whoever shows "today" asks again. */
  async function tellOfUnit(key: string): Promise<void> {
    await onUnitChanged()
    hub.emit('settings.changed', { keys: [key] })
    hub.emit('system.changed', {})
  }

  return {
    timings: () => database.read(readTimings),

    async updateTimings({ basedOn, timings }, actor) {
      const { version, saved } = await transact(actor, async (act) => {
        const { timings: value, ...before } = await readTimings(act.tx)
        return save(act, { document: timingsDocument, action: 'operational_timings_update', basedOn, before: { ...before, value }, after: timings })
      })
      if (saved) await tellOfUnit(timingsDocument.key)
      return { version }
    },

    timeStatus: () =>
      database.read(async (tx) => {
        const { unit } = await readUnit(tx)
        const { timings } = await readTimings(tx)
        const at = clock.now()
        const { monday, nextMonday } = weekOf(operationalDate(at, { zone: unit.zone, rollover: timings.operational.dayRolloverTime }))
        return timeStatusOnWire(timeStatus(at, unit.zone, timings, await readHolidays(tx, monday, nextMonday, unit.province)))
      }),

    unit: () => database.read(readUnit),

    async updateUnit({ basedOn, unit }, actor) {
      if (!isZone(unit.zone)) throw refuse('zone_unknown', { zone: unit.zone })
      const { version, saved } = await transact(actor, async (act) => {
        const { unit: value, ...before } = await readUnit(act.tx)
        return save(act, { document: unitDocument, action: 'setting_update', basedOn, before: { ...before, value }, after: unit })
      })
      if (saved) await tellOfUnit(unitDocument.key)
      return { version }
    },

    async crest() {
      const crest = await database.read(readWholeCrest)
      return { crest: crest && { mediaType: crest.mediaType, content: crest.bytes.toString('base64'), width: crest.width, height: crest.height, bytes: crest.bytes.length } }
    },

    async setCrest({ content }, actor) {
      const bytes = Buffer.from(content, 'base64')
      const head = await checkedCrest(bytes)
      await transact(actor, ({ tx, ...doing }) => putCrest(tx, head, bytes, doing))
      hub.emit('settings.changed', { keys: [crestKey] })
    },

    async removeCrest(actor) {
      if (await transact(actor, ({ tx, ...doing }) => removeCrest(tx, doing))) hub.emit('settings.changed', { keys: [crestKey] })
    },

    reports: () => database.read(readReportSettings),

    async updateReports({ changes }, actor) {
      const done = await transact(actor, async (act) => {
        const before = await readReportSettings(act.tx)
        const versions = { ...before.versions }
        const keys: string[] = []
        for (const { group, basedOn, value } of changes) {
          const document = reportDocuments[group]
          const damaged = before.damaged.filter((path) => path.startsWith(`${group}.`))
          const { version, saved } = await save(act, { document, action: 'setting_update', basedOn, before: { value: before.settings[group], version: versions[group], damaged }, after: value })
          versions[group] = version
          if (saved) keys.push(document.key)
        }
        return { versions, keys }
      })
      if (done.keys.length > 0) hub.emit('settings.changed', { keys: done.keys })
      return { versions: done.versions }
    },
  }
}