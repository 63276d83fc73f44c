/** The only two names that cross between a window and the main process. Imported by the preload: nothing else may be in here. */
export const callChannel = 'sentinel:call'
export const eventChannel = 'sentinel:event'

/** What the preload puts on `window.sentinel`. */
export interface SentinelBridge {
  /** Makes one call of the contract; answers its Result as data. */
  invoke(name: string, input: unknown): Promise<unknown>
  /** Hears every event this window may hear. Subscribe once a window; the returned function ends it (design.md F12). */
  listen(listener: (name: string, payload: unknown) => void): () => void
}
