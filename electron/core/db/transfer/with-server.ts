/** One connection to a server for as long as a move takes. */
import type pg from 'pg'
import { OpenFailure } from '../open-failure.ts'
import { AddressError, describeAddress, parseServerUrl } from '../server/address.ts'
import { connectOnce } from '../server/connect.ts'
import { checkFitness } from '../server/fitness.ts'
import { whyNotOpened } from '../server/why-not-opened.ts'

/**
 * Runs `work` on a connection of its own to a server that a desk can live on; what was not committed when it ends is undone
 * by the server. Rejects with an OpenFailure where the server is away, refuses us or does not fit, and with what `work` rejects with.
 * @param work is given the server's name without its password too
 * @param purpose stands in the server's list of connections
 */
export async function withServer<T>(url: string, appVersion: string, work: (client: pg.ClientBase, server: string) => Promise<T>, purpose: 'move' | 'check' = 'move'): Promise<T> {
  const address = addressOf(url)
  const facts = { server: describeAddress(address), appVersion }
  const client = await connectOnce(address, `sentinel ${purpose}`).catch((error: unknown) => {
    throw whyNotOpened(error, facts)
  })
  try {
    await checkFitness(client, facts)
    // What a PC that died in the middle had begun must not hold up whoever comes next for the hours that systems allow.
    await client.query('set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3')
    return await work(client, facts.server)
  } finally {
    await client.end().catch(() => {})
  }
}

function addressOf(url: string): ReturnType<typeof parseServerUrl> {
  try {
    return parseServerUrl(url)
  } catch (error) {
    throw error instanceof AddressError ? new OpenFailure('server_address', { reason: error.message }) : error
  }
}
