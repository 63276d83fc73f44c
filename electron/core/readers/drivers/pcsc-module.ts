/** The system's own PC/SC library, called without an addon of its own (hardware.md 1.6). Every call runs off the main thread. */
import type koffiModule from 'koffi'

type Koffi = typeof koffiModule
type TypeObject = ReturnType<Koffi['struct']>
type Parameter = string | TypeObject | ReturnType<Koffi['out']>

/** What a PC/SC call answered instead of success, such as 0x8010001D. */
export class PcscError extends Error {
  readonly code: number

  constructor(call: string, code: number) {
    super(`${call}: 0x${code.toString(16).toUpperCase()}`)
    this.name = 'PcscError'
    this.code = code
  }
}

export interface Pcsc {
  /** Names of the readers that are plugged in. */
  readers(): Promise<string[]>
  isCardOn(reader: string): Promise<boolean>
  /** Sends one command to the card that lies on the reader, and gives its answer. */
  ask(reader: string, command: Uint8Array): Promise<Uint8Array>
  end(): Promise<void>
}
/** Rejects with a PcscError, or with whatever the library or the module says when it does not load. */
export type OpenPcsc = () => Promise<Pcsc>

export const noReaders = 0x8010002e
const systemScope = 2
const sharedMode = 2
const eitherProtocol = 3
const leaveCard = 0
const presentState = 0x20
const longestAnswer = 258
const longestAtr = { win32: 36, darwin: 33, linux: 33 }

/** Types and names differ: pcsc-lite on Linux takes longs of the machine's width, the others 32 bits. */
function platformOf(platform: NodeJS.Platform) {
  if (platform === 'win32') return { library: 'winscard.dll', word: 'uint32', handle: 'uintptr_t', suffix: 'A', atr: longestAtr.win32 }
  if (platform === 'darwin') return { library: '/System/Library/Frameworks/PCSC.framework/PCSC', word: 'uint32', handle: 'int32', suffix: '', atr: longestAtr.darwin }
  return { library: 'libpcsclite.so.1', word: 'unsigned long', handle: 'unsigned long', suffix: '', atr: longestAtr.linux }
}

async function bind() {
  const { default: koffi } = await import('koffi')
  const { library, word, handle, suffix, atr } = platformOf(process.platform)
  const loaded = koffi.load(library)
  const define = process.platform === 'darwin' ? koffi.pack : koffi.struct
  const state = define({ szReader: 'const char *', pvUserData: 'void *', dwCurrentState: word, dwEventState: word, cbAtr: word, rgbAtr: koffi.array('uint8_t', atr) })
  const request = koffi.struct({ dwProtocol: word, cbPciLength: word })
  const out = (type: string) => koffi.out(koffi.pointer(type))
  const inout = (type: string | TypeObject) => koffi.inout(koffi.pointer(type))
  const declare = (name: string, parameters: Parameter[]) => loaded.func(name, word, parameters)
  const calls = {
    establish: declare('SCardEstablishContext', [word, 'void *', 'void *', out(handle)]),
    list: declare(`SCardListReaders${suffix}`, [handle, 'const char *', 'void *', inout(word)]),
    change: declare(`SCardGetStatusChange${suffix}`, [handle, word, inout(state), word]),
    connect: declare(`SCardConnect${suffix}`, [handle, 'const char *', word, word, out(handle), out(word)]),
    transmit: declare('SCardTransmit', [handle, koffi.pointer(request), 'void *', word, 'void *', 'void *', inout(word)]),
    disconnect: declare('SCardDisconnect', [handle, word]),
    release: declare('SCardReleaseContext', [handle]),
  }
  const run = (name: keyof typeof calls, ...values: unknown[]): Promise<void> =>
    new Promise((resolve, reject) => {
      const done = (error: Error | null, result: number | bigint): void => {
        const code = Number(BigInt.asUintN(32, BigInt(result ?? 0)))
        if (error !== null) reject(error)
        else if (code === 0) resolve()
        else reject(new PcscError(name, code))
      }
      calls[name].async(...values, done)
    })

  return { run, atr, headerBytes: koffi.sizeof(request) }
}

let bound: ReturnType<typeof bind> | undefined

export const openPcsc: OpenPcsc = async () => {
  // Once a process: what is declared is never given back. A library that is missing may be installed later.
  bound ??= bind()
  const { run, atr, headerBytes } = await bound.catch((error: unknown) => {
    bound = undefined
    throw error
  })
  const context: (number | bigint)[] = [0]
  await run('establish', systemScope, null, null, context)
  const [own] = context
  return {
    async readers() {
      try {
        const length = [0]
        await run('list', own, null, null, length)
        const names = Buffer.alloc(Number(length[0]))
        await run('list', own, null, names, length)
        return names.toString('utf8', 0, Number(length[0])).split('\0').filter((name) => name !== '')
      } catch (error) {
        if (error instanceof PcscError && error.code === noReaders) return []
        throw error
      }
    },
    async isCardOn(reader) {
      const states = [{ szReader: reader, pvUserData: null, dwCurrentState: 0, dwEventState: 0, cbAtr: 0, rgbAtr: Array.from({ length: atr }, () => 0) }]
      // What is asked for with “state unknown” is answered at once.
      await run('change', own, 0, states, 1)
      return (Number(states[0]?.dwEventState) & presentState) !== 0
    },
    async ask(reader, command) {
      const card: (number | bigint)[] = [0]
      const protocol = [0]
      await run('connect', own, reader, sharedMode, eitherProtocol, card, protocol)
      try {
        const answer = Buffer.alloc(longestAnswer)
        const length = [longestAnswer]
        const header = { dwProtocol: protocol[0], cbPciLength: headerBytes }
        await run('transmit', card[0], header, Buffer.from(command), command.length, null, answer, length)
        return answer.subarray(0, Number(length[0]))
      } finally {
        await run('disconnect', card[0], leaveCard).catch(() => {})
      }
    },
    end: () => run('release', own),
  }
}
