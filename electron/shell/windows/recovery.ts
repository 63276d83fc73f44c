import type { BrowserWindow } from 'electron'
import { noticeAction, renderNotice } from '../notice/page.ts'
import { noticeWords } from '../notice/words.ts'
import type { WindowKind } from '../own-pages.ts'
import type { CrashPolicy } from './crash-policy.ts'
import type { Surroundings } from './surroundings.ts'

/** A crashed page's process has to be gone before another is asked for. */
const settleMs = 200

interface RecoveryOptions {
  readonly kind: WindowKind
  readonly policy: CrashPolicy
  /** Brings the page back. */
  readonly revive: () => void
  /** Shows the page at `address`, which says that we gave up. */
  readonly giveUp: (address: string) => void
}

/** Watches over a window's page: logs what goes wrong, brings a crashed page back, and says so when that does not help. */
export function recover(window: BrowserWindow, around: Surroundings, { kind, policy, revive, giveUp }: RecoveryOptions): void {
  const { clock, log, language, notices } = around
  const { webContents } = window
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.error('window.crashed', { kind, reason, exitCode })
    const next = policy.crashed(clock.monotonic())
    clock.after(settleMs, () => {
      if (window.isDestroyed()) return
      if (next === 'reload') revive()
      else {
        log.error('window.given_up', { kind })
        giveUp(notices.post(renderNotice({ ...noticeWords[language].crashed, language, buttons: ['try-again'] })))
      }
    })
  })
  webContents.on('will-navigate', ({ url }) => {
    if (noticeAction(url) !== 'try-again') return
    policy.reset()
    revive()
  })
  webContents.on('unresponsive', () => log.warn('window.unresponsive', { kind }))
  webContents.on('responsive', () => log.info('window.responsive', { kind }))
  webContents.on('preload-error', (_event, _path, error) => log.error('window.preload_failed', { kind, message: error.message }))
  webContents.on('did-fail-load', (_event, code, description, _address, isMainFrame) => {
    // -3: a page that was replaced before it had loaded.
    if (isMainFrame && code !== -3) log.error('window.load_failed', { kind, code, description })
  })
}
