/** What was said of people at this window, from the tap until the core's own list says it too: nothing jumps back, and nothing is lost. */
import type { Refused, Result } from '../../../shared/contract/kit.ts'
import type { MusterState } from '../../../shared/domain/muster.ts'

export interface Mark {
  readonly musterId: string
  readonly entryIds: readonly string[]
  readonly state: MusterState
  readonly note?: string
}

interface Said {
  readonly state: MusterState
  /** The core has it: the next list that is asked for says so. */
  readonly isKept: boolean
  readonly by: Mark
}

interface Options {
  readonly send: (mark: Mark) => Promise<Result<unknown>>
  /** Told after every change; `waiting` are marks that the core has not answered. */
  readonly onChange: (said: ReadonlyMap<string, MusterState>, waiting: number) => void
  readonly onKept: () => void
  readonly onRefused: (problem: Refused) => void
  /** Until a core that does not answer is asked again. */
  readonly wait?: () => Promise<void>
}

const retryMs = 1_000

/** Sends marks one after the other, in the order of the taps; while the core does not answer they wait and are sent again. */
export function createMarks({ send, onChange, onKept, onRefused, wait = () => new Promise((resolve) => setTimeout(resolve, retryMs)) }: Options) {
  const said = new Map<string, Said>()
  const queue: Mark[] = []
  let running = false

  const tell = (): void => onChange(new Map([...said].map(([id, { state }]) => [id, state])), queue.length)

  const run = async (): Promise<void> => {
    running = true
    for (let mark = queue[0]; mark !== undefined; mark = queue[0]) {
      const result = await send(mark)
      if (!result.ok && result.error.code === 'unreachable') {
        await wait()
        continue
      }
      queue.shift()
      for (const id of mark.entryIds) {
        const here = said.get(id)
        if (here?.by !== mark) continue
        if (result.ok) said.set(id, { ...here, isKept: true })
        else said.delete(id)
      }
      tell()
      if (result.ok) onKept()
      else onRefused(result.error)
    }
    running = false
  }

  return {
    say(mark: Mark): void {
      for (const id of mark.entryIds) said.set(id, { state: mark.state, isKept: false, by: mark })
      queue.push(mark)
      tell()
      if (!running) void run()
    },
    /** Call it before the list is asked for. @returns what to call when that list is shown: it knows what was kept before */
    asking(): () => void {
      const kept = [...said].filter(([, { isKept }]) => isKept)
      return () => {
        for (const [id, before] of kept) if (said.get(id)?.by === before.by) said.delete(id)
        tell()
      }
    },
  }
}
