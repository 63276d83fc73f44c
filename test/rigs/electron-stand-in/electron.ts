/** What `import … from 'electron'` gives the main process here: see README.md for what is real and what is not. */
import { windows, WindowFrame } from '../electron-double/parts.ts'
import { openPage } from './chromium.ts'
import { WebContents, type Preferences } from './contents.ts'

export { dialog, Menu, nativeImage, nativeTheme, powerMonitor, powerSaveBlocker, screen, shell, Tray } from '../electron-double/machine.ts'
export { app } from './app.ts'
export { ipcMain } from './ipc-main.ts'
export { protocol, session } from './session.ts'

const all = (): BrowserWindow[] => [...windows.values()].filter((window) => window instanceof BrowserWindow)

export class BrowserWindow extends WindowFrame {
  readonly webContents: WebContents
  constructor(options: Readonly<Record<string, unknown>>) {
    super(options)
    const { x = 0, y = 0, width = 800, height = 600 } = options as Partial<Record<'x' | 'y' | 'width' | 'height', number>>
    this.webContents = new WebContents((options['webPreferences'] ?? {}) as Preferences, openPage({ x, y, width, height }), this.isDestroyed)
    this.webContents.on('ready-to-show', () => this.emit('ready-to-show'))
  }
  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url)
  override focus(): void {
    super.focus()
    this.webContents.focusPage()
  }
  override destroy(): void {
    this.webContents.closePage()
    super.destroy()
  }
  static getAllWindows = all
  static getFocusedWindow = (): null => null
  static fromWebContents = (contents: WebContents): BrowserWindow | null => all().find((window) => window.webContents === contents) ?? null
}

export const webContents = {
  getAllWebContents: (): WebContents[] => all().map((window) => window.webContents),
  fromDevToolsTargetId: (id: string): WebContents | undefined => all().find((window) => window.webContents.targetId === id)?.webContents,
}
