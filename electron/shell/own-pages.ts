/** Which addresses are ours. Pure decisions; the guard, the protocol and the IPC host ask here. */

export const appScheme = 'app'
export const appHost = 'sentinel'
import type { WindowKind } from '../core/app/callers.ts'

export type { WindowKind }

/** `electron-vite dev` serves the pages; its address is believed in a checkout only. */
export function devServerOf(packaged: boolean, address: string | undefined): URL | undefined {
  // SECURITY: an installed Sentinel takes pages from its own files, whatever the environment says.
  if (packaged || address === undefined || !URL.canParse(address)) return undefined
  const url = new URL(address)
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) ? url : undefined
}

const parse = (address: string): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined)

/** True for a page of ours: app://sentinel, or the dev server's. */
export function isOwnPage(address: string, devServer?: URL): boolean {
  const url = parse(address)
  if (url === undefined || url.username !== '' || url.password !== '') return false
  if (url.protocol === `${appScheme}:`) return url.host === appHost
  return devServer !== undefined && url.origin === devServer.origin
}

/** SECURITY: whatever a page tries, no request leaves the program: only our own files, what a page made itself, and the developer's tools. */
export function mayRequest(address: string, devServer?: URL, devTools = false): boolean {
  const url = parse(address)
  if (url === undefined) return false
  if (url.protocol === 'blob:') return isOwnPage(url.pathname, devServer)
  // Pictures only: the content security policy lets nothing else be a data: address.
  if (url.protocol === 'data:') return true
  if (url.protocol === 'devtools:') return devTools
  if (devServer !== undefined && url.protocol === 'ws:') return url.host === devServer.host
  return isOwnPage(address, devServer)
}

/** SECURITY: a page may reload itself and go nowhere else; a dropped file or a link to anywhere changes nothing. */
export function mayNavigate(from: string, to: string, devServer?: URL): boolean {
  if (!isOwnPage(from, devServer) || !isOwnPage(to, devServer)) return false
  const [here, there] = [new URL(from), new URL(to)]
  return here.host === there.host && here.pathname === there.pathname && here.search === there.search
}

/** SECURITY: only the desk may save a file, and only one that its own page made; the save dialog asks where. */
export const mayDownload = (address: string, kind: WindowKind | undefined, devServer?: URL): boolean =>
  kind === 'desk' && address.startsWith('blob:') && isOwnPage(address.slice('blob:'.length), devServer)

/** Where a window's page is. @param stationId whose door it is, where that is not the desk's own */
export function windowAddress(kind: WindowKind, devServer?: URL, stationId: string | null = null): string {
  const url = devServer === undefined ? new URL(`${appScheme}://${appHost}/index.html`) : new URL('/', devServer)
  url.searchParams.set('window', kind)
  if (stationId !== null) url.searchParams.set('station', stationId)
  return url.href
}
