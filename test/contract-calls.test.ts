/** Each call of the contract at least once, through the dispatcher, with a caller that may: it answers, or refuses in words. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCore, type Core } from '../electron/core/app/core.ts'
import { createTestDatabase } from '../electron/core/db/testing/test-database.ts'
import { createFakeClock } from '../electron/core/kit/clock.ts'
import { silentLog } from '../electron/core/kit/log.ts'
import { contract } from '../shared/contract/index.ts'
import { entries } from '../shared/contract/kit.ts'
import { levels, type Caller } from '../shared/domain/access.ts'
import { ofDuty } from './contract-calls/duty.ts'
import { ofPeople } from './contract-calls/people.ts'

let core: Core
beforeAll(async () => {
  core = await createCore({ dataDir: '', database: await createTestDatabase(), host: 'test', version: '0', log: silentLog, clock: createFakeClock('2026-11-24T00:30:00.000Z') })
})
afterAll(() => core.close())

const admin: Caller = { kind: 'desk', id: 'test', stationId: 'desk', scopes: ['display', 'device', 'desk'], person: null, level: levels.developer, liveDds: false }

const cases = [...ofPeople, ...ofDuty]

test.each(cases)('%s', async (name, input, answer) => {
  expect(await core.dispatch(admin, name, input)).toMatchObject(answer)
})

test('no call of the contract is left out', () => {
  const asked = new Set(cases.map(([name]) => name))
  expect(entries(contract).flatMap(([name, { kind }]) => (kind === 'call' && !asked.has(name) ? [name] : []))).toEqual([])
})
