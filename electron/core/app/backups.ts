/** Backups whenever the desk is on: not in the first minutes, in which people come, and looked at again every quarter of an hour; and when the building was secured. */
import type { SentinelEvents } from '../../../shared/contract/index.ts'
import type { JobsService } from '../domain/jobs/service.ts'
import type { Clock } from '../kit/clock.ts'
import type { Hub } from '../kit/hub.ts'

const firstMs = 5 * 60_000
const everyMs = 15 * 60_000
/** After lockup people sign out and go: their last scans belong into the copy, and nothing hurries. */
const securedMs = 60_000

interface Dependencies {
  readonly jobs: Pick<JobsService, 'backUp' | 'backUpSecured'>
  readonly backups: { look(): Promise<void> }
  readonly clock: Clock
  readonly hub: Pick<Hub<SentinelEvents>, 'on'>
  /** Whether the building is secured now. */
  readonly isSecured: () => Promise<boolean>
}

/** @returns stops it; resolves when one that is under way has been given up */
export function startBackups({ jobs, backups, clock, hub, isSecured }: Dependencies): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  const running = new Set<Promise<void>>()
  const track = (work: Promise<void>): Promise<void> => {
    running.add(work)
    return work.finally(() => running.delete(work))
  }
  const plan = (ms: number): (() => void) =>
    clock.after(ms, () => {
      void track(jobs.backUp(signal).then(() => backups.look())).finally(() => {
        if (!signal.aborted) cancel = plan(everyMs)
      })
    })
  let cancel = plan(firstMs)

  let wasSecured = true
  let cancelSecured = (): void => {}
  const look = async (): Promise<void> => {
    const secured = await isSecured()
    if (secured && !wasSecured && !signal.aborted) {
      cancelSecured()
      cancelSecured = clock.after(securedMs, () => void track(jobs.backUpSecured(signal)))
    }
    wasSecured = secured
  }
  const notice = (): void => void track(look().catch(() => {}))
  notice()
  const unsubscribe = hub.on('lockup.changed', notice)
  return async () => {
    stopping.abort()
    unsubscribe()
    cancel()
    cancelSecured()
    await Promise.all(running)
  }
}
