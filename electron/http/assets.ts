import { extname, join, normalize, sep } from 'node:path'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
}

export interface Asset {
  readonly path: string
  readonly mediaType: string
}

/** SECURITY: only files of known kinds inside the built windows' folder; whatever the path says, it cannot leave it. */
export function resolveAsset(root: string, urlPath: string): Asset | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return undefined
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined
  const path = normalize(join(root, decoded === '/' ? 'index.html' : decoded))
  const mediaType = mediaTypes[extname(path)]
  return path.startsWith(root + sep) && mediaType !== undefined ? { path, mediaType } : undefined
}
