import { afterEach, expect, test } from 'vitest'
import type { RawFrame } from './port.ts'
import { createFakeDesk, front } from './testing/fake-desk.ts'

const twn4 = { ...front, protocol: 'twn4' as const }
let desk = createFakeDesk()
afterEach(() => desk.manager.stop())

test('a reader that must be asked is asked four times a second while it is there, and again once it is back', async () => {
  desk = createFakeDesk()
  await desk.start([twn4])
  expect(desk.device.sent).toEqual(['050010\r'])
  await desk.after(250)
  await desk.after(250)
  expect(desk.device.sent).toHaveLength(3)
  desk.device.next = { fault: 'absent', message: 'gone' }
  await desk.gone()
  await desk.after(250)
  expect(desk.device.sent).toHaveLength(3)
  desk.device.next = null
  await desk.after(10_000)
  expect(desk.device.sent.length).toBeGreaterThan(3)
  await desk.manager.stop()
  const before = desk.device.sent.length
  await desk.after(10_000)
  expect(desk.device.sent).toHaveLength(before)
})

test('a card that lies there is one scan, however often it is answered; taken away and held up again it is two', async () => {
  desk = createFakeDesk()
  await desk.start([twn4])
  const card = Buffer.from('000180200404A1B2C3\r')
  const none = Buffer.from('0000\r')
  const answer = async (what: Buffer, times: number): Promise<void> => {
    for (let turn = 0; turn < times; turn += 1) {
      desk.send(what)
      await desk.after(250)
    }
  }
  await answer(card, 20)
  expect(desk.scans.map(({ serial }) => serial)).toEqual(['iso14443:04A1B2C3'])
  await answer(none, 8)
  await answer(card, 1)
  expect(desk.scans).toHaveLength(2)
  expect(desk.status()).toMatchObject({ scans: 2, rejects: 0 })
})

test('the answers that no card is there are not shown to who looks, the badge is', async () => {
  desk = createFakeDesk()
  const frames: RawFrame[] = []
  desk.manager.onFrame((frame) => frames.push(frame))
  await desk.start([twn4])
  for (let turn = 0; turn < 30; turn += 1) desk.send(Buffer.from('0000\r'))
  desk.send(Buffer.from('000180200404A1B2C3\r'))
  await desk.after(1000)
  expect(frames.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['000180200404A1B2C3\r'])
})

test('a reader that speaks by itself is asked nothing', async () => {
  desk = createFakeDesk()
  await desk.start()
  await desk.after(5000)
  expect(desk.device.sent).toEqual([])
})
