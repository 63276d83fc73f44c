/** The gateway as a server: TLS always, 1.2 and newer, on the address that an administrator chose (issue 8.3; ASVS 12). */
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { WebSocketServer } from 'ws'
import type { GatewayServer, OpenGateway } from '../core/app/gateway.ts'
import { createGatewayApp } from './app.ts'
import { createCertificateStore } from './certificate.ts'
import { createEventFeed, type EventFeed } from './event-feed.ts'

const mostConnections = 500
/** How long a client may take to send its head, and a whole request, in ms. */
const [headMs, requestMs] = [10_000, 60_000]

export interface RunningServer extends GatewayServer {
  /** The port it listens at; 0 while it does not. */
  port(): number
}

/** What a host hands to the core, so that an administrator can turn the gateway on. @param rendererDir of the built windows */
export const openGateway = (rendererDir: string): ((...given: Parameters<OpenGateway>) => RunningServer) => (door, { folder, log, clock }) => {
  const certificates = createCertificateStore(folder, clock)
  let running: { readonly server: ReturnType<typeof createServer>; readonly sockets: WebSocketServer; readonly feed: EventFeed } | undefined

  return {
    async start({ address, port }) {
      const { cert, key } = await certificates.pair().catch((error: unknown) => {
        // A folder that may not be written looks like a port that may not be used.
        throw Object.assign(new Error('The gateway has no certificate.', { cause: error }), { code: 'NO_CERTIFICATE' })
      })
      const feed = createEventFeed({ door, clock })
      const app = createGatewayApp({ door, feed, log, clock, rendererDir })
      // SECURITY: a listener says nothing but that it lives; its first subprotocol is ours, never the one with its key.
      const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 })
      const server = createAdaptorServer({
        fetch: app.fetch,
        websocket: { server: sockets },
        createServer,
        serverOptions: { cert, key, minVersion: 'TLSv1.2', maxHeaderSize: 16_384, headersTimeout: headMs, requestTimeout: requestMs },
      }) as ReturnType<typeof createServer>
      server.maxConnections = mostConnections
      try {
        await new Promise<void>((resolve, reject) => {
          server.once('error', reject)
          server.listen(port, address, resolve)
        })
      } catch (error) {
        feed.stop()
        throw error
      }
      server.on('error', (error) => log.error('gateway.server_failed', { error: error.message }))
      running = { server, sockets, feed }
    },
    async stop() {
      if (running === undefined) return
      const { server, sockets, feed } = running
      running = undefined
      feed.stop()
      for (const socket of sockets.clients) socket.terminate()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
    port: () => (running?.server.address() as AddressInfo | null | undefined)?.port ?? 0,
    listeners: () => running?.feed.listeners() ?? 0,
    certificate: () => certificates.current(),
    async supply(certificate, privateKey) {
      const told = certificates.supply(certificate, privateKey)
      running?.server.setSecureContext(await certificates.pair())
      return told
    },
    async generate() {
      const told = await certificates.generate()
      running?.server.setSecureContext(await certificates.pair())
      return told
    },
    recheck: () => void running?.feed.recheck(),
  }
}
