import { like } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { audit } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { silentLog } from '../../kit/log.ts'
import { systemActor } from '../audit/write.ts'
import { createWallService } from './wall.ts'

test('the wall display is opened and closed once, told once, audited once, and still open after a restart', async () => {
  const database = await createTestDatabase()
  const hub = createHub<SentinelEvents>(silentLog)
  const told: unknown[] = []
  hub.onAny((_name, payload) => told.push(payload))
  const start = () => createWallService({ database, clock: createFakeClock('2026-11-24T00:30:00.000Z'), hub })
  const wall = start()
  expect(await wall.state()).toEqual({ open: false })
  await wall.setOpen(true, systemActor)
  await wall.setOpen(true, systemActor)
  expect(await start().state()).toEqual({ open: true })
  await wall.setOpen(false, systemActor)
  expect(told).toEqual([{ open: true }, { open: false }])
  expect((await database.read((tx) => tx.select().from(audit).where(like(audit.action, 'wall%')).orderBy(audit.seq))).map(({ action }) => action)).toEqual(['wall_open', 'wall_close'])
  await database.close()
})
