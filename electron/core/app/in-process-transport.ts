import { lookUp, type Contract, type Transport } from '../../../shared/contract/kit.ts'
import { mayUse, type Caller } from '../../../shared/domain/access.ts'
import type { Dispatch } from './dispatcher.ts'

const asJson = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))

interface Source {
  readonly dispatch: Dispatch
  onEvent(listener: (name: string, payload: unknown) => void): () => void
}

/** Reaches a core in the same process, as `caller`. Everything crosses as JSON, so that nothing else can creep in. */
export const createInProcessTransport = (contract: Contract, core: Source, caller: Caller): Transport => ({
  call: async (name, input) => asJson(await core.dispatch(caller, name, asJson(input))),
  listen: (listener) =>
    core.onEvent((name, payload) => {
      const definition = lookUp(contract, name)
      if (definition !== undefined && mayUse(name, definition.needs, caller)) listener(name, asJson(payload))
    }),
  watch(listener) {
    listener(true)
    return () => {}
  },
})
