/** Prints a page of ours without asking anybody: in a window that nobody sees, without scripts and without a network (trust.md on muster). */
import { BrowserWindow, session, type Session } from 'electron'
import type { Language } from '../../shared/i18n/index.ts'
import { safePreferences } from './guard.ts'
import { chooseDevice, mayFetchForPaper, nameOf, paperAddress, printFailure, type Device } from './print-plan.ts'

/** A page that is not drawn by then never will be. Milliseconds. */
const drawLimitMs = 10_000

interface PrinterOptions {
  readonly language: Language
  /** Resolves once the desk has a window: where the printer's were the last one, closing it would end Sentinel. */
  readonly whenOpen: Promise<void>
}

/** The core's `Printer` for this PC. */
export function createPrinter({ language, whenOpen }: PrinterOptions) {
  let own: Session | undefined
  const fail = (reason: string): Error => new Error(printFailure(reason, language))

  /** SECURITY: a session of its own, kept in memory only, that fetches nothing and is granted nothing. */
  function paperSession(): Session {
    if (own !== undefined) return own
    own = session.fromPartition('paper')
    own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayFetchForPaper(url) }))
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
    own.setPermissionCheckHandler(() => false)
    own.on('will-download', (event) => event.preventDefault())
    return own
  }

  /** Uses a hidden window and closes it, whatever came of it. */
  async function inWindow<T>(use: (window: BrowserWindow) => Promise<T>): Promise<T> {
    await whenOpen
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        ...safePreferences(undefined, false),
        session: paperSession(),
        // SECURITY: paper needs no script; what a name on the list might smuggle in stays text.
        javascript: false,
      },
    })
    try {
      return await use(window)
    } finally {
      if (!window.isDestroyed()) window.destroy()
    }
  }

  const devicesOf = async (window: BrowserWindow): Promise<Device[]> => (await window.webContents.getPrintersAsync()).map(({ name, displayName }) => ({ name, displayName }))

  async function draw(window: BrowserWindow, html: string): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(fail('page not drawn')), drawLimitMs)
    })
    try {
      await Promise.race([window.loadURL(paperAddress(html)), late])
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    list: (): Promise<string[]> => inWindow(async (window) => (await devicesOf(window)).map(nameOf)),
    /** Resolves once the spooler has it; rejects in the words of the person at the desk. */
    print: (html: string, { copies, printer }: { readonly copies: number; readonly printer: string | null }): Promise<void> =>
      inWindow(async (window) => {
        const devices = await devicesOf(window)
        if (devices.length === 0) throw fail('no printer')
        const deviceName = chooseDevice(devices, printer)
        await draw(window, html)
        await new Promise<void>((resolve, reject) => {
          window.webContents.print({ silent: true, printBackground: true, copies, ...(deviceName !== undefined && { deviceName }) }, (isSent, reason) => (isSent ? resolve() : reject(fail(reason))))
        })
      }),
  }
}
