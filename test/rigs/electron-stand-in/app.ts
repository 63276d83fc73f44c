/** Electron's `app`, as far as our shell uses it. */
import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cancellable, endings, windows } from '../electron-double/parts.ts'
import { endChromium, startChromium } from './chromium.ts'
import { readSwitches } from './switches.ts'

const switches = readSwitches(process.argv.slice(1))
let userData = join(process.cwd(), '.tmp', 'no-profile-given')
let ready: Promise<void> | undefined
let leaving = false
let lock: string | undefined

/** True while the process that wrote the lock lives. */
function isHeld(path: string): number | undefined {
  try {
    const owner = Number(readFileSync(path, 'utf8'))
    process.kill(owner, 0)
    return owner === process.pid ? undefined : owner
  } catch {
    return undefined
  }
}

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  commandLine: { hasSwitch: (name: string) => switches.has(name) },
  getVersion: () => process.env['STAND_IN_VERSION'] ?? '',
  getPath: (name: string) => (name === 'userData' ? userData : join(userData, name)),
  setPath(_name: string, path: string) {
    userData = path
  },
  getPreferredSystemLanguages: () => ['en-CA'],
  /** The first one is told by a signal that another was started. */
  requestSingleInstanceLock() {
    mkdirSync(userData, { recursive: true })
    const path = join(userData, 'stand-in.lock')
    const owner = isHeld(path)
    if (owner !== undefined) {
      process.kill(owner, 'SIGUSR2')
      return false
    }
    process.on('SIGUSR2', () => app.emit('second-instance', cancellable(), [], process.cwd(), null))
    writeFileSync(path, String(process.pid))
    lock = path
    return true
  },
  whenReady: () => (ready ??= startChromium(join(userData, 'stand-in-chromium'), switches)),
  quit() {
    if (leaving) return
    const event = cancellable()
    app.emit('before-quit', event)
    if (event.defaultPrevented) return
    for (const window of windows.values()) window.close()
    app.exit(0)
  },
  /** Noted, and not done: whoever drives it starts it again. */
  relaunch: () => void process.stderr.write('A new start was asked for.\n'),
  exit(code = 0) {
    if (leaving) return
    leaving = true
    void endChromium().then(() => {
      if (lock !== undefined) rmSync(lock, { force: true })
      process.exit(code)
    })
  },
})

endings.noWindowLeft = () => {
  if (leaving) return
  if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
  else app.quit()
}
