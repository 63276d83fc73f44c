import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { browserArguments, electronArguments, hasDisplay, profileFolder, readyText, type StartFacts } from './start-plan.ts'

const linux: StartFacts = { platform: 'linux', env: { DISPLAY: ':0' }, home: '/home/desk', root: '/code', asRoot: false, argv: [] }

test('Linux needs a display, the others have one', () => {
  expect(hasDisplay(linux)).toBe(true)
  expect(hasDisplay({ ...linux, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true)
  for (const env of [{}, { DISPLAY: '' }]) expect(hasDisplay({ ...linux, env })).toBe(false)
  expect(hasDisplay({ ...linux, platform: 'win32', env: {} })).toBe(true)
})

describe('the data', () => {
  test('lies where Electron keeps it, whichever host opens it', () => {
    expect(profileFolder(linux)).toBe(join('/home/desk', '.config', 'Sentinel Duty Desk'))
    expect(profileFolder({ ...linux, env: { XDG_CONFIG_HOME: '/etc/desk' } })).toBe(join('/etc/desk', 'Sentinel Duty Desk'))
    expect(profileFolder({ ...linux, platform: 'win32', env: { APPDATA: 'C:/Roaming' } })).toBe(join('C:/Roaming', 'Sentinel Duty Desk'))
    expect(profileFolder({ ...linux, platform: 'darwin' })).toBe(join('/home/desk', 'Library', 'Application Support', 'Sentinel Duty Desk'))
    expect(browserArguments(linux, 4180)).toEqual([join('/code', 'out', 'main', 'headless.js'), '--data', join('/home/desk', '.config', 'Sentinel Duty Desk', 'desk'), '--port', '4180'])
    expect(electronArguments(linux)).toEqual(['/code', `--profile=${join('/home/desk', '.config', 'Sentinel Duty Desk')}`])
  })
  test('of a demonstration are its own, and it brings a simulated reader', () => {
    const demo = { ...linux, argv: ['--demo'] }
    expect(profileFolder(demo)).toBe(join('/code', '.demo-data'))
    expect(browserArguments(demo, 4180).slice(1)).toEqual(['--data', join('/code', '.demo-data', 'desk'), '--port', '4180', '--dev', '--demo'])
    expect(electronArguments({ ...demo, argv: ['--demo', '--dev'] }).filter((word) => word === '--dev')).toHaveLength(1)
  })
})

test('root on Linux needs --no-sandbox; nobody else gets it', () => {
  expect(electronArguments({ ...linux, asRoot: true })).toContain('--no-sandbox')
  expect(electronArguments(linux)).not.toContain('--no-sandbox')
  expect(electronArguments({ ...linux, platform: 'darwin', asRoot: true })).not.toContain('--no-sandbox')
})

test('a port that was asked for is kept, and other switches go through', () => {
  const words = browserArguments({ ...linux, argv: ['--port', '5000', '--reader', 'serial:/dev/ttyUSB0'] }, 4180)
  expect(words.filter((word) => word === '--port')).toHaveLength(1)
  expect(words).toContain('5000')
  expect(words.slice(-2)).toEqual(['--reader', 'serial:/dev/ttyUSB0'])
})

test('the address can be clicked', () => {
  expect(readyText('http://127.0.0.1:4180', 'abc')).toContain('  http://127.0.0.1:4180/#token=abc\n')
})
