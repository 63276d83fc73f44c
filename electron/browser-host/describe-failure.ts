import { inspect } from 'node:util'
import { describeOpenFailure } from '../core/app/open-failure.ts'

/** What a person at the console is told when the host cannot start: plain words where we have them. */
export function describeFailure(error: unknown): string {
  const opening = describeOpenFailure(error, 'en')
  if (opening !== undefined) return [opening.title, opening.message, opening.howToFix].join('\n')
  return error instanceof Error ? error.message : inspect(error)
}
