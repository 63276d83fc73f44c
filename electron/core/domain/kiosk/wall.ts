/** Whether the wall display is open, also after a restart. The window itself is the host's. */
import { eq } from 'drizzle-orm'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { Database, Tx } from '../../db/database.ts'
import { setting } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { putDocument } from '../settings/document.ts'

const key = 'wall.open'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
}

const readOpen = async (tx: Tx): Promise<boolean> => (await tx.select({ value: setting.value }).from(setting).where(eq(setting.key, key)))[0]?.value === true

export function createWallService({ database, clock, hub }: Dependencies) {
  return {
    state: async (): Promise<{ open: boolean }> => ({ open: await database.read(readOpen) }),
    /** Again, it answers the same and tells nobody. */
    async setOpen(open: boolean, actor: Actor): Promise<void> {
      const isChanged = await database.transaction(async (tx) => {
        if ((await readOpen(tx)) === open) return false
        const at = clock.now()
        await putDocument(tx, { key, category: 'operations', value: open, at })
        await writeAudit(tx, { at, actor, action: open ? 'wall_open' : 'wall_close', entityType: 'kiosk', entityId: 'wall', details: {} })
        return true
      })
      if (isChanged) hub.emit('wall.changed', { open })
    },
  }
}

export type WallService = ReturnType<typeof createWallService>
