/** Files at a place that a person chose: whole or not there, and written without holding up the desk, as a stick can take seconds. */
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

export interface StagedFile {
  /** Takes its place in one step, over what was there before. */
  place(): Promise<void>
  /** Takes it away again; harmless once it is placed. */
  discard(): Promise<void>
}

/** Writes `bytes` beside `path`, to the disk itself. Rejects with the system’s error, and leaves nothing then. */
export const stageFile = (path: string, bytes: Uint8Array): Promise<StagedFile> =>
  stageWith(path, async (temporary) => {
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
  })

/** The same for a file that `write` makes, whole and flushed, under the name it is given. */
export async function stageWith(path: string, write: (temporary: string) => Promise<void>): Promise<StagedFile> {
  const folder = dirname(path)
  const temporary = join(folder, `.${basename(path).slice(0, 100)}.${randomUUID().slice(0, 8)}.part`)
  const discard = (): Promise<void> => rm(temporary, { force: true })
  try {
    await write(temporary)
  } catch (error) {
    // What cannot be taken away either is on a disk that is gone.
    await discard().catch(() => {})
    throw error
  }
  return {
    async place() {
      await rename(temporary, path)
      await syncFolder(folder)
    },
    discard,
  }
}

/** Windows keeps folders by itself, and some disks of the network cannot do it: the file itself is on the disk already. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync().catch(() => {})
  } finally {
    await handle.close()
  }
}
