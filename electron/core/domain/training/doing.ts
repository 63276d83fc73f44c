import type { Actor } from '../audit/write.ts'

/** Who does it, and when. */
export interface Doing {
  readonly actor: Actor
  readonly at: Date
}
