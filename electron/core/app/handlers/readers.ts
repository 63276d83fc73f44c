import { usualBaudRates } from '../../../../shared/contract/readers.ts'
import { profilesThatFit } from '../../../../shared/domain/reader-calibration.ts'
import { actorOf } from '../../domain/audit/write.ts'
import { listHidReaders } from '../../readers/drivers/list-hid.ts'
import { listPorts } from '../../readers/drivers/list-ports.ts'
import { listPcscReaders } from '../../readers/drivers/pcsc.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const readersHandlers = ({ readers, readerSettings, readerTests, inventory, kiosk, applyReaders }: Services): SentinelHandlers['readers'] => ({
  list: async () => ({ readers: readers.statuses() }),
  async ports() {
    const [serial, usb, contactless] = await Promise.all([listPorts(), listHidReaders(), listPcscReaders()])
    const problem = [serial.problem, usb.problem].filter((one) => one !== null).join(' ')
    return { ports: serial.ports, devices: [...usb.devices, ...contactless.map((device) => ({ device, family: 'pcsc' as const, description: 'Contactless reader (PC/SC)' }))], problem: problem === '' ? null : problem }
  },
  frames: async ({ stationId }, { caller }) => readerTests.frames(caller, stationId),
  async startTest(input, { caller }) {
    await kiosk.mayTest(caller, input)
    return readerTests.start(input.stationId)
  },
  async endTest({ stationId }) {
    readerTests.end(stationId)
    return {}
  },
  profiles: async () => ({
    profiles: [
      ...(await readerSettings.list()).flatMap(({ id: readerId, profile }) => (profile === undefined ? [] : [{ owner: { kind: 'reader' as const, readerId }, profile }])),
      ...[...(await readerSettings.keyboardProfiles())].map(([stationId, profile]) => ({ owner: { kind: 'keyboard' as const, stationId }, profile })),
    ],
  }),
  async calibrate({ samples, card }) {
    const known = await Promise.all(samples.map(async ({ known: given, read }) => ({ printed: given.kind === 'printed' ? given.text : (await inventory.get(given.badgeId)).serial, read })))
    const { verdict, doubts, candidates } = profilesThatFit(known, card ?? undefined)
    return { verdict, doubts: [...doubts], candidates: [...candidates] }
  },
  async setProfile({ owner, profile }, { caller }) {
    await readerSettings.setProfile(owner, profile, actorOf(caller))
    await applyReaders()
    return {}
  },
  async add(input, { caller }) {
    const { id } = await readerSettings.add(input.kind === 'serial' ? { ...input, baudRate: input.baudRate ?? usualBaudRates[input.protocol] } : input, actorOf(caller))
    await applyReaders()
    return { id }
  },
  async remove({ id }, { caller }) {
    await readerSettings.remove(id, actorOf(caller))
    await applyReaders()
    return {}
  },
})
