/** Every call of the contract, at every level: nobody answers more than its `needs` allows (domain.md 4.22 ▶). */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCore, type Core } from '../electron/core/app/core.ts'
import { createTestDatabase } from '../electron/core/db/testing/test-database.ts'
import { createFakeClock } from '../electron/core/kit/clock.ts'
import { silentLog } from '../electron/core/kit/log.ts'
import { contract } from '../shared/contract/index.ts'
import { entries } from '../shared/contract/kit.ts'
import { areas, mayColumn, type Column } from '../shared/contract/permissions.ts'
import { levels, permits, type Caller } from '../shared/domain/access.ts'
import { permissionsMarkdown, permissionsPage } from '../scripts/permissions.ts'

let core: Core
beforeAll(async () => {
  core = await createCore({ dataDir: '', database: await createTestDatabase(), host: 'test', version: '0', log: silentLog, clock: createFakeClock('2026-11-24T00:30:00.000Z') })
})
afterAll(() => core.close())

const nobody: Caller = { kind: 'desk', id: 'test', stationId: 'desk', scopes: [], person: null, level: 0, liveDds: false }
const person = { memberId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a02', name: 'S1 Test, T' }
const callers: Record<string, Caller> = {
  nobody,
  display: { ...nobody, scopes: ['display'] },
  device: { ...nobody, scopes: ['device'] },
  desk: { ...nobody, scopes: ['desk'] },
  ...Object.fromEntries(Object.entries(levels).map(([name, level]) => [name, { ...nobody, level }])),
  // The two exceptions of the table.
  liveDds: { ...nobody, level: levels.basic, person, liveDds: true },
  self: { ...nobody, level: levels.basic, person },
}
const calls = entries(contract).flatMap(([name, definition]) => (definition.kind === 'call' ? [{ name, needs: definition.needs }] : []))

describe('default deny', () => {
  test('the walk sees the contract', () => {
    expect(calls.length).toBeGreaterThan(15)
    expect(calls.filter(({ needs }) => needs === 'public')).toEqual([])
  })

  test.each(calls)('$name needs $needs', async ({ name, needs }) => {
    for (const [who, caller] of Object.entries(callers)) {
      // A value of no call's shape: whoever may call is told so, whoever may not is stopped before.
      const answer = await core.dispatch(caller, name, 42)
      const code = answer.ok ? 'ok' : answer.error.code
      expect(`${who}: ${code === 'forbidden' ? 'forbidden' : 'heard'}`).toBe(`${who}: ${permits(needs, caller) ? 'heard' : 'forbidden'}`)
      expect(code).not.toBe('internal')
    }
  })

  test('every call and event has a summary for the published contract', () => {
    for (const [name, { summary }] of entries(contract)) expect(summary, name).toMatch(/^[A-Z].{10,}\.$/s)
  })
})

describe('who may do what, in words (screens.md W-12, W-13)', () => {
  test('every call stands in exactly one row of the table that Admin shows', () => {
    expect(areas.flatMap(({ capabilities }) => capabilities.flatMap((capability) => capability.calls.map(({ name }) => name))).toSorted()).toEqual(calls.map(({ name }) => name).toSorted())
  })

  test('a level lets a person do all that the one below does, and none is an empty promise', () => {
    const needsOf = (column: Column): string[] => areas.flatMap(({ capabilities }) => capabilities.flatMap(({ key, need }) => (mayColumn(need, column) ? [key] : [])))
    const ladder: Column[] = ['display', 'station', 'basic', 'quartermaster', 'lockup', 'command', 'admin', 'developer']
    ladder.slice(1).forEach((column, index) => {
      const below = ladder[index] ?? 'display'
      expect(needsOf(column), column).toEqual(expect.arrayContaining(needsOf(below)))
      expect(needsOf(column).length, column).toBeGreaterThan(needsOf(below).length)
    })
  })

  test('docs/permissions.md is what `npm run permissions -- --write` writes: run that when this fails', () => {
    expect(readFileSync(permissionsPage, 'utf8')).toBe(permissionsMarkdown())
  })
})
