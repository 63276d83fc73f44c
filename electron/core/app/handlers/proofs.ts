import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const proofsHandlers = ({ proofs }: Services): SentinelHandlers['proofs'] => ({
  awaitBadges: (input, { caller }) => proofs.awaitBadges(input, caller),
  async cancel(input, { caller }) {
    proofs.cancel(input, caller)
    return {}
  },
})
