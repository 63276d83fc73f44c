/** The one client of this window. */
import { createClient } from '../../shared/contract/client.ts'
import { contract, type Api } from '../../shared/contract/index.ts'
import type { Refused, Transport } from '../../shared/contract/kit.ts'
import { viewOf } from './gateway-key.ts'
import { createGatewayTransport } from './gateway-transport.ts'
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
export type WindowName = 'desk' | 'kiosk' | 'wall' | 'phone'
/** This page came through the gateway, to a screen elsewhere: it has a device's key and may only look. Null = a window of the desk's own. */
export const gatewayView = viewOf(window.location.pathname)
const ownWindow = wanted === 'kiosk' || wanted === 'wall' ? wanted : 'desk'
export const windowName: WindowName = gatewayView ?? ownWindow
/** It shows who is inside and takes no input of its own. */
export const isDisplay = windowName === 'wall' || windowName === 'phone'
/** A kiosk may be told to show one door's scans only. */
export const onlyStation = parameters.get('station')
export const inElectron = window.sentinel !== undefined

let transport: Transport | undefined
let client: Api | undefined

/**
 * Connects once. Without Electron it needs the host's access code, and elsewhere a device's key.
 * @param onRefused the code or the key is no longer taken; of a key it is said why
 */
export function connect(token: string | null, onRefused: (why?: Refused) => void): void {
  if (window.sentinel !== undefined) transport = createBridgeTransport(window.sentinel)
  else if (gatewayView !== null) transport = createGatewayTransport(token ?? '', onRefused)
  else transport = createHttpTransport(token ?? '', ownWindow, () => onRefused())
  client = createClient(contract, transport)
}

/** The API. Only after `connect`, which `main.tsx` calls before anything is drawn. */
export const api = (): Api => {
  if (client === undefined) throw new Error('not connected')
  return client
}

export const watchConnection = (watcher: (connected: boolean) => void): (() => void) => transport?.watch(watcher) ?? (() => {})
