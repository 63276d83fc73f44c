import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { silentLog } from '../../kit/log.ts'
import { createDiscovery } from './discovery.ts'

let folder: string
const ends: (() => void)[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dev-'))
})
afterEach(async () => {
  for (const end of ends.splice(0)) end()
  await rm(folder, { recursive: true })
})
const watch = (path: string) => {
  const heard = vi.fn<() => void>()
  ends.push(createDiscovery({ log: silentLog }).watch(path, heard))
  return heard
}

test('a node that comes, changes its rights or goes is told at once (hardware.md 1.1)', async () => {
  const path = join(folder, 'reader')
  const heard = watch(path)
  await writeFile(path, '')
  await vi.waitFor(() => expect(heard).toHaveBeenCalled())
  heard.mockClear()
  await rm(path)
  await vi.waitFor(() => expect(heard).toHaveBeenCalled())
})

test('what is no serial device is not told, a serial device beside it is: numbers move on replug', async () => {
  const heard = watch(join(folder, 'ttyUSB0'))
  await writeFile(join(folder, 'random'), '')
  await writeFile(join(folder, 'null'), '')
  await writeFile(join(folder, 'ttyUSB1'), '')
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
})

test('a folder that is not there is no failure, and nothing is told after the end', async () => {
  const nowhere = watch(join(folder, 'nowhere', 'ttyUSB0'))
  const discovery = createDiscovery({ log: silentLog })
  const ended = vi.fn<() => void>()
  discovery.watch(join(folder, 'ttyUSB0'), ended)()
  const running = watch(join(folder, 'ttyUSB0'))
  await writeFile(join(folder, 'ttyUSB0'), '')
  await vi.waitFor(() => expect(running).toHaveBeenCalled())
  expect(ended).not.toHaveBeenCalled()
  expect(nowhere).not.toHaveBeenCalled()
})
