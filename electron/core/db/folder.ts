/** What is in a desk's folder, without touching it. */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readMarker, type Marker } from './marker.ts'
import type { FolderFacts } from './plan-open.ts'

/** One folder has one name, whatever link led to it; it, and folders above it, need not exist yet. */
export function resolveDataDir(dataDir: string): string {
  const path = resolve(dataDir)
  if (existsSync(path)) return realpathSync.native(path)
  return path === dirname(path) ? path : join(resolveDataDir(dirname(path)), basename(path))
}

/** Lies inside the cluster, so that it gets its name in the same step, and every backup carries it. PostgreSQL passes it over. */
export const identityFile = 'desk.json'

/** undefined = the folder holds no desk, or none that says which. */
export const readDeskId = (root: string): string | undefined => {
  try {
    const { deskId } = JSON.parse(readFileSync(join(root, 'pgdata', identityFile), 'utf8')) as { deskId?: unknown }
    return typeof deskId === 'string' ? deskId : undefined
  } catch {
    return undefined
  }
}

const readText = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined)

/** What an interrupted first start left: nobody was ever answered from it. A person's folder of that name is none. */
const isUnfinished = (path: string): boolean => statSync(path).isDirectory() && readdirSync(path).every((entry) => entry === 'pgdata')

/** Facts for planOpen. */
export function lookAt(root: string): FolderFacts & { readonly marker: Marker | 'unreadable' | undefined } {
  const marker = readMarker(root)
  if (!existsSync(root)) return { marker, folder: 'missing', deskId: undefined, postgres: undefined }
  const counts = (entry: string): boolean => entry !== 'lost+found' && !(entry === 'creating' && isUnfinished(join(root, entry)))
  const filled = !statSync(root).isDirectory() || readdirSync(root).some(counts)
  return { marker, folder: filled ? 'filled' : 'empty', deskId: readDeskId(root), postgres: readText(join(root, 'pgdata/PG_VERSION')) }
}
