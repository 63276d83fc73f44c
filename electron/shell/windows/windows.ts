/** The windows together: which is shown, where, and in front of what. */
import { screen, type Display, type WebContents } from 'electron'
import type { ConnectedWindow } from '../ipc-host.ts'
import { createDeskWindow } from './desk-window.ts'
import { createKioskWindow } from './kiosk-window.ts'
import { deskIsCovered, placeKiosk, placeWall } from './placement.ts'
import type { Surroundings } from './surroundings.ts'
import { createWallWindow } from './wall-window.ts'

export interface Windows {
  /** Shows what belongs on the screens, the kiosk open or not. Its only callers are the start and the core's event. */
  showKiosk(kiosk: { readonly open: boolean; readonly stationId: string | null }): void
  /** The wall display, open or not. */
  showWall(open: boolean): void
  /** Lets the desk's button in the task bar flash until somebody comes, or stops it. */
  flash(on: boolean): void
  /** Somebody started Sentinel again: brings the window that may be shown to front. */
  focus(): void
  connected(): ConnectedWindow[]
}

export function createWindows(around: Surroundings): Windows {
  const desk = createDeskWindow(around)
  const kiosk = createKioskWindow(around)
  const wall = createWallWindow(around)
  const { memory, log } = around
  let kioskOpen = false
  let wallOpen = false
  let kioskStation: string | null = null

  const kioskDisplay = (): Display | undefined => placeKiosk(screen.getAllDisplays(), memory.read().kiosk?.displayId, desk.bounds())

  const arrangeWall = (displays: readonly Display[], kioskOn: Display | undefined): void => {
    // In front of a kiosk that fills the only screen there is no room for it.
    const own = placeWall(displays, kioskOn, desk.bounds())
    const place = own ?? (kioskOn === undefined ? displays[0] : undefined)
    if (wallOpen && place !== undefined) wall.open(place, own !== undefined)
    else wall.close()
  }

  const arrange = (): void => {
    const displays = screen.getAllDisplays()
    const display = kioskOpen ? kioskDisplay() : undefined
    arrangeWindows(displays, display)
    arrangeWall(displays, display)
  }

  const arrangeWindows = (displays: readonly Display[], display: Display | undefined): void => {
    if (display === undefined) {
      // The desk first: with no window at all the application would quit.
      desk.show()
      kiosk.leave()
      return
    }
    kiosk.open(display, kioskStation)
    // With one display there was nothing to choose, so there is nothing to remember.
    if (displays.length > 1) memory.write({ kiosk: { displayId: display.id } })
    if (deskIsCovered(displays, display, desk.bounds())) {
      desk.hide()
      kiosk.focus()
    } else desk.show()
  }

  const rearrange = (): void => {
    if (!kioskOpen && !wallOpen) return
    log.info('windows.displays_changed', { displays: screen.getAllDisplays().length })
    arrange()
  }
  screen.on('display-added', rearrange)
  screen.on('display-removed', rearrange)

  const known = (kind: ConnectedWindow['kind'], contents: WebContents | undefined): ConnectedWindow[] => (contents === undefined || contents.isDestroyed() ? [] : [{ kind, contents }])
  return {
    showKiosk({ open, stationId }) {
      kioskOpen = open
      kioskStation = stationId
      log.info('windows.arranged', { kiosk: open })
      arrange()
    },
    showWall(open) {
      if (wallOpen === open) return
      wallOpen = open
      arrange()
    },
    flash: (on) => desk.flash(on),
    focus: arrange,
    connected: () => [...known('desk', desk.contents()), ...known('kiosk', kiosk.contents()), ...known('wall', wall.contents())],
  }
}
