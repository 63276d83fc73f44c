/** `npm start`: Sentinel in its own window; where Electron cannot be had, the same Sentinel in a browser. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildIfStale } from './build-if-stale.ts'
import { findElectron } from './electron-binary.ts'
import { installMissing, runNeeds } from './linux-packages.ts'
import { browserArguments, electronArguments, hasDisplay, profileFolder, readyText, sentences, type StartFacts } from './start-plan.ts'

const root = join(import.meta.dirname, '..')
const facts: StartFacts = { platform: process.platform, env: process.env, home: homedir(), root, asRoot: process.getuid?.() === 0, argv: process.argv.slice(2) }
const say = (text: string): void => void process.stderr.write(`${text}\n`)

/** Passes signals on and resolves with the code of the end. A second signal does no harm: both hosts close once. */
function follow(child: ChildProcess): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
  })
}

function openElectron(program: string): Promise<number> {
  const args = electronArguments(facts)
  if (args.includes('--no-sandbox')) say(sentences.asRoot)
  const { ELECTRON_RUN_AS_NODE: _ignored, ...env } = process.env
  return follow(spawn(program, args, { cwd: root, stdio: 'inherit', env }))
}

/** 4180, so that the address stays the same from day to day, or any free port when it is taken. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(4180, '127.0.0.1', () => probe.close(() => resolve(4180)))
  })

async function openBrowserHost(): Promise<number> {
  const logs = join(profileFolder(facts), 'logs')
  mkdirSync(logs, { recursive: true, mode: 0o700 })
  const log = createWriteStream(join(logs, 'browser-host.log'), { flags: 'a', mode: 0o600 })
  const child = spawn(process.execPath, browserArguments(facts, await freePort()), { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  createInterface({ input: child.stdout }).once('line', (line) => {
    const { url, token } = JSON.parse(line) as { url: string; token: string }
    process.stdout.write(readyText(url, token))
  })
  // The log's lines go to the log; what is meant for a person is shown.
  createInterface({ input: child.stderr }).on('line', (line) => (line.startsWith('{') ? log.write(`${line}\n`) : say(line)))
  return follow(child)
}

try {
  installMissing(runNeeds)
} catch (error) {
  // Without them a reader may not be found; everything else works, so nobody is kept out.
  say(error instanceof Error ? error.message : String(error))
}
buildIfStale()
if (!hasDisplay(facts)) {
  say(sentences.noDisplay)
  process.exitCode = await openBrowserHost()
} else {
  const program = await findElectron(root)
  const code = program === undefined ? 127 : await openElectron(program)
  // 127: the program, or a library it needs, is not there.
  if (code === 127) {
    say(program === undefined ? sentences.noElectron : sentences.cannotRun)
    process.exitCode = await openBrowserHost()
  } else process.exitCode = code
}
