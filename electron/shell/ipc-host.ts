/** The core behind one channel in and one out. Who calls is known from the window, never from the message. */
import { ipcMain, type WebContents } from 'electron'
import type { Result } from '../../shared/contract/kit.ts'
import type { Core } from '../core/app/core.ts'
import { newCorrelationId } from '../core/kit/id.ts'
import { errorFields, type Log } from '../core/kit/log.ts'
import { toRefused } from '../core/kit/refusal.ts'
import { callChannel, eventChannel } from './channels.ts'
import type { WindowKind } from './own-pages.ts'
import { mayHear, senderKind } from './window-rights.ts'

export interface ConnectedWindow {
  readonly kind: WindowKind
  readonly contents: WebContents
}

interface IpcHostOptions {
  /** Undefined until the core is open and once it closes. */
  readonly core: () => Core | undefined
  readonly windows: () => readonly ConnectedWindow[]
  readonly devServer: URL | undefined
  readonly log: Log
}

export interface IpcHost {
  /** Sends an event of the core to every window that may hear it. */
  publish(name: string, payload: unknown): void
}

/** JSON only crosses, so that a window learns nothing here that the browser host would not tell it. */
const asJson = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))

/** Begins to answer. What goes wrong is data: an error thrown here would reach the page decorated (design.md F11). */
export function createIpcHost({ core, windows, devServer, log }: IpcHostOptions): IpcHost {
  const answer = async (contents: WebContents, frame: { url: string; parent: unknown } | null, name: unknown, input: unknown): Promise<Result<unknown>> => {
    const window = windows().find((candidate) => candidate.contents === contents)
    const kind = frame === null ? undefined : senderKind({ kind: window?.kind, isMainFrame: frame.parent === null, address: frame.url }, devServer)
    if (kind === undefined) {
      log.warn('ipc.sender_refused', { known: window !== undefined })
      return { ok: false, error: toRefused('forbidden') }
    }
    const open = core()
    if (open === undefined) return { ok: false, error: toRefused('closing') }
    if (typeof name !== 'string') return { ok: false, error: toRefused('call_unknown', { name: typeof name }) }
    return asJson(await open.dispatch(open.callerOf(kind), name, asJson(input))) as Result<unknown>
  }

  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) => {
    try {
      return await answer(event.sender, event.senderFrame, name, input)
    } catch (error) {
      const correlationId = newCorrelationId()
      log.error('ipc.failed', { correlationId, ...errorFields(error) })
      return { ok: false, error: toRefused('internal', { correlationId }) }
    }
  })

  return {
    publish(name, payload) {
      const open = core()
      if (open === undefined) return
      for (const { kind, contents } of windows()) {
        if (!contents.isDestroyed() && mayHear(name, open.callerOf(kind))) contents.send(eventChannel, name, asJson(payload))
      }
    },
  }
}
