/** Electron's entry. */
import { app } from 'electron'
import { start } from './shell/start.ts'

// Not awaited: see start().
start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  app.exit(1)
})
