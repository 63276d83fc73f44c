/** A network between a station and its server that a test can cut: then nothing comes through, and nobody is told. */
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface TcpProxy {
  readonly port: number
  /** Swallows what either side sends, as a pulled cable does. New connections are taken and never answered. */
  cut(): void
  /** New connections come through again; those from before are gone. */
  heal(): void
  stop(): Promise<void>
}

/** @param on address of this machine on which it takes connections */
export async function startTcpProxy(to: number, on = '127.0.0.1'): Promise<TcpProxy> {
  const pairs = new Set<readonly [Socket, Socket]>()
  let isCut = false
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    const pair = [near, far] as const
    pairs.add(pair)
    const end = (): void => {
      pairs.delete(pair)
      for (const socket of pair) socket.destroy()
    }
    for (const [from, other] of [pair, [far, near]] as const) {
      from.on('error', () => {})
      from.on('data', (chunk: Buffer) => void (isCut || other.write(chunk)))
      // Who hangs up is not heard either.
      from.on('close', () => void (isCut || end()))
    }
  })
  server.listen(0, on)
  await once(server, 'listening')
  const hangUp = (): void => {
    for (const pair of pairs) for (const socket of pair) socket.destroy()
    pairs.clear()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => void (isCut = true),
    heal() {
      hangUp()
      isCut = false
    },
    async stop() {
      hangUp()
      server.close()
      await once(server, 'close')
    },
  }
}
