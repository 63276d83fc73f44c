import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const stationsHandlers = ({ stations, readers }: Services): SentinelHandlers['stations'] => {
  const done = async (act: Promise<void>) => {
    await act
    return {}
  }
  return {
    async list() {
      const set = readers.statuses()
      return { stations: (await stations.list()).map((row) => ({ ...row, readers: set.filter(({ stationId }) => stationId === row.id) })) }
    },
    create: (input, { caller }) => done(stations.create(input, actorOf(caller))),
    update: (input, { caller }) => done(stations.update(input, actorOf(caller))),
    reorder: (input, { caller }) => done(stations.reorder(input, actorOf(caller))),
    setActive: (input, { caller }) => done(stations.setActive(input, actorOf(caller))),
    remove: (input, { caller }) => done(stations.remove(input, actorOf(caller))),
  }
}
