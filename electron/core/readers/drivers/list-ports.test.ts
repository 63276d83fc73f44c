import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listPorts } from './list-ports.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ports-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

/** Puts a `udevadm` first in PATH that tells of these devices: the real package asks it. */
async function machineWith(devices: readonly Record<string, string>[]): Promise<void> {
  const text = devices.map(({ name, ...properties }) => [`P: /devices/${name}`, `N: ${name}`, ...Object.entries(properties).map(([key, value]) => `E: ${key}=${value}`), ''].join('\n')).join('\n')
  await writeFile(join(folder, 'udevadm'), `#!/bin/sh\ncat <<'END'\n${text}\nEND\n`)
  await chmod(join(folder, 'udevadm'), 0o755)
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`)
}

test('ports with the ids of readers and their bridge chips are likely readers and come first', async () => {
  await machineWith([
    { name: 'ttyS0', DEVNAME: '/dev/ttyS0' },
    { name: 'ttyUSB0', DEVNAME: '/dev/ttyUSB0', ID_VENDOR_ID: '0403', ID_MODEL_ID: '6001', ID_SERIAL_SHORT: 'DESK01' },
    { name: 'ttyACM0', DEVNAME: '/dev/ttyACM0', ID_VENDOR_ID: '0C27', ID_MODEL_ID: '232A' },
  ])
  expect(await listPorts()).toEqual({
    ports: [
      { path: '/dev/ttyACM0', description: 'RF IDeas badge reader (0c27:232a) at /dev/ttyACM0', likelyReader: true },
      { path: '/dev/ttyUSB0', description: 'FTDI USB serial (0403:6001) no. DESK01 at /dev/ttyUSB0', likelyReader: true },
      { path: '/dev/ttyS0', description: 'Serial port at /dev/ttyS0', likelyReader: false },
    ],
    problem: null,
  })
})

test('a port without VID and PID is never a likely reader: it may be the console (hardware.md 1.2)', async () => {
  await machineWith([
    { name: 'ttyS1', DEVNAME: '/dev/ttyS1', ID_VENDOR_ENC: 'RFIDeas' },
    { name: 'ttyUSB1', DEVNAME: '/dev/ttyUSB1', ID_VENDOR_ID: '0c27' },
    { name: 'ttyUSB2', DEVNAME: '/dev/ttyUSB2', ID_VENDOR_ID: '12d1', ID_MODEL_ID: '1506', ID_VENDOR_ENC: 'HUAWEI' },
  ])
  const { ports } = await listPorts()
  expect(ports).toHaveLength(3)
  expect(ports.filter(({ likelyReader }) => likelyReader)).toEqual([])
})

test('without udevadm the problem is said in plain words (hardware.md 1.1)', async () => {
  vi.stubEnv('PATH', folder)
  const { ports, problem } = await listPorts()
  expect(ports).toEqual([])
  expect(problem).toMatch(/udevadm \(Debian package udev\) is missing/)
})

test('without the native module the list is empty and says why', async () => {
  const { ports, problem } = await listPorts(() => Promise.reject(new Error('libserial is broken')))
  expect(ports).toEqual([])
  expect(problem).toMatch(/cannot list its serial ports: libserial is broken/)
})
