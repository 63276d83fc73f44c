/** `node boot.ts ENTRY …`: runs an entry of ours with `electron` standing for the double. */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

const double = new URL('electron.ts', import.meta.url).href
registerHooks({ resolve: (specifier, context, next) => (specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context)) })

const [node = process.execPath, , entry = '', ...rest] = process.argv
// As Electron has it in a checkout: the program, the application's folder, the switches.
process.argv = [node, '.', ...rest]
await import(pathToFileURL(entry).href)
