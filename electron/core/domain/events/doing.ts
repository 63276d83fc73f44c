/** How every act on events is done: one transaction, then windows hear of it (domain.md 4.9). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { Database, Tx } from '../../db/database.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'

export interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
}

/** What an event is called and which badge is lent shows in the list of who is inside too: so every act counts as a change of presence. */
export const createAct =
  ({ database, clock, hub }: Dependencies) =>
  async <T>(run: (tx: Tx, at: Date) => Promise<T>): Promise<T> => {
    const { value, revision } = await database.transaction(async (tx) => ({ value: await run(tx, clock.now()), revision: await bumpPresenceRevision(tx) }))
    hub.emit('events.changed', {})
    hub.emit('presence.changed', { revision })
    return value
  }
