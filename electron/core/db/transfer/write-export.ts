/** Writes a copy of a desk as an SQL file: the work of a thread of its own. */
import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { openDurableEngine } from '../durable-fs.ts'
import { readEngine, type Contents } from '../check-copy.ts'
import { readEngineWhole } from './source.ts'
import { sqlFile, type Heading } from './sql-file.ts'

export interface ExportInput {
  /** A cluster that is nobody’s desk: it is opened. */
  readonly folder: string
  /** Must not exist yet. */
  readonly file: string
  readonly isZipped: boolean
  readonly heading: Heading
  /** Rows written and rows in all, for whoever waits: two 32-bit numbers that both threads see. */
  readonly progress: SharedArrayBuffer
}

export interface Exported {
  readonly rows: number
  readonly bytes: number
  /** Of the copy, as it was opened: what the desk held must be in it. */
  readonly contents: Contents
}

export async function writeExport({ folder, file, isZipped, heading, progress }: ExportInput): Promise<Exported> {
  const counted = new Int32Array(progress)
  const engine = await openDurableEngine(folder)
  try {
    const contents = await readEngine(engine)
    await readEngineWhole(engine, async (ask) => {
      const text = Readable.from(sqlFile(ask, heading, (done, all) => counted.set([done, all])))
      // On the disk when it is done: a stick is pulled out at once.
      const written = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
      await (isZipped ? pipeline(text, createGzip(), written) : pipeline(text, written))
    })
    return { rows: counted[0] ?? 0, bytes: (await stat(file)).size, contents }
  } finally {
    await engine.close()
  }
}
