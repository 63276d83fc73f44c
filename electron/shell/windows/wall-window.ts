import { BrowserWindow, type Display, type WebContents } from 'electron'
import { safePreferences } from '../guard.ts'
import { windowAddress } from '../own-pages.ts'
import { createCrashPolicy } from './crash-policy.ts'
import { recover } from './recovery.ts'
import { currentGround, type Surroundings } from './surroundings.ts'

export interface WallWindow {
  /** Opens it on `display`, or moves it there. @param fills the display is its own */
  open(display: Display, fills: boolean): void
  /** Only the core's word leads here. */
  close(): void
  contents(): WebContents | undefined
}

/** The wall display: fills a screen of its own; where there is none it is a window beside the desk. It is closed from the desk. */
export function createWallWindow(around: Surroundings): WallWindow {
  const { log, devServer } = around
  const address = windowAddress('wall', devServer)
  const policy = createCrashPolicy()
  let window: BrowserWindow | undefined
  let place = ''

  const create = (display: Display, fills: boolean): BrowserWindow => {
    const opened = new BrowserWindow({
      ...(fills ? display.bounds : { width: Math.min(1280, display.workArea.width), height: Math.min(800, display.workArea.height) }),
      frame: !fills,
      fullscreen: fills,
      skipTaskbar: fills,
      closable: false,
      focusable: !fills,
      title: 'Sentinel',
      icon: around.icon,
      backgroundColor: currentGround(),
      webPreferences: safePreferences(around.preload, false),
    })
    opened.removeMenu()
    opened.on('session-end', around.onSessionEnd)
    opened.on('closed', () => {
      if (window === opened) window = undefined
    })
    const load = (url: string): void => void opened.loadURL(url).catch((error: unknown) => log.error('window.load_failed', { kind: 'wall', message: String(error) }))
    recover(opened, around, { kind: 'wall', policy, revive: () => load(address), giveUp: load })
    load(address)
    return opened
  }

  const close = (): void => {
    const old = window
    window = undefined
    place = ''
    if (old !== undefined && !old.isDestroyed()) old.destroy()
    policy.reset()
  }
  return {
    open(display, fills) {
      const next = `${display.id} ${fills}`
      if (window !== undefined && next === place) return
      close()
      place = next
      window = create(display, fills)
    },
    close,
    contents: () => window?.webContents,
  }
}
