import { BrowserWindow, screen, type WebContents } from 'electron'
import { safePreferences } from '../guard.ts'
import { windowAddress } from '../own-pages.ts'
import { createCrashPolicy } from './crash-policy.ts'
import { placeDesk, smallest, type Rectangle } from './placement.ts'
import { recover } from './recovery.ts'
import { currentGround, type Surroundings } from './surroundings.ts'

/** A page that never paints is shown all the same: an empty window can be closed, a hidden one cannot. */
const patienceMs = 4_000

export interface DeskWindow {
  /** Opens it, or brings it to front. */
  show(): void
  /** Puts it away behind the kiosk. */
  hide(): void
  /** Its button in the task bar asks for somebody, or no longer does. The window in front needs none. */
  flash(on: boolean): void
  /** Where it is, or where it would open. */
  bounds(): Rectangle
  contents(): WebContents | undefined
}

/** The desk window: opened once, remembered where it stood. */
export function createDeskWindow(around: Surroundings): DeskWindow {
  const { memory, clock, log, devTools, devServer } = around
  let window: BrowserWindow | undefined
  let hidden = false
  const place = (): Rectangle => placeDesk(screen.getAllDisplays(), memory.read().desk?.bounds)

  const open = (): BrowserWindow => {
    const opened = new BrowserWindow({
      ...place(),
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      title: 'Sentinel Duty Desk',
      icon: around.icon,
      backgroundColor: currentGround(),
      autoHideMenuBar: true,
      webPreferences: safePreferences(around.preload, devTools),
    })
    const address = windowAddress('desk', devServer)
    const load = (url: string): void => void opened.loadURL(url).catch((error: unknown) => log.error('window.load_failed', { kind: 'desk', message: String(error) }))
    const remember = (): void => {
      if (!opened.isMinimized()) memory.write({ desk: { bounds: opened.getNormalBounds(), maximized: opened.isMaximized() } })
    }
    const appear = (): void => {
      if (!opened.isDestroyed() && !hidden && !opened.isVisible()) opened.show()
    }
    const policy = createCrashPolicy()
    recover(opened, around, { kind: 'desk', policy, revive: () => load(address), giveUp: load })

    if (memory.read().desk?.maximized === true) opened.maximize()
    opened.once('ready-to-show', appear)
    clock.after(patienceMs, appear)
    let settle = (): void => {}
    // Not `moved` and `resized`: Linux has neither. Half a second of rest is the end of a drag.
    const rememberSoon = (): void => {
      settle()
      settle = clock.after(500, () => opened.isDestroyed() || remember())
    }
    opened.on('close', remember)
    opened.on('move', rememberSoon)
    opened.on('resize', rememberSoon)
    opened.on('session-end', around.onSessionEnd)
    opened.on('closed', () => (window = undefined))
    load(address)
    return opened
  }

  return {
    show() {
      hidden = false
      if (window === undefined) {
        window = open()
        return
      }
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    hide() {
      hidden = true
      window?.hide()
    },
    flash: (on) => window?.flashFrame(on && !window.isFocused()),
    bounds: () => window?.getNormalBounds() ?? place(),
    contents: () => window?.webContents,
  }
}
