/** What says that alerts wait when the desk's window is behind others or put away: the sign beside the clock, and the flashing button (issue 4; screens.md W-1). */
import { Menu, nativeImage, Tray } from 'electron'
import type { Language } from '../../shared/i18n/index.ts'
import { errorFields, type Log } from '../core/kit/log.ts'

const words = {
  en: { calm: 'Sentinel: no alert waits', alerts: (count: number) => (count === 1 ? 'Sentinel: 1 alert waits' : `Sentinel: ${count} alerts wait`), open: 'Show the desk', quit: 'Quit' },
  fr: { calm: 'Sentinel : aucune alerte en attente', alerts: (count: number) => (count === 1 ? 'Sentinel : 1 alerte en attente' : `Sentinel : ${count} alertes en attente`), open: 'Afficher le poste', quit: 'Quitter' },
} as const satisfies Record<Language, object>

/** The side of the sign, in px; the system scales it as it needs. */
const side = 32

interface Options {
  readonly icons: { readonly calm: string; readonly alert: string }
  readonly language: Language
  readonly log: Log
  /** How many alerts nobody has acknowledged. */
  readonly count: () => Promise<number>
  /** Lets the desk's button in the task bar flash, or stops it. */
  readonly flash: (on: boolean) => void
  readonly onOpen: () => void
  readonly onQuit: () => void
}

/** @returns what to call when alerts have changed */
export function createAlertSign({ icons, language, log, count, flash, onOpen, onQuit }: Options): { refresh(): Promise<void> } {
  const say = words[language]
  const image = (path: string) => nativeImage.createFromPath(path).resize({ width: side, height: side })
  const pictures = { calm: image(icons.calm), alert: image(icons.alert) }
  const tray = openTray()
  let latest = 0

  function openTray(): Tray | undefined {
    try {
      const opened = new Tray(pictures.calm)
      opened.setContextMenu(Menu.buildFromTemplate([{ label: say.open, click: onOpen }, { type: 'separator' }, { label: say.quit, click: onQuit }]))
      opened.on('click', onOpen)
      return opened
    } catch (error) {
      // Some desktops have no place for it: the window and its sound say the same.
      log.warn('tray.not_shown', errorFields(error))
      return undefined
    }
  }

  return {
    async refresh() {
      const asked = (latest += 1)
      const waiting = await count()
      // An answer that was overtaken says nothing.
      if (asked !== latest) return
      tray?.setImage(waiting > 0 ? pictures.alert : pictures.calm)
      tray?.setToolTip(waiting > 0 ? say.alerts(waiting) : say.calm)
      flash(waiting > 0)
    },
  }
}
