/** A duty desk whose jobs run when a test says so. */
import { silentLog } from '../../../kit/log.ts'
import { createDutyDesk } from '../../dds/testing/duty-desk.ts'
import { createAlertsService } from '../../alerts/service.ts'
import type { Backups } from '../backing-up.ts'
import { createJobsService } from '../service.ts'

export async function createJobsDesk(start?: string, backups?: Backups) {
  const duty = await createDutyDesk(start === undefined ? {} : { start })
  const { database, clock, hub, unitTime } = duty
  const alerts = createAlertsService({ database, clock, hub, unitTime })
  /** As after a start: nothing is remembered but what was written. */
  const open = () => createJobsService({ database, clock, hub, log: silentLog, unitTime, backups })
  let jobs = open()
  const desk = {
    ...duty,
    alerts,
    jobs: () => jobs,
    restart: async (): Promise<void> => {
      jobs = open()
      await jobs.tick()
    },
    /** Moves the clock to an instant, as time passes, and lets the jobs look. */
    async at(instant: string): Promise<void> {
      clock.advance(new Date(instant).getTime() - clock.now().getTime())
      await jobs.tick()
    },
    /** Active alerts as `type subject` in the order of types. */
    active: async (): Promise<string[]> => (await alerts.active()).alerts.map(({ type, severity }) => `${type} ${severity}`).toSorted(),
  }
  await jobs.tick()
  return desk
}

export type JobsDesk = Awaited<ReturnType<typeof createJobsDesk>>
