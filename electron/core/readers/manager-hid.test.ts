import { afterEach, expect, test } from 'vitest'
import { another, h10301, noCard } from '../../../test/rigs/vectors/hid-readers.ts'
import type { RawFrame } from './port.ts'
import { createFakeDesk, usb } from './testing/fake-desk.ts'

const desks: ReturnType<typeof createFakeDesk>[] = []
afterEach(async () => {
  for (const { manager } of desks.splice(0)) await manager.stop()
})
async function start(config = usb) {
  const desk = createFakeDesk()
  desks.push(desk)
  await desk.start([config])
  return desk
}
const poll = (answers: readonly [string, string]): Buffer => Buffer.from(answers.join(''), 'hex')
/** As the driver hands them on: what is new, twice. */
const told = (answers: readonly [string, string]): Buffer[] => [poll(answers), poll(answers)]

test('a USB reader is shown by what it is, and its badge is a scan', async () => {
  const { send, scans, status, device } = await start()
  expect(status()).toMatchObject({ kind: 'hid', path: '0c27:3bfa', state: 'ready' })
  expect(device.opened).toEqual(['0c27:3bfa'])
  send(...told(h10301))
  expect(scans.map(({ serial }) => serial)).toEqual(['w26:7B3039'])
})

test('a card that lies there for ten minutes is one scan, whatever is misread in between', async () => {
  const { send, scans, after, status } = await start()
  send(...told(h10301))
  await after(300_000)
  send(poll(another), ...told(h10301))
  send(...told(['39307b0000000000', '1819000000000000']), ...told(h10301))
  await after(300_000)
  send(...told(h10301))
  expect(scans).toHaveLength(1)
  expect(status()).toMatchObject({ scans: 1, rejects: 1 })
  send(...told(noCard), ...told(h10301))
  expect(scans).toHaveLength(2)
})

test('after an unplug the card that is still there is a new presentation, and a plug is tried at once', async () => {
  const { send, scans, gone, device, after, status } = await start()
  send(...told(h10301))
  await gone({ fault: 'absent', message: 'device disconnected' })
  expect(status()?.state).toBe('absent')
  device.plug.at(-1)?.()
  await after(250)
  expect(status()?.state).toBe('ready')
  send(...told(h10301))
  expect(scans).toHaveLength(2)
})

test('a silent reader is out of order, and is tried again', async () => {
  const { gone, status, after } = await start()
  await gone({ fault: 'silent', message: 'Connection timed out' })
  expect(status()).toMatchObject({ state: 'faulted', fault: 'silent' })
  await after(500)
  expect(status()).toMatchObject({ state: 'ready', fault: null })
})

test('who looks at what it sends sees its badge, not that the card has gone', async () => {
  const { manager, send, after } = await start()
  const frames: RawFrame[] = []
  manager.onFrame((frame) => frames.push(frame))
  send(...told(h10301))
  await after(300)
  send(...told(noCard))
  await after(300)
  expect(frames).toHaveLength(1)
  expect(frames[0]).toMatchObject({ protocol: null, decoded: [{ kind: 'tag', serial: 'w26:7B3039' }] })
  expect(frames[0]?.bytes).toHaveLength(32)
})

test('a reader that types gives lines; another device or family is another reader', async () => {
  const typing = { ...usb, family: 'keyboard' as const, device: 'ffff:0035' }
  const { manager, send, scans, device, start: apply } = await start(typing)
  send(Buffer.from('0005882391\r'))
  expect(scans.map(({ serial }) => serial)).toEqual(['0005882391'])
  manager.apply([{ ...typing, name: 'Renamed' }])
  expect(device.opened).toHaveLength(1)
  await apply([{ ...typing, family: 'rfideas' }])
  await apply([{ ...typing, family: 'rfideas', device: '0c27:3bfa' }])
  await apply([])
  expect(device.opened).toEqual(['ffff:0035', 'ffff:0035', '0c27:3bfa'])
  expect(device).toMatchObject({ open: 0, watching: 0 })
})
