/** The one client of this window. */
import { createClient } from '../../shared/contract/client.ts'
import { contract, type Api } from '../../shared/contract/index.ts'
import type { Transport } from '../../shared/contract/kit.ts'
import { createHttpTransport } from './http-transport.ts'

/** What the preload puts on the window: two functions, and nothing else of Electron. */
interface Bridge {
  invoke(name: string, input: unknown): Promise<unknown>
  listen(listener: (name: string, payload: unknown) => void): () => void
}
declare global {
  interface Window {
    readonly sentinel?: Bridge
  }
}

const createBridgeTransport = (bridge: Bridge): Transport => ({
  call: (name, input) => bridge.invoke(name, input),
  listen: (listener) => bridge.listen(listener),
  // The main process is the application: without it there is no window to tell.
  watch(watcher) {
    watcher(true)
    return () => {}
  },
})

const parameters = new URLSearchParams(window.location.search)
const wanted = parameters.get('window')
export type WindowName = 'desk' | 'kiosk' | 'wall'
export const windowName: WindowName = wanted === 'kiosk' || wanted === 'wall' ? wanted : 'desk'
/** A kiosk may be told to show one door's scans only. */
export const onlyStation = parameters.get('station')
export const inElectron = window.sentinel !== undefined

let transport: Transport | undefined
let client: Api | undefined

/** Connects once; without Electron it needs the host's access code, and says when that is no longer taken. */
export function connect(token: string | null, onRefused: () => void): void {
  transport = window.sentinel === undefined ? createHttpTransport(token ?? '', windowName, onRefused) : createBridgeTransport(window.sentinel)
  client = createClient(contract, transport)
}

/** The API. Only after `connect`, which `main.tsx` calls before anything is drawn. */
export const api = (): Api => {
  if (client === undefined) throw new Error('not connected')
  return client
}

export const watchConnection = (watcher: (connected: boolean) => void): (() => void) => transport?.watch(watcher) ?? (() => {})
