/** A real PostgreSQL server without an installation: Debian's own programs on a cluster in a folder that goes with the test. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Where Debian puts each major version of the server. */
const debianFolder = '/usr/lib/postgresql'

export interface PostgresServer {
  readonly port: number
  /** Its address for `database`; nobody is asked for a password. */
  url(database?: string): string
  /** Makes an empty database, or a copy of `template`, and returns its address. */
  createDatabase(name: string, template?: string): Promise<string>
  /** Ends it as a crash would, with everybody who is connected. */
  kill(): Promise<void>
  /** Starts it again on the same folder and port. */
  start(): Promise<void>
  /** Ends it and deletes its folder. */
  stop(): Promise<void>
}

const newestMajor = (): number | undefined => (existsSync(debianFolder) ? readdirSync(debianFolder).map(Number).filter(Number.isInteger).sort((a, b) => b - a)[0] : undefined)

/** Whether a server can be started here. */
export const hasPostgres = (): boolean => newestMajor() !== undefined

/** The programs' folder: of another server that is to be tried (CONTRIBUTING.md), or of the newest one that is installed. */
function programs(): string {
  const tried = process.env['SENTINEL_TEST_POSTGRES']
  if (tried !== undefined) return tried
  const major = newestMajor()
  if (major === undefined) throw new Error(`There is no PostgreSQL server in ${debianFolder}: apt-get install postgresql`)
  return join(debianFolder, String(major), 'bin')
}

/** PostgreSQL refuses to run as root: then it runs as the user that its Debian package brings. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** A file that only the server may read, such as its key. */
export function giveToServer(path: string): void {
  const user = serverUser()
  if (user) chownSync(path, user.uid, user.gid)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** @param settings of the server, such as `['ssl=on']`; flushes are off unless a test asks for `fsync=on` */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const bin = programs()
  const user = serverUser()
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  execFileSync(join(bin, 'initdb'), ['--pgdata', data, '--username', 'sentinel', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'], { ...user, stdio: 'ignore', cwd: folder })
  const port = await freePort()
  const url = (database = 'postgres'): string => `postgres://sentinel@127.0.0.1:${port}/${database}`
  let child: ChildProcess | undefined

  async function start(): Promise<void> {
    const all = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off', 'max_connections=200', ...settings]
    const starting = spawn(join(bin, 'postgres'), ['-D', data, ...all.flatMap((setting) => ['-c', setting])], { ...user, stdio: ['ignore', 'ignore', 'pipe'], cwd: folder })
    child = starting
    let complaints = ''
    starting.stderr?.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-4_000)))
    const deadline = Date.now() + 60_000
    while (!(await answers(url()))) {
      if (starting.exitCode !== null || Date.now() > deadline) throw new Error(`PostgreSQL did not come up:\n${complaints}`)
      await pause(100)
    }
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child
    child = undefined
    if (ending === undefined || ending.exitCode !== null) return
    const exited = once(ending, 'exit')
    ending.kill(signal)
    await exited
  }

  await start()
  return {
    port,
    url,
    async createDatabase(name, template = 'template0') {
      const client = new pg.Client({ connectionString: url() })
      await client.connect()
      await client.query(`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`)
      await client.end()
      return url(name)
    },
    // SIGQUIT is its "immediate" end: without it the children of a killed postmaster would go on for a while.
    kill: () => end('SIGQUIT'),
    start,
    async stop() {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
