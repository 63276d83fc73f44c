/** `npm run headless -- --data FOLDER …`: builds what is missing, then is the browser host itself, so that a signal reaches it. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale } from './build-if-stale.ts'

buildIfStale()
await import(pathToFileURL(join(import.meta.dirname, '..', 'out', 'main', 'headless.js')).href)
