import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import { describe, expect, test } from 'vitest'
import { newId } from '../kit/id.ts'
import { lockAddress, takeLock, type LockAttempt } from './lock.ts'

const now = new Date('2026-03-04T05:06:07Z')
const release = async (attempt: LockAttempt): Promise<void> => {
  if (!('release' in attempt)) throw new Error('the lock was not taken')
  await attempt.release()
}

describe.each(['linux', 'darwin'] as const)('the lock of a desk, as on %s (F1)', (platform) => {
  test('the second is told who has it, since when; released, it can be taken again', async () => {
    const folder = `/desks/${newId()}`
    const first = await takeLock(folder, now, platform)
    expect(await takeLock(folder, new Date(), platform)).toEqual({ heldBy: { pid: process.pid, since: '2026-03-04T05:06:07.000Z' } })
    const other = await takeLock(`${folder}-other`, now, platform)
    await release(first)
    await release(await takeLock(folder, now, platform))
    await release(other)
  })

  test('one who asks and does not hang up cannot keep it from being released', async () => {
    const folder = `/desks/${newId()}`
    const first = await takeLock(folder, now, platform)
    const asker = createConnection({ path: lockAddress(folder, platform), allowHalfOpen: true })
    asker.on('error', () => {})
    await new Promise((resolve) => asker.once('data', resolve))
    await expect(release(first)).resolves.toBeUndefined()
    asker.destroy()
  })
})

describe('where the lock is a file', () => {
  /** As after a kill -9 with the socket bound: nothing removes the file. */
  const leaveBehind = (path: string): void => {
    const script = `require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`
    expect(spawnSync(process.execPath, ['-e', script, path]).signal).toBe('SIGKILL')
    expect(existsSync(path)).toBe(true)
  }

  test('one that a killed process left is taken over', async () => {
    const folder = `/desks/${newId()}`
    leaveBehind(lockAddress(folder, 'darwin'))
    await release(await takeLock(folder, now, 'darwin'))
    expect(existsSync(lockAddress(folder, 'darwin'))).toBe(false)
  })

  test('of several that find it at once, one takes it over', async () => {
    const folder = `/desks/${newId()}`
    leaveBehind(lockAddress(folder, 'darwin'))
    const attempts = await Promise.all([1, 2, 3, 4].map((second) => takeLock(folder, new Date(second * 1000), 'darwin')))
    const taken = attempts.filter((attempt) => 'release' in attempt)
    expect(taken).toHaveLength(1)
    await Promise.all(taken.map(release))
    rmSync(lockAddress(folder, 'darwin'), { force: true })
  })
})

test('its address: nothing on a disk on Linux and Windows, short enough for a socket file elsewhere', () => {
  const folder = `/desks/${'long/'.repeat(60)}`
  expect(lockAddress(folder, 'linux')).toMatch(/^\0sentinel-[\da-f]{32}$/)
  expect(lockAddress(folder, 'win32')).toMatch(/^\\\\\.\\pipe\\sentinel-[\da-f]{32}$/)
  expect(lockAddress(folder, 'darwin')).toMatch(/\/sentinel-[\da-f]{32}\.sock$/)
  expect(lockAddress('/a', 'linux')).not.toBe(lockAddress('/b', 'linux'))
})
