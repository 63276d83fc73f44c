import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rdm6300Frame } from '../../../test/rigs/serial-frames.ts'
import type { RawFrame } from './port.ts'
import { createFakeDesk, front, settle } from './testing/fake-desk.ts'

let desk: ReturnType<typeof createFakeDesk>
beforeEach(() => {
  desk = createFakeDesk()
})
afterEach(() => desk.manager.stop())

describe('a profile (hardware.md 3.1)', () => {
  const profile = { digits: 'hex', order: 'lsb', card: 'em4100', bits: 32 } as const
  const lines = { ...front, profile }

  test('makes one serial of a card’s line and of its frame, and the raw text is shown beside it', async () => {
    const frames: RawFrame[] = []
    desk.manager.onFrame((frame) => frames.push(frame))
    await desk.start([lines])
    desk.send(Buffer.from('17c25900\r'))
    await desk.after(5000)
    desk.send(rdm6300Frame({ version: 0x0f, number: 0x0059c217 }))
    expect(desk.scans.map(({ serial }) => serial)).toEqual(['em4100:0059C217', 'em4100:0059C217'])
    expect(frames[0]?.decoded).toMatchObject([{ serial: 'em4100:0059C217', read: '17C25900' }])
  })

  test('refuses what the reader cannot have printed, and says what it was', async () => {
    const frames: RawFrame[] = []
    desk.manager.onFrame((frame) => frames.push(frame))
    await desk.start([lines])
    desk.send(Buffer.from('0059C21700\r'))
    expect(desk.scans).toEqual([])
    expect(frames[0]?.decoded).toEqual([{ kind: 'reject', why: 'length', read: '0059C21700' }])
  })

  test('is taken over without the device being opened again', async () => {
    await desk.start([front])
    desk.manager.apply([lines])
    await settle()
    expect(desk.device.opened).toHaveLength(1)
    desk.send(Buffer.from('17C25900\r'))
    expect(desk.scans.at(-1)?.serial).toBe('em4100:0059C217')
  })
})
