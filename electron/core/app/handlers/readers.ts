import { actorOf } from '../../domain/audit/write.ts'
import { listHidReaders } from '../../readers/drivers/list-hid.ts'
import { listPorts } from '../../readers/drivers/list-ports.ts'
import { listPcscReaders } from '../../readers/drivers/pcsc.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const readersHandlers = ({ readers, readerSettings, readerTests, kiosk, applyReaders }: Services): SentinelHandlers['readers'] => ({
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
  async add(input, { caller }) {
    const { id } = await readerSettings.add(input, actorOf(caller))
    await applyReaders()
    return { id }
  },
  async remove({ id }, { caller }) {
    await readerSettings.remove(id, actorOf(caller))
    await applyReaders()
    return {}
  },
})
