import { actorOf } from '../../domain/audit/write.ts'
import type { SentinelHandlers } from './index.ts'
import type { Services } from './services.ts'

export const visitorsHandlers = ({ visitors }: Services): SentinelHandlers['visitors'] => ({
  inside: () => visitors.inside(),
  get: (input) => visitors.get(input),
  signIn: (input, { caller }) => visitors.signIn(input, caller),
  signOut: (input, { caller }) => visitors.signOut(input, caller),
  leaving: (_, { caller }) => visitors.leaving(caller),
  undo: (input, { caller }) => visitors.undo(input, caller),
  update: (input, { caller }) => visitors.update(input, caller),
  lendPass: (input, { caller }) => visitors.lendPass(input, caller),
  passReturned: (input, { caller }) => visitors.passReturned(input, caller),
  pass: (input, { caller }) => visitors.pass(input, caller),
  passes: () => visitors.passes(),
  history: (input) => visitors.history(input),
  returning: (input) => visitors.returning(input),
  hosts: (input, { caller }) => visitors.hosts(input, caller),
  expected: (input) => visitors.expected(input),
  expect: (input, { caller }) => visitors.expect(input, actorOf(caller)),
  retention: () => visitors.retention(),
  retentionPreview: (input) => visitors.retentionPreview(input),
  updateRetention: (input, { caller }) => visitors.updateRetention(input, actorOf(caller)),
  personFile: (input, { caller }) => visitors.personFile(input, actorOf(caller)),
  forget: (input, { caller }) => visitors.forget(input, actorOf(caller)),
})
