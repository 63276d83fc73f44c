/** What both stand for Electron with: telling the test, events that can be prevented, and what every window has. */
import { EventEmitter } from 'node:events'

export interface Cancellable {
  defaultPrevented: boolean
  preventDefault(): void
}

/** Tells the test that started this process, if there is one that listens. */
export const tell = (what: string, facts: object = {}): void => void process.send?.({ what, ...facts })
export const cancellable = <T extends object>(facts: T = {} as T): T & Cancellable => ({
  ...facts,
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true
  },
})

export const windows = new Map<number, WindowFrame>()
/** What happens when no window is left; the application says. */
export const endings = { noWindowLeft: (): void => {} }
let lastId = 0

/** A window but for its page: its state, and the order of its end. */
export class WindowFrame extends EventEmitter {
  readonly id = (lastId += 1)
  readonly options: Readonly<Record<string, unknown>>
  private visible: boolean
  constructor(options: Readonly<Record<string, unknown>>) {
    super()
    this.options = options
    this.visible = options['show'] !== false
    windows.set(this.id, this)
  }
  close(): void {
    const event = cancellable()
    this.emit('close', event)
    if (event.defaultPrevented) tell('close prevented', { window: this.id })
    else this.destroy()
  }
  destroy(): void {
    if (!windows.delete(this.id)) return
    tell('closed', { window: this.id })
    this.emit('closed')
    if (windows.size === 0) endings.noWindowLeft()
  }
  private setVisible(visible: boolean): void {
    this.visible = visible
    tell(visible ? 'shown' : 'hidden', { window: this.id })
  }
  show(): void {
    this.setVisible(true)
  }
  hide(): void {
    this.setVisible(false)
  }
  focus(): void {
    tell('focused', { window: this.id })
  }
  isVisible = (): boolean => this.visible
  isDestroyed = (): boolean => !windows.has(this.id)
  isFocused = (): boolean => false
  flashFrame = (flashing: boolean): void => tell('flash', { window: this.id, flashing })
  isMinimized = (): boolean => false
  isMaximized = (): boolean => false
  isKiosk = (): boolean => this.options['kiosk'] === true
  maximize(): void {}
  restore(): void {}
  removeMenu(): void {}
  setKiosk(): void {}
  setAlwaysOnTop(): void {}
  getNormalBounds = (): object => ({ x: this.options['x'], y: this.options['y'], width: this.options['width'], height: this.options['height'] })
}
