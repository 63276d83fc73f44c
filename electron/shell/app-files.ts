import { extname, join, sep } from 'node:path'
import { appHost, appScheme } from './own-pages.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
}

export interface AppFile {
  readonly path: string
  readonly mediaType: string
}

/** The path of an address of ours, decoded, or undefined for anyone else's or a malformed one. */
export function appPath(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== `${appScheme}:` || url.host !== appHost) return undefined
  try {
    return decodeURIComponent(url.pathname)
  } catch {
    return undefined
  }
}

/** SECURITY: only files of known kinds inside `root` can be asked for; no way of writing an address leads out of it. */
export function resolveAppFile(root: string, address: string): AppFile | undefined {
  const wanted = appPath(address)
  if (wanted === undefined || wanted.includes('\0') || wanted.includes('\\') || wanted.includes(':')) return undefined
  const relative = wanted === '' || wanted === '/' ? '/index.html' : wanted
  if (relative.split('/').some((part, index) => part === '..' || part === '.' || (part === '' && index > 0))) return undefined
  const path = join(root, relative)
  const mediaType = mediaTypes[extname(path).toLowerCase()]
  return path.startsWith(root + sep) && mediaType !== undefined ? { path, mediaType } : undefined
}
