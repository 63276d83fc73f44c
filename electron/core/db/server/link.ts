/** One connection while it is lent out: what drizzle asks of it is answered in PGlite's values and in its time, or it counts as lost. */
import type { QueryResult } from 'pg'
import type pg from 'pg'
import type { Clock } from '../../kit/clock.ts'
import { kindOfServerError, NoAnswer } from './errors.ts'
import { timeouts } from './connect.ts'
import { valueTypes } from './value-types.ts'

interface Question {
  readonly text: string
  readonly rowMode?: 'array'
}

export interface Link {
  /** For drizzle. `limitMs` = as long as one statement may take. */
  query(question: Question | string, values?: unknown[], limitMs?: number): Promise<QueryResult>
  /** The error with which the connection was lost; undefined = it is not. */
  lost(): unknown
  /** Whether anything that was asked has changed a row. */
  hasWritten(): boolean
}

/** What a statement reports that may have changed something. One that begins with `with` reports what it ends with. */
const writing = ['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COPY']
const isWrite = (text: string, { command, rowCount }: QueryResult): boolean => (rowCount ?? 0) > 0 && (writing.includes(command) || (/^\s*with\b/i.test(text) && /\b(insert|update|delete|merge)\b/i.test(text)))

/** @param reads nothing may be written: that a server refuses to write says nothing about it then */
export function createLink(client: pg.ClientBase, clock: Clock, { reads }: { readonly reads: boolean }): Link {
  let lost: unknown
  let hasWritten = false
  return {
    lost: () => lost,
    hasWritten: () => hasWritten,
    async query(question, values, limitMs = timeouts.statement + timeouts.network) {
      if (lost !== undefined) throw lost
      const asked = typeof question === 'string' ? { text: question } : question
      let answered = (): void => {}
      const late = new Promise<never>((_resolve, reject) => {
        answered = clock.after(limitMs, () => reject(new NoAnswer()))
      })
      try {
        const result = await Promise.race([client.query({ ...asked, types: valueTypes, ...(values && { values }) }), late])
        hasWritten ||= isWrite(asked.text, result)
        return result
      } catch (error) {
        if (kindOfServerError(error, { reads }) === 'lost') lost = error
        throw error
      } finally {
        answered()
      }
    },
  }
}
