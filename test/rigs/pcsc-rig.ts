/** A contactless reader without hardware: the system's real pcscd with the virtual reader of vsmartcard-vpcd (hardware.md 1.6). */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { openPcsc } from '../../electron/core/readers/drivers/pcsc-module.ts'

/** Where vpcd waits for a card. */
const vpcdPort = 35_963
/** MIFARE Classic, as PC/SC part 3 writes it. */
const answerToReset = Buffer.from('3B8F8001804F0CA000000306030001000000006A', 'hex')
const resetCommand = 4

export interface PcscRig {
  /** What the virtual reader is called, without the service's numbers. */
  readonly reader: string
  /** Holds a card to the reader, which answers FF CA 00 00 00 with this; the result takes it away, and ends when the service has noticed. */
  hold(answerHex: string): Promise<() => Promise<void>>
  stop(): Promise<void>
}

/** Needs pcscd and vsmartcard-vpcd, and the right to start the service, which must not run yet. */
export async function startPcscRig(): Promise<PcscRig> {
  const child = spawn('pcscd', ['--foreground'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = once(child, 'exit')
  let complaints = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const deadline = Date.now() + 20_000
  while (!(await isThere())) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`The virtual reader did not come up:\n${complaints}`)
    await pause(100)
  }
  return {
    reader: 'Virtual PCD',
    async hold(answerHex) {
      const card = connect(vpcdPort, '127.0.0.1')
      await once(card, 'connect')
      answerAs(card, Buffer.from(answerHex, 'hex'))
      return async () => {
        card.destroy()
        await once(card, 'close')
        while (await isCardOn()) await pause(100)
        // Whoever looks now and then has to see the empty reader too.
        await pause(500)
      }
    },
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}

async function isCardOn(): Promise<boolean> {
  const pcsc = await openPcsc()
  try {
    const states = await Promise.all((await pcsc.readers()).map((name) => pcsc.isCardOn(name)))
    return states.includes(true)
  } finally {
    await pcsc.end()
  }
}

async function isThere(): Promise<boolean> {
  try {
    const pcsc = await openPcsc()
    const names = await pcsc.readers().finally(() => pcsc.end())
    return names.some((name) => name.startsWith('Virtual PCD'))
  } catch {
    return false
  }
}

/** vpcd's protocol: two bytes of length, then the message; one of a single byte switches or resets the card. */
function answerAs(card: Socket, uidAnswer: Buffer): void {
  let held = Buffer.alloc(0)
  // The service hangs up when it ends.
  card.on('error', () => {})
  card.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk])
    while (held.length >= 2 && held.length >= 2 + held.readUInt16BE(0)) {
      const message = held.subarray(2, 2 + held.readUInt16BE(0))
      held = held.subarray(2 + message.length)
      if (message.length === 1 && message[0] !== resetCommand) continue
      const answer = message.length === 1 ? answerToReset : message.subarray(0, 2).equals(Buffer.of(0xff, 0xca)) ? uidAnswer : Buffer.of(0x6a, 0x81)
      card.write(Buffer.concat([Buffer.of(answer.length >> 8, answer.length & 0xff), answer]))
    }
  })
}
