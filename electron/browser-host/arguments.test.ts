import { expect, test } from 'vitest'
import { parseHostArguments } from './arguments.ts'

test('reads the whole command line', () => {
  expect(parseHostArguments(['--data', 'd', '--database', 'postgres://desk@db.example/desk', '--port', '4180', '--dev', '--demo', '--reader', 'serial:/dev/ttyUSB0', '--reader', 'serial:/dev/ttyUSB1', '--station', 'front-door'], false)).toEqual({
    data: 'd',
    database: 'postgres://desk@db.example/desk',
    port: 4180,
    dev: true,
    demo: true,
    readers: ['serial:/dev/ttyUSB0', 'serial:/dev/ttyUSB1'],
    station: 'front-door',
    now: null,
  })
})

test.each([
  [[], /--data must name/],
  [['--data', ''], /--data must name/],
  [['--data', 'd', '--port', 'many'], /--port must be a number/],
  [['--data', 'd', '--port', '70000'], /--port must be a number/],
  [['--data', 'd', '--station', 'Front Door!'], /--station is a short code/],
  [['--data', 'd', '--frobnicate'], /frobnicate/],
  [['--data', 'd', '--now', '2026-11-24T14:00:00Z'], /--dev only/],
  [['--data', 'd', '--dev', '--now', 'soon'], /--now is an instant/],
])('%j is refused in plain words', (argv, words) => {
  expect(() => parseHostArguments(argv, false)).toThrow(words)
})

test('an installed Sentinel refuses --dev', () => {
  expect(() => parseHostArguments(['--data', 'd', '--dev'], true)).toThrow(/refuses/)
  expect(parseHostArguments(['--data', 'd'], true).dev).toBe(false)
})

test('who names no station leaves it to the folder', () => {
  expect(parseHostArguments(['--data', 'd'], false).station).toBeUndefined()
})

test('in development it begins when it is told to', () => {
  expect(parseHostArguments(['--data', 'd', '--dev', '--now', '2026-11-24T14:00:00Z'], false).now).toEqual(new Date('2026-11-24T14:00:00Z'))
  expect(parseHostArguments(['--data', 'd', '--dev'], false).now).toBeNull()
})
