/** The machine around the windows, as both stand for it: displays, power, tray, menus. Nothing is shown; the test is told. */
import { EventEmitter } from 'node:events'
import { basename } from 'node:path'
import { tell } from './parts.ts'

const [width = 1920, height = 1080] = (process.env['DOUBLE_DISPLAY_SIZE'] ?? '1920x1080').split('x').map(Number)
const display = (id: number): object => ({ id, bounds: { x: (id - 1) * width, y: 0, width, height }, workArea: { x: (id - 1) * width, y: 0, width, height: height - 40 } })
export const screen = Object.assign(new EventEmitter(), { getAllDisplays: () => Array.from({ length: Number(process.env['DOUBLE_DISPLAYS'] ?? 1) }, (_, index) => display(index + 1)) })
export const nativeTheme = { shouldUseDarkColors: false }
export const powerMonitor = new EventEmitter()
export const powerSaveBlocker = {
  start(type: string) {
    tell('awake', { type })
    return 7
  },
  stop: (id: number) => tell('may sleep', { id }),
}
export const dialog = { showErrorBox: (title: string, content: string) => tell('error box', { title, content }) }
export const shell = {
  openPath(path: string) {
    tell('folder shown', { path })
    return Promise.resolve('')
  },
}
export const nativeImage = { createFromPath: (path: string) => ({ resize: () => path }) }
export class Tray extends EventEmitter {
  setContextMenu = (menu: object): void => tell('tray menu', { menu })
  setImage = (image: string): void => tell('tray', { image: basename(image) })
  setToolTip = (words: string): void => tell('tray words', { words })
}
export const Menu = { buildFromTemplate: (template: object) => template, setApplicationMenu: (menu: object) => tell('menu', { menu }) }
