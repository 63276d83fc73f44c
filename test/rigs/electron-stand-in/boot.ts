/** What `electron` runs: reads the command line as Electron does, then loads the application with `electron` standing for this folder. */
import { readFileSync } from 'node:fs'
import { open as openInspector } from 'node:inspector'
import { registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readSwitches } from './switches.ts'

const words = process.argv.slice(2)
const switches = readSwitches(words)
const folder = resolve(words.find((word) => !word.startsWith('-')) ?? '.')
const { main, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { main: string; version: string }

// Never to be taken for Electron: whoever asks which version this is reads it in the answer.
const electronVersion = (JSON.parse(readFileSync(join(folder, 'node_modules/electron/package.json'), 'utf8')) as { version: string }).version
Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: `${electronVersion}-stand-in`, chrome: 'not started' } })
process.stderr.write(`This is Sentinel's stand-in for Electron, not Electron: the built main process in Node ${process.versions.node}, its pages in Chromium.\n`)

process.argv = [process.argv[1] ?? '', ...words]
process.env['STAND_IN_VERSION'] = version
process.env['DOUBLE_DISPLAY_SIZE'] ??= '1280x800'
const standIn = new URL('electron.ts', import.meta.url).href
registerHooks({ resolve: (specifier, context, next) => (specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context)) })

// Playwright talks to the main process as it does to Electron's.
const inspect = switches.get('inspect')
if (inspect !== undefined) openInspector(Number(inspect), '127.0.0.1')
await import(pathToFileURL(join(folder, main)).href)
