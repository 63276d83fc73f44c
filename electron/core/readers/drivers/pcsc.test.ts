import { expect, test } from 'vitest'
import { createFakeClock } from '../../kit/clock.ts'
import type { ReaderProblem } from '../driver.ts'
import { settle } from '../testing/fake-desk.ts'
import { pollMs } from './polling.ts'
import { PcscError, type Pcsc } from './pcsc-module.ts'
import { pcscProblem } from './pcsc-problem.ts'
import { createPcscDriver, listPcscReaders, pcscReaderName } from './pcsc.ts'

const config = { kind: 'pcsc' as const, id: 'pcsc', name: 'Front', stationId: 'desk', reader: 'ACS ACR122U PICC Interface' }
const uid = Buffer.from('04A1B2C39000', 'hex')

/** A service that does what the test says. */
function bench() {
  const clock = createFakeClock('2026-11-26T08:00:00Z')
  const service = { names: ['ACS ACR122U PICC Interface 00 00'], isOn: false as boolean | Error, answer: uid as Uint8Array | Error, asked: 0, ended: 0, open: null as Error | null }
  const pcsc: Pcsc = {
    readers: async () => service.names,
    async isCardOn() {
      if (service.isOn instanceof Error) throw service.isOn
      return service.isOn
    },
    async ask() {
      service.asked += 1
      if (service.answer instanceof Error) throw service.answer
      return service.answer
    },
    async end() {
      service.ended += 1
    },
  }
  const open = async (): Promise<Pcsc> => {
    if (service.open !== null) throw service.open
    return pcsc
  }
  const gone: ReaderProblem[] = []
  const frames: string[] = []
  return {
    service,
    gone,
    frames,
    list: () => listPcscReaders(open),
    open: () => createPcscDriver({ clock, open })(config, { onBytes: (bytes) => frames.push(Buffer.from(bytes).toString('hex')), onGone: (problem) => gone.push(problem) }),
    async after(polls: number) {
      for (let turn = 0; turn < polls; turn += 1) {
        clock.advance(pollMs)
        await settle()
      }
    },
  }
}

test.each([
  [0x80100009, 'absent'],
  [0x8010002e, 'absent'],
  [0x8010001d, 'driver-missing'],
  [0x8010000b, 'in-use'],
  [0x8010006a, 'permission'],
  [0x80100004, 'io'],
])('the service’s 0x%s is %s', (code, fault) => {
  expect(pcscProblem(new PcscError('change', code)).fault).toBe(fault)
})

test('a card is asked once while it lies there, with its length before its answer; a card that goes meanwhile is nothing', async () => {
  const { service, open, after, frames, gone } = bench()
  const opened = await open()
  await after(3)
  service.isOn = true
  await after(10)
  expect(frames).toEqual(['0604a1b2c39000'])
  service.isOn = false
  await after(2)
  service.answer = new PcscError('transmit', 0x80100069)
  service.isOn = true
  await after(5)
  service.answer = uid
  await after(2)
  expect(frames).toHaveLength(2)
  expect(gone).toEqual([])
  if ('connection' in opened) await opened.connection.close()
  const { asked } = service
  await after(5)
  expect(service).toMatchObject({ asked, ended: 1 })
})

test('an unplug, a service that stops and one that only fails are told as what they are, once', async () => {
  for (const [code, fault] of [[0x80100009, 'absent'], [0x8010001e, 'driver-missing'], [0x80100004, 'silent']] as const) {
    const { service, open, after, gone } = bench()
    await open()
    service.isOn = new PcscError('change', code)
    await after(6)
    expect(gone.map((problem) => problem.fault)).toEqual([fault])
    expect(service.ended).toBe(1)
  }
})

test('without the library or the service a reader is out of order, and none is listed', async () => {
  for (const error of [new Error('Failed to load shared library: libpcsclite.so.1'), new PcscError('establish', 0x8010001d)]) {
    const { service, open, list } = bench()
    service.open = error
    expect(await open()).toMatchObject({ problem: { fault: 'driver-missing' } })
    expect(await list()).toEqual([])
  }
})

test('a reader that is not plugged in is absent; numbers behind a name do not matter', async () => {
  const { service, open, list } = bench()
  service.names = ['ACS ACR122U PICC Interface 01 00', 'ACS ACR122U PICC Interface 02 00', 'Other 00 00']
  expect(await list()).toEqual(['ACS ACR122U PICC Interface', 'Other'])
  expect(await open()).toHaveProperty('connection')
  service.names = ['Other 00 00']
  expect(await open()).toMatchObject({ problem: { fault: 'absent' } })
  expect(pcscReaderName('Windows Reader 0')).toBe('Windows Reader 0')
})
