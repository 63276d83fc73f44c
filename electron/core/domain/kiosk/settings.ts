/** How each station's kiosk sounds and how long its cards stay: a document of its own a station (issue 5.4). */
import { eq } from 'drizzle-orm'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { kiosk } from '../../../../shared/contract/kiosk.ts'
import { defaultKioskSettings, kioskSettingsEntries } from '../../../../shared/domain/kiosk-settings.ts'
import type { Database, Tx } from '../../db/database.ts'
import { station } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { readDocuments, saveDocument } from '../settings/document.ts'
import { changesOf, salvage } from '../settings/salvage.ts'

type Contract = typeof kiosk

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
}

const keyOf = (stationId: string): string => `kiosk.settings.${stationId}`

/** Defaults hold where nothing is stored, and for what cannot be used. */
async function read(tx: Tx, stationId: string) {
  const key = keyOf(stationId)
  const { value, version } = (await readDocuments(tx, [key]))[key] ?? { value: undefined, version: 0 }
  return { settings: salvage(kioskSettingsEntries, value, defaultKioskSettings).value, version }
}

export function createKioskSettings({ database, clock, hub }: Dependencies) {
  return {
    settings: ({ stationId }: InputOf<Contract['settings']>): Promise<OutputOf<Contract['settings']>> => database.read((tx) => read(tx, stationId)),

    /** Saves the whole document. Refuses `station_unknown`, `setting_changed`. */
    async updateSettings({ stationId, basedOn, settings }: InputOf<Contract['updateSettings']>, actor: Actor): Promise<OutputOf<Contract['updateSettings']>> {
      const key = keyOf(stationId)
      const version = await database.transaction(async (tx) => {
        const at = clock.now()
        const [known] = await tx.select({ name: station.name }).from(station).where(eq(station.id, stationId))
        if (known === undefined) throw refuse('station_unknown', { id: stationId })
        const before = await read(tx, stationId)
        if (before.version !== basedOn) throw refuse('setting_changed')
        const changes = changesOf(before.settings, settings)
        if (changes === null) return before.version
        const saved = await saveDocument(tx, { key, category: 'operations', value: settings, at }, basedOn)
        await writeAudit(tx, { at, actor, action: 'kiosk_settings_update', entityType: 'station', entityId: stationId, details: { name: known.name, ...changes } })
        return saved
      })
      if (version !== basedOn) hub.emit('settings.changed', { keys: [key] })
      return { version }
    },
  }
}

export type KioskSettingsService = ReturnType<typeof createKioskSettings>
