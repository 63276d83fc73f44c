/** Starts the application on the double and talks with it. */
import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')

export interface Happening {
  readonly what: string
  readonly [fact: string]: unknown
}
export interface DoubleRun {
  readonly process: ChildProcess
  readonly happened: readonly Happening[]
  /** Waits until something that fits has happened, counting from the beginning; rejects in words after 50 s. */
  until(what: string, facts?: object, times?: number): Promise<Happening>
  order<T = unknown>(order: string, window?: number, ...values: unknown[]): Promise<T>
  /** The log's lines so far. */
  log(): { event: string; [field: string]: unknown }[]
  /** Resolves with the exit code. */
  ended: Promise<number | null>
}

const fits = (happening: Happening, what: string, facts: object): boolean => happening.what === what && Object.entries(facts).every(([name, value]) => JSON.stringify(happening[name]) === JSON.stringify(value))

/** @param entry `electron/main.ts` runs from source, so that no build is needed; `out/main/main.js` is what is shipped. */
export function runOnDouble(profile: string, args: readonly string[] = [], env: Record<string, string> = {}, entry = process.env['SHELL_ENTRY'] ?? 'electron/main.ts'): DoubleRun {
  const child = fork(join(import.meta.dirname, 'boot.ts'), [join(root, entry), `--profile=${profile}`, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, ...env } })
  const happened: Happening[] = []
  const waiting = new Set<() => void>()
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.on('message', (message: Happening) => {
    happened.push(message)
    for (const look of waiting) look()
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))

  const until = (what: string, facts: object = {}, times = 1): Promise<Happening> =>
    new Promise((resolve, reject) => {
      const give = (why: string): void => {
        waiting.delete(look)
        reject(new Error(`${why} before “${what}” ${JSON.stringify(facts)}.\nHappened: ${happened.map((one) => one.what).join(', ')}\n${output.slice(-3000)}`))
      }
      const timer = setTimeout(() => give('50 s went by'), 50_000)
      const look = (): void => {
        const found = happened.filter((happening) => fits(happening, what, facts))[times - 1]
        if (found === undefined) return
        waiting.delete(look)
        clearTimeout(timer)
        resolve(found)
      }
      waiting.add(look)
      void ended.then(() => setTimeout(() => waiting.has(look) && give('the program ended'), 200))
      look()
    })

  let last = 0
  return {
    process: child,
    happened,
    until,
    ended,
    async order<T>(order: string, window?: number, ...values: unknown[]): Promise<T> {
      const id = (last += 1)
      child.send({ id, order, window, values })
      const { value, problem } = await until('answer', { to: id })
      if (problem !== undefined) throw new Error(String(problem))
      return value as T
    },
    log: () =>
      readFileSync(join(profile, 'logs', 'main.log'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { event: string }),
  }
}
