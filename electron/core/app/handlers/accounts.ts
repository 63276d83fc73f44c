import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const accountsHandlers = ({ accounts, typedSerials }: Services): SentinelHandlers['accounts'] => ({
  state: () => accounts.state(),
  setUp: (input, { caller }) => accounts.setUp(input, caller),
  awaitBadge: () => accounts.awaitBadge(),
  async cancelBadge() {
    accounts.cancelBadge()
    return {}
  },
  signIn: ({ serial, ...input }, { caller }) => accounts.signIn({ ...input, ...(serial !== undefined && { serial: typedSerials.serialOrText(caller.stationId, serial) }) }, caller),
  choosePin: ({ serial, ...input }, { caller }) => accounts.choosePin({ ...input, ...(serial !== undefined && { serial: typedSerials.serialOrText(caller.stationId, serial) }) }, caller),
  unlock: (input, { caller }) => accounts.unlock(input, caller),
  async lock() {
    accounts.lock()
    return {}
  },
  async signOut(_input, { caller }) {
    await accounts.signOut(caller)
    return {}
  },
  async touch() {
    accounts.touch()
    return {}
  },
  async changePin(input, { caller }) {
    await accounts.changePin(input, caller)
    return {}
  },
  list: (input) => accounts.list(input),
  setLevel: (input, { caller }) => accounts.setLevel(input, caller),
  issueSetupCode: (input, { caller }) => accounts.issueSetupCode(input, caller),
  async setDisabled(input, { caller }) {
    await accounts.setDisabled(input, caller)
    return {}
  },
  endSession: (input, { caller }) => accounts.endSession(input, caller),
})
