/** Backups as an administrator meets them: what there is, one more, the second place, and the way back (screens.md 5.4, W-19). */
import { join } from 'node:path'
import type { backups } from '../../../../shared/contract/backups.ts'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { Caller } from '../../../../shared/domain/access.ts'
import { passphraseMinLength, passphraseStrength } from '../../../../shared/domain/backups.ts'
import { listBackups } from '../../db/backup.ts'
import { readBackupInfo } from '../../db/backup-info.ts'
import { readName } from '../../db/backup-names.ts'
import type { Database } from '../../db/database.ts'
import { kindOfError } from '../../db/errors.ts'
import { readDeskId } from '../../db/folder.ts'
import { cancelRestore, forgetRestored, previewBackup, readRestored, readStaged, stageRestore, type RestoreRequest } from '../../db/restore.ts'
import { listSealed, stateOfError } from '../../db/second-place.ts'
import { makeLock } from '../../db/sealed.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import { actorOf, writeAudit, type AuditDetails } from '../audit/write.ts'
import type { AuditAction } from '../../../../shared/domain/audit-actions.ts'
import type { JobsService } from '../jobs/service.ts'
import type { DeskExporting } from './exporting.ts'
import { comparePreview, inWords, locate } from './restoring.ts'
import type { SecondPlaceService } from './second.ts'
import { isOverdue, keepBackupAlerts, type BackupFacts } from './watch.ts'

type Contract = typeof backups

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
  readonly jobs: Pick<JobsService, 'backingUp'>
  /** Refuses `not_signed_in`, `sign_in_wrong`, `sign_in_wait`, `sign_in_locked`. */
  readonly provePin: (caller: Caller, pin: string) => Promise<void>
  /** Undefined = this desk has no folder of its own. */
  readonly kept: { readonly root: string; readonly second: SecondPlaceService; readonly newestProved: () => { readonly at: Date } | undefined; readonly exporting: DeskExporting } | undefined
}

export type BackupsService = ReturnType<typeof createBackupsService>

export function createBackupsService({ database, clock, hub, log, jobs, provePin, kept }: Dependencies) {
  const stopping = new AbortController()
  const { signal } = stopping

  /** The export that is under way. */
  let exporting: { readonly controller: AbortController; readonly done: Promise<unknown> } | undefined

  const need = () => {
    const { backingUp } = jobs
    if (kept === undefined || backingUp === undefined) throw refuse('backups_none')
    return { ...kept, backingUp }
  }
  const record = async (caller: Caller, action: AuditAction, name: string | null, details: AuditDetails = {}): Promise<void> => {
    await database.transaction((tx) => writeAudit(tx, { at: clock.now(), actor: actorOf(caller), action, entityType: 'backup', entityId: null, details: { name, ...details } }))
    hub.emit('backups.changed', {})
  }
  const facts = ({ second, newestProved }: NonNullable<typeof kept>): BackupFacts => ({ now: clock.now(), damaged: jobs.backingUp?.foundDamage() ?? false, newestAt: newestProved()?.at ?? null, maxAgeHours: second.plan().maxAgeHours, second: second.status() })
  const toStaged = ({ from, madeAt, stagedAt }: RestoreRequest): OutputOf<Contract['restore']> => ({ from, madeAt, stagedAt })

  /** Refuses `backup_no_room`, `backup_failed`, `database_damaged`. */
  async function makeNow(kind: 'asked' | 'safety'): Promise<OutputOf<Contract['make']>> {
    try {
      return await need().backingUp.now(kind, signal)
    } catch (error) {
      log.error('backup.failed', errorFields(error))
      const cause = kindOfError(error)
      throw refuse(cause === 'disk_full' ? 'backup_no_room' : cause === 'damaged' ? 'database_damaged' : 'backup_failed')
    }
  }

  return {
    async status(): Promise<OutputOf<Contract['status']>> {
      if (kept === undefined) return { kept: false, newestAt: null, overdue: false, maxAgeHours: 0, second: { state: 'off', folder: null, newestAt: null }, staged: null }
      const seen = facts(kept)
      const staged = readStaged(kept.root)
      return {
        kept: true,
        newestAt: seen.newestAt?.toISOString() ?? null,
        overdue: isOverdue(seen),
        maxAgeHours: seen.maxAgeHours,
        second: { ...seen.second, newestAt: seen.second.newestAt?.toISOString() ?? null },
        staged: staged === undefined ? null : toStaged(staged),
      }
    },

    async list({ folder }: InputOf<Contract['list']>): Promise<OutputOf<Contract['list']>> {
      if (kept === undefined) return { here: [], away: [], awayUnreadable: false }
      const { root, second } = kept
      const here = listBackups(join(root, 'backups')).toReversed().map((name) => {
        const info = readBackupInfo(join(root, 'backups', name))
        const { at, kind } = readName(name) ?? { at: 0, kind: 'daily' as const }
        return { name, kind, madeAt: new Date(at).toISOString(), rows: info?.rows ?? null, bytes: info?.bytes ?? null, verified: info !== undefined }
      })
      const place = folder ?? second.plan().second?.folder
      if (place === undefined) return { here, away: [], awayUnreadable: false }
      try {
        const own = readDeskId(root)
        const found = (await listSealed(place)).toSorted((a, b) => (a.name < b.name ? 1 : -1))
        return { here, away: found.map(({ name, path, size, about: { kind, madeAt, rows, deskId } }) => ({ name, path, kind, madeAt, rows, bytes: size, verified: true, otherDesk: deskId !== own })), awayUnreadable: false }
      } catch {
        return { here, away: [], awayUnreadable: true }
      }
    },

    async make(_input: InputOf<Contract['make']>, caller: Caller): Promise<OutputOf<Contract['make']>> {
      need()
      const made = await makeNow('asked')
      await record(caller, 'backup_make', made.name)
      return made
    },

    async setSecond({ folder, passphrase, pin }: InputOf<Contract['setSecond']>, caller: Caller): Promise<void> {
      const { root, second, backingUp } = need()
      const before = second.plan().second
      if (passphrase === null && before === null) throw refuse('backup_passphrase_needed')
      if (passphrase !== null && passphraseStrength(passphrase) === 'too_short') throw refuse('backup_passphrase_short', { count: passphraseMinLength })
      await provePin(caller, pin)
      const lock = passphrase === null && before !== null ? before.lock : await makeLock(passphrase ?? '')
      try {
        await second.set(folder, lock, readDeskId(root) ?? newId())
      } catch (error) {
        const state = stateOfError(error)
        throw refuse(state === 'missing' ? 'second_place_missing' : state === 'read_only' ? 'second_place_read_only' : state === 'full' ? 'second_place_full' : 'second_place_failed', { folder })
      }
      await record(caller, 'backup_place_update', folder, { before: { folder: before?.folder ?? null }, after: { folder } })
      void backingUp.inTurn(() => second.carry(signal))
    },

    async removeSecond(_input: InputOf<Contract['removeSecond']>, caller: Caller): Promise<void> {
      const { second } = need()
      const before = second.plan().second
      if (before === null) return
      second.remove()
      await record(caller, 'backup_place_update', before.folder, { before: { folder: before.folder }, after: { folder: null } })
    },

    async setMaxAge({ hours }: InputOf<Contract['setMaxAge']>, caller: Caller): Promise<void> {
      const { second } = need()
      const before = second.plan().maxAgeHours
      if (before === hours) return
      second.setMaxAge(hours)
      await record(caller, 'backup_age_update', null, { before: { hours: before }, after: { hours } })
    },

    async preview({ source }: InputOf<Contract['preview']>): Promise<OutputOf<Contract['preview']>> {
      const { root, backingUp } = need()
      const found = await inWords(backingUp.inTurn(() => previewBackup({ root, source: locate(root, source).source, signal })))
      return database.read((tx) => comparePreview(tx, root, found))
    },

    async restore({ source, pin }: InputOf<Contract['restore']>, caller: Caller): Promise<OutputOf<Contract['restore']>> {
      const { root, backingUp } = need()
      const located = locate(root, source)
      await provePin(caller, pin)
      const staged = await inWords(backingUp.inTurn(() => stageRestore({ root, ...located, by: actorOf(caller), id: newId(), now: clock.now(), signal })))
      // After it: no copy for a passphrase that does not fit. What is replaced is kept as it is at the very end besides.
      const safety = await makeNow('safety').catch((error: unknown) => {
        cancelRestore(root)
        throw error
      })
      await record(caller, 'backup_restore_stage', staged.from, { reason: safety.name })
      hub.emit('backups.staged', {})
      return toStaged(staged)
    },

    async cancelRestore(_input: InputOf<Contract['cancelRestore']>, caller: Caller): Promise<void> {
      const { root } = need()
      const staged = readStaged(root)
      cancelRestore(root)
      if (staged !== undefined) await record(caller, 'backup_restore_cancel', staged.from)
    },

    async exportDatabase({ path, pin }: InputOf<Contract['exportDatabase']>, caller: Caller): Promise<OutputOf<Contract['exportDatabase']>> {
      const { exporting: write, backingUp } = need()
      await provePin(caller, pin)
      if (exporting !== undefined) throw refuse('export_runs_already')
      const controller = new AbortController()
      const ending = AbortSignal.any([controller.signal, signal])
      const done = backingUp.inTurn(() => write(path, actorOf(caller), { signal: ending, onProgress: (part) => hub.emit('backups.exporting', { part }) }))
      exporting = { controller, done }
      try {
        const { rows, bytes } = await done
        return { status: 'written', path, rows, bytes }
      } catch (error) {
        if (ending.aborted) return { status: 'cancelled' }
        throw error
      } finally {
        exporting = undefined
      }
    },

    /** Resolves when nothing of it is left. */
    async cancelExport(): Promise<void> {
      const under = exporting
      under?.controller.abort()
      await under?.done.catch(() => {})
    },

    /** Once at the start: a restore that was done is written into the trail of what was restored. */
    async begin(): Promise<void> {
      const done = kept === undefined ? undefined : readRestored(kept.root)
      if (kept === undefined || done === undefined) return
      const { stationId, ...by } = done.by
      await database.transaction((tx) => writeAudit(tx, { at: clock.now(), actor: { ...by, ...(stationId !== undefined && { stationId }) }, action: 'backup_restore', entityType: 'backup', entityId: null, details: { name: done.from, reason: done.replacedAs } }))
      forgetRestored(kept.root)
      log.info('backup.restored', { from: done.from, replacedAs: done.replacedAs })
    },

    /** The light: raises what is to be warned of, and takes it back. Never rejects. */
    async look(): Promise<void> {
      if (kept === undefined) return
      try {
        if (await database.transaction((tx) => keepBackupAlerts(tx, facts(kept)))) hub.emit('alerts.changed', {})
      } catch (error) {
        log.error('backup.not_watched', errorFields(error))
      }
    },

    /** Gives up what is under way; resolves when nothing is any more. */
    async stop(): Promise<void> {
      stopping.abort()
      await jobs.backingUp?.inTurn(async () => {})
    },
  }
}
