import { describe, expect, test } from 'vitest'
import { decideScan, type BadgeFacts, type LastMovement } from './rules.ts'

const now = new Date('2026-11-24T01:00:00.000Z')
const today = '2026-11-23'
const before = (ms: number): Date => new Date(now.getTime() - ms)
const last = (direction: 'in' | 'out', ms: number): LastMovement => ({ direction, at: before(ms), recordedAt: before(ms) })

type Holder = NonNullable<BadgeFacts['holder']>
const badge = (holder: Partial<Holder> = {}, isUsable = true): BadgeFacts => ({
  isUsable,
  holder: { status: 'active', admission: 'admit', contractEnd: null, last: null, ...holder },
})

describe('a scan toggles (domain.md 4.1 step 8, scenarios 1–4)', () => {
  test('the first scan ever is in', () => {
    expect(decideScan(badge(), now, today)).toEqual({ kind: 'moved', direction: 'in', at: now, notes: [] })
  })
  test('after in comes out, after out comes in', () => {
    expect(decideScan(badge({ last: last('in', 60_000) }), now, today)).toMatchObject({ kind: 'moved', direction: 'out' })
    expect(decideScan(badge({ last: last('out', 60_000) }), now, today)).toMatchObject({ kind: 'moved', direction: 'in' })
  })
})

describe('a badge that opens nothing (domain.md 4.1 steps 2–4, scenarios 6–8)', () => {
  test('unknown', () => {
    expect(decideScan(undefined, now, today)).toEqual({ kind: 'refused', outcome: 'unknown_badge' })
  })
  test('nobody’s', () => {
    expect(decideScan({ isUsable: true, holder: null }, now, today)).toEqual({ kind: 'refused', outcome: 'unassigned_badge' })
  })
  test('of a status that the door does not take', () => {
    expect(decideScan(badge({}, false), now, today)).toEqual({ kind: 'refused', outcome: 'inactive_badge' })
  })
})

describe('who may come in (domain.md 4.1 ▶, scenarios 10–12)', () => {
  test.each(['suspended', 'archived', 'barred'])('%s, which the door refuses', (status) => {
    expect(decideScan(badge({ status, admission: 'refuse' }), now, today)).toEqual({ kind: 'refused', outcome: 'member_not_allowed' })
  })
  test.each([
    ['inactive', 'member_inactive'],
    ['deployed', 'member_deployed'],
    ['on_leave', 'member_status'],
  ] as const)('%s: recorded, with a note', (status, note) => {
    expect(decideScan(badge({ status, admission: 'note' }), now, today)).toMatchObject({ kind: 'moved', direction: 'in', notes: [note] })
  })
  test('a contract that ended yesterday is a note; one that ends today is none', () => {
    expect(decideScan(badge({ contractEnd: '2026-11-22' }), now, today)).toMatchObject({ kind: 'moved', notes: ['contract_ended'] })
    expect(decideScan(badge({ contractEnd: today }), now, today)).toMatchObject({ kind: 'moved', notes: [] })
  })
})

describe('the two-second window (domain.md 4.1 step 9, scenarios 13 and 15)', () => {
  test('a scan 1,999 ms after the last answers the last again', () => {
    expect(decideScan(badge({ last: last('in', 1999) }), now, today)).toEqual({ kind: 'duplicate', direction: 'in', at: before(1999) })
  })
  test('2,000 ms after, it counts', () => {
    expect(decideScan(badge({ last: last('in', 2000) }), now, today)).toMatchObject({ kind: 'moved', direction: 'out' })
  })
})

describe('the clock set back (domain.md 4.1 ▶ manual clock)', () => {
  const future = new Date(now.getTime() + 3_600_000)
  test('a movement in the future makes this one later by 1 ms, and flags it', () => {
    const decision = decideScan(badge({ last: { direction: 'in', at: future, recordedAt: future } }), now, today)
    expect(decision).toEqual({ kind: 'moved', direction: 'out', at: new Date(future.getTime() + 1), notes: ['clock_set_back'] })
  })
  test('a bounce is still a bounce: the time of writing tells', () => {
    const decision = decideScan(badge({ last: { direction: 'out', at: future, recordedAt: before(500) } }), now, today)
    expect(decision).toEqual({ kind: 'duplicate', direction: 'out', at: future })
  })
})
