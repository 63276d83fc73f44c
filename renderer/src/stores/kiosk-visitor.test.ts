import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { ScanOutcome } from './kiosk.ts'

vi.mock('../api.ts', () => ({ onlyStation: null }))
const { useKiosk } = await import('./kiosk.ts')
const { badgeHeard, beginVisit, endVisit, useKioskVisitor } = await import('./kiosk-visitor.ts')

const card = (outcome: ScanOutcome['outcome']): Partial<ScanOutcome> => ({ scanId: crypto.randomUUID(), outcome })
const scan = (outcome: ScanOutcome['outcome']): void => useKiosk.setState({ card: card(outcome) as ScanOutcome })
const flow = () => useKioskVisitor.getState().flow

beforeEach(() => {
  useKiosk.setState({ card: null })
  endVisit()
})

describe('a visitor at the kiosk (screens.md W-8, W-11)', () => {
  test('who holds up their pass at the list of who leaves is done with the list', () => {
    beginVisit('leaving')
    scan('member_in')
    expect(flow()).toBe('leaving')
    scan('visitor_out')
    expect(flow()).toBeNull()
  })

  test('nobody’s badge ends the form of one who comes', () => {
    beginVisit('signIn')
    for (const outcome of ['member_in', 'visitor_out', 'unknown_badge', 'lockup_held'] as const) scan(outcome)
    expect(flow()).toBe('signIn')
  })

  test('every badge of a keyboard reader is told, so that its keys are taken for nobody’s', () => {
    const before = useKioskVisitor.getState().badges
    badgeHeard()
    badgeHeard()
    expect(useKioskVisitor.getState().badges).toBe(before + 2)
  })
})
