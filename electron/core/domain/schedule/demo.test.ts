import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database } from '../../db/database.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { silentLog } from '../../kit/log.ts'
import { fillDemoUnit } from '../members/demo.ts'
import { fillDemoDuties } from './demo.ts'
import { createScheduleService } from './service.ts'

let database: Database
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

test('the invented unit opens with a real week: this and the next published without a warning, a draft with a gap and one', async () => {
  const clock = createFakeClock('2026-11-25T01:15:00.000Z')
  await fillDemoUnit({ database, clock, fillDuties: fillDemoDuties })
  const schedule = createScheduleService({ database, clock, hub: createHub<SentinelEvents>(silentLog), unitTime: () => defaultUnitTime })
  const { weeks } = await schedule.weeks({ date: null, count: 3 })
  const glance = weeks.map(({ rosters }) => rosters.map(({ status, missing, warnings, assignments }) => `${status} ${assignments.length} people, ${missing.length} missing, ${[...new Set(warnings.map(({ kind }) => kind))].join() || 'no warning'}`))
  expect(glance).toEqual([
    ['published 1 people, 0 missing, no warning', 'published 6 people, 0 missing, no warning'],
    ['published 1 people, 0 missing, no warning', 'published 6 people, 0 missing, no warning'],
    ['draft 1 people, 0 missing, no warning', 'draft 5 people, 1 missing, not_qualified'],
  ])
  expect(await schedule.tonight()).toMatchObject({ date: '2026-11-24', isWatchNight: true, missing: [], team: { length: 6 } })
  expect(weeks[0]?.rosters[1]?.overrides).toMatchObject([{ kind: 'replace', nightDate: '2026-11-26' }])
  expect(weeks[1]?.nights.map(({ date }) => date)).toEqual(['2026-12-01', '2026-12-03', '2026-12-05'])
})
