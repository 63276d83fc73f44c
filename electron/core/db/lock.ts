/** One process a desk (design.md F1): the operating system holds the lock and lets it go however the process ends. */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createConnection, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Holder {
  readonly pid: number
  /** ISO instant at which it took the lock. */
  readonly since: string
}
export type LockAttempt = { readonly release: () => Promise<void> } | { readonly heldBy: Holder | null }

/** An abstract socket on Linux, a named pipe on Windows: neither leaves anything behind. Elsewhere a socket file. */
export function lockAddress(dataDir: string, platform: NodeJS.Platform = process.platform): string {
  const name = `sentinel-${createHash('sha256').update(dataDir).digest('hex').slice(0, 32)}`
  if (platform === 'linux') return `\0${name}`
  return platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

/** Takes the lock of `dataDir` (a real path), or tells who holds it. `now` is written into the lock for the one who comes second. */
export async function takeLock(dataDir: string, now: Date, platform: NodeJS.Platform = process.platform): Promise<LockAttempt> {
  const address = lockAddress(dataDir, platform)
  const holder: Holder = { pid: process.pid, since: now.toISOString() }
  // Destroyed when it is told: one who asks and stays would keep the lock from being let go.
  const server = createServer((socket) => socket.on('error', () => {}).end(JSON.stringify(holder), () => socket.destroy()))
  if (await listens(server, address)) return released(server)
  const heldBy = await askHolder(address)
  if (heldBy !== undefined) return { heldBy }

  // Nobody answers: it was let go just now, or its process died and left its socket file.
  if (platform === 'linux' || platform === 'win32') return (await listens(server, address)) ? released(server) : { heldBy: null }
  rmSync(address, { force: true })
  if (!(await listens(server, address))) return { heldBy: null }
  // Another may have found the same dead file, and have removed ours for it: the name belongs to whom it leads to.
  await new Promise((resolve) => setTimeout(resolve, takeoverMs))
  const winner = await askHolder(address)
  return winner?.pid === holder.pid && winner.since === holder.since ? released(server) : { heldBy: winner ?? null }
}

/** Longer than from finding a dead file to having replaced it. */
const takeoverMs = 100

const released = (server: Server): LockAttempt => {
  server.unref()
  // An accept that fails (too many files are open) costs an answer, never the desk.
  server.on('error', () => {})
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

const listens = (server: Server, address: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)))
    server.listen(address, () => resolve(true))
  })

/** null: somebody listens, but does not say who. undefined: nobody is there. */
const askHolder = (address: string): Promise<Holder | null | undefined> =>
  new Promise((resolve) => {
    let text = ''
    const socket = createConnection(address)
    socket.setTimeout(1000, () => socket.destroy())
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? undefined : null))
    socket.on('close', () => {
      try {
        resolve(JSON.parse(text) as Holder)
      } catch {
        resolve(null)
      }
    })
  })
