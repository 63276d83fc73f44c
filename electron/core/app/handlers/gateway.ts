import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import { nothing } from './nothing.ts'
import type { Services } from './services.ts'

export const gatewayHandlers = ({ gateway, gatewayKeys }: Services): SentinelHandlers['gateway'] => ({
  state: () => gateway.state(),
  configure: (input, { caller }) => gateway.configure(input, actorOf(caller)),
  supplyCertificate: (input, { caller }) => nothing(gateway.supplyCertificate(input, actorOf(caller))),
  generateCertificate: (_input, { caller }) => nothing(gateway.generateCertificate(actorOf(caller))),
  keys: () => gatewayKeys.list(),
  createKey: (input, { caller }) => gatewayKeys.create(input, actorOf(caller)),
  revokeKey: ({ keyId }, { caller }) => nothing(gatewayKeys.revoke(keyId, actorOf(caller))),
})
