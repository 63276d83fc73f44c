/** The real native module on a device that umockdev makes up (hardware.md 6, L3). Real: libudev, hidapi, node-hid, poll and read. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { startHidDesk } from '../../../../test/rigs/hid-rig.ts'
import { another, h10301 } from '../../../../test/rigs/vectors/hid-readers.ts'

const waitFor = <T>(check: () => T): Promise<T> => vi.waitFor(check, { timeout: 20_000, interval: 10 })
const rigs: ReturnType<typeof startHidDesk>[] = []
afterEach(async () => {
  for (const rig of rigs.splice(0)) await rig.stop()
})
function start(kind: 'rfideas' | 'keyboard', argument: string) {
  const rig = startHidDesk(kind, argument)
  rigs.push(rig)
  const until = (state: string) => waitFor(() => expect(rig.states().at(-1)).toBe(state))
  const read = (serials: readonly string[]) => waitFor(() => expect(rig.scans()).toEqual(serials))
  return { ...rig, until, read }
}

describe('rfIDEAS, asked by feature reports (hardware.md 3)', () => {
  test('is found, answers, and each card that is held to it is one scan', async () => {
    const { events, tell, until, read } = start('rfideas', 'hid:0c27:3bfa')
    await until('ready')
    expect(events[0]).toEqual({ found: { devices: [{ device: '0c27:3bfa', family: 'rfideas', description: 'RF IDeas badge reader' }], problem: null } })
    await tell(`card ${h10301.join(' ')}`)
    await read(['w26:7B3039'])
    await tell(`card ${another.join(' ')}`)
    await read(['w26:7B3039', 'w26:7B303A'])
  })

  test('unplugged it is absent; plugged in again, as another node, it reads on by itself', async () => {
    const { tell, until, read, states } = start('rfideas', 'hid:0c27:3bfa')
    await until('ready')
    for (const serials of [['w26:7B3039'], ['w26:7B3039', 'w26:7B3039'], ['w26:7B3039', 'w26:7B3039', 'w26:7B3039']]) {
      await tell(`card ${h10301.join(' ')}`)
      await read(serials)
      await tell('unplug')
      await until('absent')
      await tell('plug')
      await until('ready')
    }
    expect(states().filter((state) => state === 'absent')).toHaveLength(3)
  })

  test('that answers errors only is silent, and reads again after it was plugged anew', async () => {
    const { tell, until, read, states } = start('rfideas', 'hid:0c27:3bfa')
    await until('ready')
    await tell('mute')
    await until('silent')
    await tell('unplug')
    await until('absent')
    await tell('plug')
    await until('ready')
    await tell(`card ${h10301.join(' ')}`)
    await read(['w26:7B3039'])
    expect(states()).not.toContain('io')
  })
})

describe('a reader that types, read whatever window is in front (hardware.md 2c)', () => {
  test('its reports are a line, also after an unplug in the middle of one', async () => {
    const { events, tell, until, read } = start('keyboard', 'hid:ffff:0035')
    await until('ready')
    expect(events[0]).toMatchObject({ found: { devices: [{ device: 'ffff:0035', family: 'keyboard' }] } })
    await tell('type 0005882391')
    await read(['0005882391'])
    await tell('type 1234567890')
    await tell('unplug')
    await until('absent')
    await tell('plug')
    await until('ready')
    await tell('type 0005882392')
    await read(['0005882391', '0005882392'])
  })

  test('not there at start is absent; another reader is not taken for it', async () => {
    const { until, states } = start('keyboard', 'hid:08ff:0009')
    await until('absent')
    expect(states()).not.toContain('ready')
  })
})
