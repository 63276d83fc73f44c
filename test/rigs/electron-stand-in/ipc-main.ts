type Handler = (event: object, ...values: unknown[]) => unknown

const handlers = new Map<string, Handler>()

/** Electron's `ipcMain`, as far as our shell uses it. */
export const ipcMain = { handle: (channel: string, handler: Handler): void => void handlers.set(channel, handler) }

/** Rejects with Electron's words when nobody handles `channel`. */
export async function handle(channel: string, event: object, values: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  return handler(event, ...values)
}
