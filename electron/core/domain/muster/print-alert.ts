/** Says on every window that a muster’s paper did not come out, and takes it back when it did. */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { keepAlert, resolveAlerts } from '../alerts/raise.ts'
import type { PrintState } from './printing.ts'

/** Acknowledged, it is quiet for this muster. */
const quietMinutes = 24 * 60

export const createPrintAlert = ({ database, clock, hub }: { readonly database: Database; readonly clock: Clock; readonly hub: Hub<SentinelEvents> }) => ({
  async follow(musterId: string, { state, problem }: PrintState): Promise<void> {
    if (state === 'printing') return
    const at = clock.now()
    const changed = await database.transaction(async (tx) => (state === 'failed' ? keepAlert(tx, { type: 'muster_not_printed', severity: 'critical', subject: musterId, at, facts: { text: problem ?? '' } }, quietMinutes) : (await resolveAlerts(tx, ['muster_not_printed'], at)) > 0))
    if (changed) hub.emit('alerts.changed', {})
  },
})
