/** Takes from every window what Electron gives by default and we do not need (design.md 8, trust.md 4.1). */
import { basename } from 'node:path'
import { app, type Session, type WebContents, type WebPreferences } from 'electron'
import type { Log } from '../core/kit/log.ts'
import { noticeAction } from './notice/page.ts'
import { mayDownload, mayNavigate, mayRequest, type WindowKind } from './own-pages.ts'

interface GuardOptions {
  readonly devServer: URL | undefined
  readonly devTools: boolean
  readonly kindOf: (contents: WebContents | undefined) => WindowKind | undefined
  readonly log: Log
}

/** What every window of ours is opened with. */
export function safePreferences(preload: string | undefined, devTools: boolean): WebPreferences {
  return {
    ...(preload === undefined ? {} : { preload }),
    // SECURITY: a page that is taken over is still in Chromium's sandbox, without Node and without our preload's world.
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    // SECURITY: no page inside a page.
    webviewTag: false,
    // SECURITY: a dropped file is not opened.
    navigateOnDragDrop: false,
    // SECURITY: the spell checker downloads its dictionaries and keeps the words that were added.
    spellcheck: false,
    // SECURITY: developer tools in a checkout only.
    devTools,
    // The kiosk sounds at a scan, which is no touch on the screen.
    autoplayPolicy: 'no-user-gesture-required',
  }
}

/** Must run before the first window opens. */
export function guardSession(session: Session, { devServer, devTools, kindOf, log }: GuardOptions): void {
  // SECURITY: Electron grants every permission unless told otherwise; nothing we do needs one. Both the question and the check.
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn('guard.permission_denied', { permission })
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  // SECURITY: readers are opened by the main process; no page picks a device.
  session.setDevicePermissionHandler(() => false)

  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !mayRequest(details.url, devServer, devTools)
    if (cancel) log.warn('guard.request_cancelled', { type: details.resourceType, scheme: details.url.split(':', 1)[0] })
    answer({ cancel })
  })

  session.on('will-download', (event, item, contents) => {
    if (mayDownload(item.getURL(), kindOf(contents), devServer)) {
      item.setSaveDialogOptions({ defaultPath: basename(item.getFilename()) })
      return
    }
    log.warn('guard.download_refused', { scheme: item.getURL().split(':', 1)[0] })
    event.preventDefault()
  })
}

/** Guards every page that ever comes to be, whoever made it. Must run before the first window opens. */
export function guardContents({ devServer, log }: GuardOptions): void {
  app.on('web-contents-created', (_event, contents) => {
    const stop = (event: { preventDefault(): void }, to: string, why: string): void => {
      if (mayNavigate(contents.getURL(), to, devServer)) return
      if (noticeAction(to) === undefined) log.warn('guard.navigation_denied', { why, scheme: to.split(':', 1)[0] })
      event.preventDefault()
    }
    contents.on('will-navigate', (event) => stop(event, event.url, 'navigate'))
    contents.on('will-frame-navigate', (event) => stop(event, event.url, 'frame'))
    contents.on('will-redirect', (event) => stop(event, event.url, 'redirect'))
    // SECURITY: a page opens no windows.
    contents.setWindowOpenHandler(() => {
      log.warn('guard.window_denied')
      return { action: 'deny' }
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
