/** What members carry now: qualifications that hold, and tags directly or through them, each once (domain.md 4.3, P27). */
import type { Tx } from '../../db/database.ts'
import { readDirectTags, readHeldCodes, readTags } from './queries.ts'

export interface Carried {
  readonly qualifications: string[]
  readonly tags: { id: string; name: string; throughQualification: boolean }[]
}

/** For the rows of one page: three statements, however many members. */
export async function readCarried(tx: Tx, memberIds: readonly string[], at: Date): Promise<(memberId: string) => Carried> {
  if (memberIds.length === 0) return () => ({ qualifications: [], tags: [] })
  const held = await readHeldCodes(tx, memberIds, at)
  const direct = await readDirectTags(tx, memberIds)
  const tags = new Map((await readTags(tx)).map((row) => [row.id, row]))
  const codesOf = Map.groupBy(held, ({ memberId }) => memberId)
  const directOf = Map.groupBy(direct, ({ memberId }) => memberId)
  return (memberId) => {
    const own = codesOf.get(memberId) ?? []
    const ids = new Map<string, boolean>()
    for (const { tagId } of own) if (tagId !== null) ids.set(tagId, true)
    // A tag that was given by hand stays when the qualification goes: it is shown as one's own.
    for (const { tagId } of directOf.get(memberId) ?? []) ids.set(tagId, false)
    const carried = [...ids].flatMap(([id, throughQualification]) => {
      const row = tags.get(id)
      return row === undefined ? [] : [{ ...row, throughQualification }]
    })
    carried.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    return { qualifications: own.map(({ code }) => code), tags: carried.map(({ id, name, throughQualification }) => ({ id, name, throughQualification })) }
  }
}
