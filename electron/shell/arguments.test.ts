import { expect, test } from 'vitest'
import { parseShellArguments, refusedSwitches } from './arguments.ts'

test('reads ours and leaves Chromium’s', () => {
  const argv = ['.', '--no-sandbox', '--remote-debugging-port=0', '--dev', '--demo', '--reader=serial:/dev/ttyUSB0', '--reader', 'serial:COM3', '--profile=/tmp/desk', '--station=front-door']
  expect(parseShellArguments(argv, false)).toEqual({ dev: true, demo: true, readers: ['serial:/dev/ttyUSB0', 'serial:COM3'], profile: '/tmp/desk', station: 'front-door' })
  expect(parseShellArguments([], true)).toEqual({ dev: false, demo: false, readers: [], profile: undefined, station: undefined })
})

test.each([
  [['--reader'], /--reader names/],
  [['--reader='], /--reader names/],
  [['--profile'], /--profile names/],
  [['--station'], /--station is a short code/],
  [['--station=Front Door'], /--station is a short code/],
  [['--station=system'], /--station is a short code/],
])('%j is refused in plain words', (argv, words) => {
  expect(() => parseShellArguments(argv, false)).toThrow(words)
})

test('an installed Sentinel refuses --dev', () => {
  expect(() => parseShellArguments(['--dev'], true)).toThrow(/refuses/)
})

test('an installed Sentinel refuses to be steered; a checkout is tested that way', () => {
  const has = (name: string): boolean => ['remote-debugging-port', 'no-sandbox'].includes(name)
  expect(refusedSwitches(true, has)).toEqual(['remote-debugging-port'])
  expect(refusedSwitches(false, has)).toEqual([])
})
