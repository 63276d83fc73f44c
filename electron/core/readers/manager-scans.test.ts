import { afterEach, describe, expect, test } from 'vitest'
import { id12laFrame, rdm6300Frame, serialOf, withFlippedBit } from '../../../test/rigs/serial-frames.ts'
import { createLog, type Log } from '../kit/log.ts'
import type { ReaderScan } from './port.ts'
import { createFakeDesk, front } from './testing/fake-desk.ts'

const card = { version: 1, number: 0x0059c217 }
const other = { version: 1, number: 0x00abcdef }

let desks: ReturnType<typeof createFakeDesk>[] = []
afterEach(async () => {
  for (const { manager } of desks) await manager.stop()
  desks = []
})
const desk = (log?: Log): ReturnType<typeof createFakeDesk> => {
  const made = createFakeDesk(log)
  desks.push(made)
  return made
}

describe('scans (hardware.md 5, Presence)', () => {
  test('a badge is one scan with its reader, station and time', async () => {
    const { start, send, scans, status, after } = desk()
    await start()
    await after(1000)
    send(id12laFrame(card))
    expect(scans).toEqual([{ readerId: 'front', readerName: 'Front', stationId: 'front-door', serial: 'em4100:0059C217', at: new Date('2026-11-23T08:00:01Z') }])
    expect(status()).toMatchObject({ scans: 1, rejects: 0, lastReadAt: '2026-11-23T08:00:01.000Z' })
  })

  test('the same frame 50 times in a row is one scan; a badge held for 60 s is one scan', async () => {
    const { start, send, scans, clock, status } = desk()
    await start()
    send(...Array.from({ length: 50 }, () => rdm6300Frame(card)))
    expect(scans).toHaveLength(1)
    for (let ms = 0; ms < 60_000; ms += 65) {
      send(rdm6300Frame(card))
      clock.advance(65)
    }
    expect(scans).toHaveLength(1)
    expect(status()?.scans).toBe(1)
  })

  test('a badge is new again after 600 ms of absence on a framed reader, after 1500 ms on a line reader', async () => {
    const { start, send, scans, clock } = desk()
    await start()
    const line = Buffer.from('0005882391\r')
    send(rdm6300Frame(card))
    clock.advance(599)
    send(rdm6300Frame(card))
    clock.advance(600)
    send(rdm6300Frame(card))
    expect(scans).toHaveLength(2)
    send(line)
    clock.advance(1499)
    send(line)
    clock.advance(1500)
    send(line)
    expect(scans).toHaveLength(4)
  })

  test('another badge ends the presence at once: three badges in turn within a second are all scans, in order', async () => {
    const { start, send, scans, clock } = desk()
    await start()
    for (const one of [card, other, card]) {
      send(rdm6300Frame(one))
      clock.advance(300)
    }
    expect(scans.map(({ serial }) => serial)).toEqual([serialOf(card), serialOf(other), serialOf(card)])
  })

  test('a misread frame is counted and is never a scan, and noise makes no flood of events', async () => {
    const { start, send, scans, status, seen, after } = desk()
    await start()
    const told = seen.length
    send(...Array.from({ length: 200 }, () => withFlippedBit(rdm6300Frame(card))))
    expect(scans).toEqual([])
    expect(status()?.rejects).toBe(200)
    await after(500)
    expect(seen).toHaveLength(told + 1)
  })

  test('half a frame before an unplug, or before a long pause, is not glued to the next', async () => {
    const { start, gone, after, send, scans, status } = desk()
    await start()
    send(rdm6300Frame(card).subarray(0, 8))
    await gone()
    await after(500)
    send(rdm6300Frame(card).subarray(8), Buffer.from('00058'))
    expect(scans).toEqual([])
    await after(2001)
    send(Buffer.from('0005882391\r'))
    expect(scans.map(({ serial }) => serial)).toEqual(['0005882391'])
    expect(status()?.rejects).toBe(1)
  })

  test('no whole badge number is ever logged, only its tail (design.md 6)', async () => {
    const lines: string[] = []
    const { start, send, gone, scans } = desk(createLog((level, event, fields) => lines.push(JSON.stringify({ level, event, ...fields }))))
    await start()
    send(rdm6300Frame(card), withFlippedBit(rdm6300Frame(card)), Buffer.from('0005882391\r'))
    await gone()
    expect(scans).toHaveLength(2)
    expect(lines.join()).toContain('"tail":"C217"')
    expect(lines.join()).not.toMatch(/0059C217|0005882391/)
  })

  test('a listener that throws stops neither the reader nor the other listeners', async () => {
    const { start, send, scans, manager } = desk()
    manager.onScan(() => {
      throw new Error('a window is gone')
    })
    const heard: ReaderScan[] = []
    const unsubscribe = manager.onScan((scan) => heard.push(scan))
    await start()
    send(rdm6300Frame(card))
    unsubscribe()
    send(rdm6300Frame(other))
    expect(heard).toHaveLength(1)
    expect(scans).toHaveLength(2)
  })
})

describe('the simulated reader', () => {
  const simulated = { kind: 'simulated', id: 'sim', name: 'Simulated', stationId: 'desk' } as const

  test('presents a badge each time that it is asked, and refuses what is no badge', async () => {
    const { start, manager, scans, status } = desk()
    await start([simulated])
    expect(status()).toMatchObject({ state: 'ready', kind: 'simulated', path: null })
    expect(manager.simulate('sim', 'em4100:0059c217')).toBe(true)
    expect(manager.simulate('sim', 'em4100:0059c217')).toBe(true)
    expect(manager.simulate('sim', '00')).toBe(true)
    expect(scans.map(({ serial }) => serial)).toEqual(['em4100:0059C217', 'em4100:0059C217'])
    expect(status()).toMatchObject({ scans: 2, rejects: 1 })
  })

  test('is only what was configured as one', async () => {
    const { start, manager } = desk()
    await start([front])
    expect(manager.simulate('front', '0005882391')).toBe(false)
    expect(manager.simulate('nobody', '0005882391')).toBe(false)
  })
})
