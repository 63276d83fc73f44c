import { refuse } from '../../kit/refusal.ts'
import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

/** Answered only where the host was started with --dev, which an installed Sentinel refuses. */
export const devHandlers = ({ dev, jobs, settable, presence, stationId, accounts, badges, hub, simulation, awaySwitch }: Services): SentinelHandlers['dev'] => {
  const onlyInDevelopment = (): void => {
    if (!dev) throw refuse('dev_only')
  }
  const inDevelopment = () => {
    onlyInDevelopment()
    if (simulation === undefined) throw refuse('dev_only')
    return simulation
  }
  return {
    async setClock({ now }) {
      onlyInDevelopment()
      settable.set(now === null ? null : new Date(now))
      jobs.clockWasSet()
      // What is due at that time is done before it is answered.
      await jobs.tick()
      // Every window shows the core's time.
      hub.emit('system.changed', {})
      return { now: settable.now().toISOString() }
    },
    async scan({ serial, stationId: at }) {
      onlyInDevelopment()
      return presence.scan({ serial, stationId: at ?? stationId, reader: 'Simulated reader', actor: { kind: 'device', id: 'simulated', name: 'Simulated reader' } })
    },
    async serverAway({ away }) {
      onlyInDevelopment()
      if (awaySwitch === undefined) throw refuse('dev_only')
      if (away) awaySwitch.goAway()
      else awaySwitch.comeBack()
      return {}
    },
    async signInAs({ level }) {
      onlyInDevelopment()
      const session = await accounts.signInAs(level)
      if (session === undefined) throw refuse('member_unknown')
      return session
    },
    async badges() {
      onlyInDevelopment()
      return { badges: await badges.listForSimulation(12) }
    },
    simulateDefaults: async () => inDevelopment().defaults(),
    simulatePrecheck: async (days) => inDevelopment().precheck(days),
    simulate: async (request, { caller }) => inDevelopment().simulate({ ...request, actor: actorOf(caller) }),
    async backdateMembers({ days }, { caller }) {
      const members = await inDevelopment().backdateMembers(days, actorOf(caller))
      hub.emit('members.changed', {})
      return { members }
    },
  }
}
