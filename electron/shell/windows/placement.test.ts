import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deskIsCovered, displayShowing, placeDesk, placeKiosk, placeWall, smallest } from './placement.ts'

const left = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }
const right = { id: 2, workArea: { x: 1920, y: 0, width: 1280, height: 984 } }

describe('the desk window', () => {
  test('opens in the middle of the first display', () => {
    expect(placeDesk([left, right], undefined)).toEqual({ x: 240, y: 70, width: 1440, height: 900 })
  })
  test('opens where it was', () => {
    const bounds = { x: 2000, y: 50, width: 1100, height: 800 }
    expect(placeDesk([left, right], bounds)).toEqual(bounds)
  })
  test('comes back when its display has gone', () => {
    expect(displayShowing([left], placeDesk([left], { x: 2000, y: 50, width: 1100, height: 800 }))).toBe(left)
  })
  test('whatever was remembered, its title bar can be reached', () => {
    const rectangle = fc.record({ x: fc.integer({ min: -5000, max: 5000 }), y: fc.integer({ min: -5000, max: 5000 }), width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) })
    fc.assert(
      fc.property(rectangle, fc.constantFrom([left], [right], [left, right]), (remembered, displays) => {
        const placed = placeDesk(displays, remembered)
        const home = displayShowing(displays, placed)
        expect(home).toBeDefined()
        expect(placed.width).toBeGreaterThanOrEqual(smallest.width)
        expect(placed.height).toBeGreaterThanOrEqual(smallest.height)
        for (const { workArea } of displays.filter((display) => display === home)) {
          expect(placed.x).toBeGreaterThanOrEqual(workArea.x)
          expect(placed.y).toBeGreaterThanOrEqual(workArea.y)
          expect(placed.x + placed.width).toBeLessThanOrEqual(workArea.x + workArea.width)
          expect(placed.y + placed.height).toBeLessThanOrEqual(workArea.y + workArea.height)
        }
      }),
    )
  })
  test('a display smaller than the window shows its upper left', () => {
    expect(placeDesk([{ id: 1, workArea: { x: 0, y: 0, width: 800, height: 600 } }], undefined)).toEqual({ x: 0, y: 0, ...smallest })
  })
})

describe('the kiosk window', () => {
  const deskOn = (display: typeof left) => ({ ...display.workArea, width: 1100, height: 800 })
  test('goes where the desk is not', () => {
    expect(placeKiosk([left, right], undefined, deskOn(left))).toBe(right)
    expect(placeKiosk([left, right], undefined, deskOn(right))).toBe(left)
    expect(placeKiosk([left, right], undefined, undefined)).toBe(right)
  })
  test('goes back to the display that it had', () => expect(placeKiosk([left, right], 1, deskOn(left))).toBe(left))
  test('takes the only display there is', () => expect(placeKiosk([left], 2, deskOn(left))).toBe(left))
})

describe('behind the kiosk', () => {
  const bounds = { x: 10, y: 10, width: 1100, height: 800 }
  test('the desk is put away on the same display, and stays on another', () => {
    expect(deskIsCovered([left, right], left, bounds)).toBe(true)
    expect(deskIsCovered([left, right], right, bounds)).toBe(false)
    expect(deskIsCovered([left, right], undefined, bounds)).toBe(false)
  })
  test('a desk that is on no display counts as on the first', () => expect(deskIsCovered([left], left, { ...bounds, x: 9000 })).toBe(true))
})

describe('the wall display (screens.md 1.7)', () => {
  const third = { id: 3, workArea: { x: 3200, y: 0, width: 1920, height: 1080 } }
  const bounds = { ...left.workArea, width: 1100, height: 800 }
  test('goes where neither desk nor kiosk is', () => {
    expect(placeWall([left, right, third], right, bounds)).toBe(third)
    expect(placeWall([left, right], undefined, bounds)).toBe(right)
  })
  test('has no screen of its own where every one is taken', () => {
    expect(placeWall([left, right], right, bounds)).toBeUndefined()
    expect(placeWall([left], undefined, bounds)).toBeUndefined()
  })
})
