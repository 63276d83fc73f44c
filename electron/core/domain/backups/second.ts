/** The second place of this desk's backups: what was set, how it is, and what was carried there. */
import { join } from 'node:path'
import type { SecondState } from '../../../../shared/domain/backups.ts'
import { readName } from '../../db/backup-names.ts'
import { carryBackup, prepareSecond, readPlan, stateOfError, writePlan, type BackupPlan } from '../../db/second-place.ts'
import type { SealLock } from '../../db/sealed.ts'
import { errorFields, type Log } from '../../kit/log.ts'

interface Dependencies {
  /** The desk's folder. */
  readonly root: string
  readonly log: Log
  /** The newest backup here that was proved. */
  readonly newestProved: () => { readonly name: string } | undefined
  readonly onChange: () => void
}

export type SecondPlaceService = ReturnType<typeof createSecondPlace>

export function createSecondPlace({ root, log, newestProved, onChange }: Dependencies) {
  let plan: BackupPlan = readPlan(root)
  let state: SecondState = plan.second === null ? 'off' : 'waiting'

  const save = (next: BackupPlan): void => {
    writePlan(root, next)
    plan = next
  }
  const turn = (next: SecondState): void => {
    if (next === state) return
    state = next
    onChange()
  }

  return {
    plan: (): BackupPlan => plan,
    status(): { state: SecondState; folder: string | null; newestAt: Date | null } {
      const at = readName(plan.second?.newest ?? '')?.at
      return { state, folder: plan.second?.folder ?? null, newestAt: at === undefined ? null : new Date(at) }
    },

    /** Takes the newest backup there, where it is not yet. Never rejects: what hinders it is the state. The one here counts in any case. */
    async carry(signal?: AbortSignal): Promise<void> {
      const { second } = plan
      const newest = newestProved()
      if (second === null || newest === undefined) return
      try {
        await carryBackup(second, join(root, 'backups'), newest.name, signal)
        // Another place may have been set meanwhile.
        if (plan.second !== second) return
        if (second.newest !== newest.name) save({ ...plan, second: { ...second, newest: newest.name } })
        turn('ready')
      } catch (error) {
        if (signal?.aborted === true || plan.second !== second) return
        if (state !== stateOfError(error)) log.warn('backup.not_carried', errorFields(error))
        turn(stateOfError(error))
      }
    },

    /** Rejects with the file system's error where the folder cannot be used, and changes nothing then. */
    async set(folder: string, lock: SealLock, deskId: string): Promise<void> {
      const subfolder = await prepareSecond(folder, deskId)
      save({ ...plan, second: { folder, subfolder, lock, newest: null } })
      turn('waiting')
    },
    remove(): void {
      save({ ...plan, second: null })
      turn('off')
    },
    setMaxAge: (maxAgeHours: number): void => save({ ...plan, maxAgeHours }),
  }
}
