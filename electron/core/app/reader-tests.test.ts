import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rdm6300Frame, withFlippedBit } from '../../../test/rigs/serial-frames.ts'
import type { SentinelEvents } from '../../../shared/contract/index.ts'
import { levels, type Caller } from '../../../shared/domain/access.ts'
import { createHub } from '../kit/hub.ts'
import { silentLog } from '../kit/log.ts'
import { createFakeDesk } from '../readers/testing/fake-desk.ts'
import { createReaderTests, testMs, type ReaderTests } from './reader-tests.ts'

const kiosk: Caller = { kind: 'kiosk', id: 'kiosk', stationId: 'front-door', scopes: ['display', 'device'], person: null, level: 0, liveDds: false }
const quartermaster: Caller = { ...kiosk, kind: 'desk', level: levels.quartermaster }
const card = { version: 1, number: 0x0059c217 }

let desk: ReturnType<typeof createFakeDesk>
let tests: ReaderTests
let told: [string, unknown][]
beforeEach(async () => {
  desk = createFakeDesk()
  await desk.start()
  const hub = createHub<SentinelEvents>(silentLog)
  told = []
  hub.onAny((name, payload) => told.push([name, payload]))
  tests = createReaderTests({ clock: desk.clock, hub, readers: desk.manager })
})
afterEach(() => desk.manager.stop())

describe('what a reader sends (screens.md 5.1; hardware.md 5)', () => {
  test('is shown byte by byte with what was made of it; the number is whole for an administrator only', () => {
    tests.start('front-door')
    desk.send(Buffer.concat([rdm6300Frame(card), withFlippedBit(rdm6300Frame(card))]), Buffer.from('0005882391\r\n'))
    const { frames } = tests.frames(kiosk, 'front-door')
    expect(frames.map(({ results }) => results)).toEqual([[{ kind: 'badge', serial: '…2391', decoder: 'line' }], [{ kind: 'reject', why: 'checksum' }], [{ kind: 'badge', serial: '…C217', decoder: 'em4100' }]])
    expect(frames[0]).toMatchObject({ hex: '303030353838323339310D', readerName: 'Front', stationId: 'front-door', protocol: 'auto', at: '2026-11-23T08:00:00.000Z' })
    const whole = tests.frames({ ...quartermaster, level: levels.admin }, null).frames[2]?.results
    expect(whole).toEqual([{ kind: 'badge', serial: 'em4100:0059C217', decoder: 'em4100' }])
  })

  test('bytes that end in nothing are shown after a pause; a frame that comes in pieces is one', () => {
    tests.start('front-door')
    const frame = rdm6300Frame(card)
    desk.send(frame.subarray(0, 5))
    desk.clock.advance(100)
    desk.send(frame.subarray(5))
    expect(tests.frames(kiosk, 'front-door').frames).toHaveLength(1)
    desk.send(Buffer.from('abc'))
    expect(tests.frames(kiosk, 'front-door').frames).toHaveLength(1)
    desk.clock.advance(300)
    expect(tests.frames(kiosk, 'front-door').frames[0]).toMatchObject({ hex: '616263', results: [] })
  })

  test('at the kiosk for two minutes and no longer; then nothing of it is kept', () => {
    expect(tests.start('front-door').until).toBe('2026-11-23T08:02:00.000Z')
    desk.send(rdm6300Frame(card))
    expect(tests.isTesting('front-door')).toBe(true)
    expect(tests.isTesting('rear-door')).toBe(false)
    desk.clock.advance(testMs)
    expect(tests.isTesting('front-door')).toBe(false)
    expect(() => tests.frames(kiosk, 'front-door')).toThrow(expect.objectContaining({ code: 'reader_test_over' }))
    expect(told.at(-1)).toEqual(['readers.testChanged', { stationId: 'front-door', until: null }])
    expect(tests.frames(quartermaster, null).frames).toEqual([])
  })

  test('nobody is listened for who does not ask: no kiosk without a test, no desk that has gone', () => {
    desk.send(rdm6300Frame(card))
    expect(told).toEqual([])
    expect(() => tests.frames(kiosk, null)).toThrow(expect.objectContaining({ code: 'reader_test_over' }))
    tests.frames(quartermaster, null)
    desk.send(rdm6300Frame(card))
    expect(told).toEqual([['readers.frameRead', { stationId: 'front-door' }]])
    expect(tests.isTesting('front-door'), 'badges at the door go on counting').toBe(false)
    desk.clock.advance(30_000)
    desk.send(rdm6300Frame(card))
    expect(told).toHaveLength(1)
  })
})
