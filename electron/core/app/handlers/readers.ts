import { usualBaudRates } from '../../../../shared/contract/readers.ts'
import { actorOf } from '../../domain/audit/write.ts'
import { listPorts } from '../../readers/drivers/list-ports.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const readersHandlers = ({ readers, readerSettings, readerTests, kiosk, applyReaders }: Services): SentinelHandlers['readers'] => ({
  list: async () => ({ readers: readers.statuses() }),
  ports: () => listPorts(),
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
    const { id } = await readerSettings.add({ ...input, baudRate: input.baudRate ?? usualBaudRates[input.protocol] }, actorOf(caller))
    await applyReaders()
    return { id }
  },
  async remove({ id }, { caller }) {
    await readerSettings.remove(id, actorOf(caller))
    await applyReaders()
    return {}
  },
})
