/** A database that can be made to be away, as a server would be: for development and for tests. */
import type { Database, DatabaseState } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import { refuse } from '../../kit/refusal.ts'

export interface AwaySwitch {
  readonly database: Database
  /** `in_commit`: the next act is written, and its answer is lost. */
  goAway(how?: 'now' | 'in_commit'): void
  comeBack(): void
}

/** @param serverClock of the server that is made believe */
export function createAwaySwitch(database: Database, serverClock: Pick<Clock, 'now'>): AwaySwitch {
  const listeners = new Set<(state: DatabaseState) => void>()
  let isAway = false
  let losesAnswer = false
  const set = (away: boolean): void => {
    if (isAway === away) return
    isAway = away
    for (const listener of [...listeners]) listener(away ? 'away' : database.state())
  }
  const needServer = (): void => {
    if (isAway) throw refuse('database_away')
  }
  return {
    database: {
      ...database,
      async transaction(act) {
        needServer()
        const answer = await database.transaction(act)
        if (losesAnswer) {
          losesAnswer = false
          set(true)
        }
        needServer()
        return answer
      },
      async read(query) {
        needServer()
        return database.read(query)
      },
      state: () => (isAway ? 'away' : database.state()),
      server: {
        ...database.server,
        async now() {
          needServer()
          return serverClock.now()
        },
      },
      onStateChange(listener) {
        const end = database.onStateChange((state) => {
          if (!isAway) listener(state)
        })
        listeners.add(listener)
        return () => {
          end()
          listeners.delete(listener)
        }
      },
    },
    goAway(how = 'now') {
      if (how === 'in_commit') losesAnswer = true
      else set(true)
    },
    comeBack: () => set(false),
  }
}
