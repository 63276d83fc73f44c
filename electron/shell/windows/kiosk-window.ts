import { BrowserWindow, powerSaveBlocker, type Display, type WebContents } from 'electron'
import { safePreferences } from '../guard.ts'
import { windowAddress } from '../own-pages.ts'
import { createCrashPolicy } from './crash-policy.ts'
import { kioskBlocks } from './kiosk-keys.ts'
import { recover } from './recovery.ts'
import { currentGround, type Surroundings } from './surroundings.ts'

export interface KioskWindow {
  /** Opens it on `display`, or moves it there. @param stationId whose door it is, where that is not the desk's own */
  open(display: Display, stationId: string | null): void
  /** Closes it. Only the core's word leads here. */
  leave(): void
  focus(): void
  contents(): WebContents | undefined
}

/**
 * The kiosk window: fills its display, stays on top, comes back when it crashes or is closed, and keeps the display awake.
 * What no program can stop (Ctrl+Alt+Delete, the power button) is for the operating system: see the user guide.
 */
export function createKioskWindow(around: Surroundings): KioskWindow {
  const { log, devServer } = around
  let address = windowAddress('kiosk', devServer)
  const policy = createCrashPolicy()
  let window: BrowserWindow | undefined
  let wanted: Display | undefined
  let blocker: number | undefined

  const replace = (page: string): void => {
    const old = window
    if (wanted === undefined) return
    window = create(wanted, page)
    if (old !== undefined && !old.isDestroyed()) old.destroy()
  }

  const create = (display: Display, page: string): BrowserWindow => {
    const opened = new BrowserWindow({
      ...display.bounds,
      kiosk: true,
      frame: false,
      alwaysOnTop: true,
      skipTaskbar: true,
      minimizable: false,
      closable: false,
      title: 'Sentinel',
      icon: around.icon,
      backgroundColor: currentGround(),
      // SECURITY: no developer tools here even in a checkout, so that what is tried is what is installed.
      webPreferences: safePreferences(around.preload, false),
    })
    opened.setAlwaysOnTop(true, 'screen-saver')
    opened.removeMenu()
    opened.webContents.setIgnoreMenuShortcuts(true)
    opened.webContents.on('before-input-event', (event, input) => {
      if (!kioskBlocks(input)) return
      event.preventDefault()
      if (input.type === 'keyDown' && !input.isAutoRepeat) log.warn('kiosk.key_blocked')
    })
    // SECURITY: the window is left with the exit code or from the desk, through the core; no close button, signal of a window manager or menu does it.
    opened.on('close', (event) => {
      if (wanted !== undefined) event.preventDefault()
    })
    opened.on('system-context-menu', (event) => event.preventDefault())
    opened.on('leave-full-screen', () => wanted !== undefined && opened.setKiosk(true))
    opened.on('minimize', () => opened.restore())
    opened.on('session-end', around.onSessionEnd)
    opened.on('closed', () => {
      if (window !== opened || wanted === undefined) return
      log.error('kiosk.closed_from_outside')
      window = undefined
      replace(address)
    })
    recover(opened, around, { kind: 'kiosk', policy, revive: () => replace(address), giveUp: replace })
    void opened.loadURL(page).catch((error: unknown) => log.error('window.load_failed', { kind: 'kiosk', message: String(error) }))
    return opened
  }

  return {
    open(display, stationId) {
      const next = windowAddress('kiosk', devServer, stationId)
      const moved = wanted !== undefined && (wanted.id !== display.id || next !== address)
      address = next
      wanted = display
      if (window === undefined || moved) replace(address)
      blocker ??= powerSaveBlocker.start('prevent-display-sleep')
    },
    leave() {
      wanted = undefined
      window?.destroy()
      window = undefined
      policy.reset()
      if (blocker !== undefined) powerSaveBlocker.stop(blocker)
      blocker = undefined
    },
    focus: () => window?.focus(),
    contents: () => window?.webContents,
  }
}
