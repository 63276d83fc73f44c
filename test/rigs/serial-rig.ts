/** A serial badge reader without hardware: a real pty that real frames come out of (hardware.md 6, L2). */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface SendOptions {
  /** Pause after each frame. */
  readonly gapMs?: number
  /** Paces byte by byte as a wire of this speed does; 0, the default, writes each frame whole. */
  readonly baud?: number
}
export interface SerialRig {
  /** Give it to the application as `serial:<path>`. It stays the same over unplug and plug. */
  readonly path: string
  /** Writes the frames one by one. Answers when each was complete, in ns of the clock that `process.hrtime.bigint()` reads. */
  send(frames: readonly Uint8Array[], options?: SendOptions): Promise<bigint[]>
  /** Noise for so long, at most so many bytes a second, the same for the same seed. Answers how many bytes were sent. */
  babble(seconds: number, bytesPerSecond: number, seed: number): Promise<number>
  unplug(): Promise<void>
  plug(): Promise<void>
  /** Ends the reader as a crash would, by SIGKILL. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Needs python3. Bytes sent before the application has opened the port are lost, as on a real one: wait until it is ready. */
export async function startSerialRig(): Promise<SerialRig> {
  const folder = await mkdtemp(join(tmpdir(), 'serial-rig-'))
  const path = join(folder, 'reader')
  const child = spawn('python3', [join(import.meta.dirname, 'serial-reader.py'), path], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async (expected: string): Promise<string[]> => {
    const { value = '' } = await answers.next()
    const [word, ...rest] = String(value).split(' ')
    if (word !== expected) throw new Error(`The serial rig answered "${String(value)}" where "${expected}" was due.`)
    return rest
  }
  const ask = (command: string, expected: string): Promise<string[]> => {
    child.stdin.write(`${command}\n`)
    return answer(expected)
  }
  await answer('ready')

  return {
    path,
    send: async (frames, { gapMs = 0, baud = 0 } = {}) => (await ask(`send ${gapMs} ${baud} ${frames.map((frame) => Buffer.from(frame).toString('hex')).join(' ')}`, 'sent')).map(BigInt),
    babble: async (seconds, bytesPerSecond, seed) => Number((await ask(`babble ${seconds} ${bytesPerSecond} ${seed}`, 'babbled'))[0]),
    unplug: async () => void (await ask('unplug', 'ok')),
    plug: async () => void (await ask('plug', 'ok')),
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async stop() {
      child.stdin.end()
      await exited
      await rm(folder, { recursive: true, force: true })
    },
  }
}
