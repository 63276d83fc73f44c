import { BrowserWindow } from 'electron'
import type { Language } from '../../../shared/i18n/index.ts'
import { safePreferences } from '../guard.ts'
import { currentGround } from '../windows/surroundings.ts'
import { noticeAction, renderNotice, type Notice, type NoticeAction, type NoticeBoard, type NoticeText } from './page.ts'

type Pressed = Exclude<NoticeAction, 'language'>

interface NoticeWindowOptions {
  readonly notices: NoticeBoard
  readonly icon: string
  readonly language: Language
  readonly dataFolder: string
  readonly logFile: string
}

export interface NoticeWindow {
  /** Says that something is going on. */
  tell(text: (language: Language) => NoticeText): void
  /** Says what went wrong and waits for a button. A window that is closed counts as quit. */
  ask(text: (language: Language) => NoticeText): Promise<Pressed>
  focus(): void
  /** Counts as quit for one who still waits. */
  close(): void
}

/** One window for what must be said while there is no application yet. It has no preload and no script: nothing of ours can be called from it. */
export function createNoticeWindow(options: NoticeWindowOptions): NoticeWindow {
  const { notices, icon, dataFolder, logFile } = options
  let { language } = options
  let window: BrowserWindow | undefined
  let shown: ((language: Language) => Notice) | undefined
  let answer: ((action: Pressed) => void) | undefined

  const show = (notice: (language: Language) => Notice): void => {
    shown = notice
    window ??= open()
    // A load that is replaced by the next one rejects; there is nothing to do about that.
    void window.loadURL(notices.post(renderNotice(notice(language)))).catch(() => {})
  }
  const open = (): BrowserWindow => {
    const opened = new BrowserWindow({
      width: 820,
      height: 560,
      title: 'Sentinel Duty Desk',
      icon,
      backgroundColor: currentGround(),
      autoHideMenuBar: true,
      webPreferences: safePreferences(undefined, false),
    })
    opened.removeMenu()
    opened.webContents.on('will-navigate', ({ url }) => {
      const action = noticeAction(url)
      if (action === 'language') {
        language = language === 'en' ? 'fr' : 'en'
        if (shown !== undefined) show(shown)
      } else if (action !== undefined) answer?.(action)
    })
    opened.on('closed', () => {
      window = undefined
      answer?.('quit')
    })
    return opened
  }

  return {
    tell: (text) => show((spoken) => ({ ...text(spoken), language: spoken, buttons: [], busy: true })),
    ask: (text) =>
      new Promise((resolve) => {
        answer = resolve
        show((spoken) => ({ ...text(spoken), language: spoken, buttons: ['try-again', 'show-folder', 'quit'], dataFolder, logFile }))
      }),
    focus: () => window?.focus(),
    close() {
      answer?.('quit')
      answer = undefined
      window?.destroy()
      window = undefined
    },
  }
}
