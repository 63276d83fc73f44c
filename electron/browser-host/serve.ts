/** Starts the core and serves it: what `npm run headless` runs. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { WebSocketServer } from 'ws'
import { createCore } from '../core/app/core.ts'
import { createSettableClock } from '../core/kit/clock.ts'
import { databaseVariable } from '../core/app/database-variable.ts'
import type { Log } from '../core/kit/log.ts'
import { parseReaderArgument } from '../core/readers/parse-reader-argument.ts'
import { openGateway } from '../gateway/server.ts'
import type { HostArguments } from './arguments.ts'
import { createHttpApp } from './http-app.ts'

export interface BrowserHost {
  readonly url: string
  /** 256 random bits, made anew at every start. */
  readonly token: string
  close(): Promise<void>
}

/** Rejects with an OpenFailure when the database may not be opened, and with a plain Error when the port is taken or the windows are not built. */
export async function serveBrowserHost(given: HostArguments, { appRoot, version, log }: { appRoot: string; version: string; log: Log }): Promise<BrowserHost> {
  const rendererDir = join(appRoot, 'out', 'renderer')
  if (!existsSync(join(rendererDir, 'index.html'))) throw new Error('The windows are not built yet. Run: npm run build')
  // Before anything is opened: what is asked wrongly is said at once.
  const readers = (station?: string) => given.readers.map((text) => parseReaderArgument(text, station))
  readers()
  const clock = createSettableClock()
  clock.set(given.now)
  const core = await createCore({ dataDir: given.data, databaseUrl: given.database ?? databaseVariable(process.env), host: 'browser', version, log, clock, dev: given.dev, demo: given.demo, stationId: given.station, readers, gateway: openGateway(rendererDir) })
  const token = randomBytes(32).toString('base64url')

  const app = createHttpApp({ core, token, rendererDir, version, port: () => (server.address() as AddressInfo).port })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 })
  const server = createAdaptorServer({ fetch: app.fetch, websocket: { server: sockets } })
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      // SECURITY: this machine only; other machines come in through the gateway, never here.
      server.listen(given.port, '127.0.0.1', resolve)
    })
  } catch (error) {
    await core.close()
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    throw taken ? new Error(`Port ${given.port} is in use by another program. Choose another with --port, or leave it out.`) : error
  }
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
      await core.close((phase) => log.info('close.phase', { phase }))
    },
  }
}
