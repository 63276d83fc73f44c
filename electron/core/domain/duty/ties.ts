/** What duty needs somebody for at this moment (domain.md 4.6.1 ▶): asked before they leave the roll or are kept out. */
import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { member } from '../../db/schema/index.ts'
import { refuse, type Refusal } from '../../kit/refusal.ts'
import { readUnitProfile } from '../settings/unit-profile.ts'
import { readHolder } from './authority.ts'
import { readDutyDay } from './duty-day.ts'

/** Each in words that say what to do, the gravest first: `lockup_held`, `member_is_dds`. */
export async function readDutyTies(tx: Tx, memberId: string, now: Date): Promise<Refusal[]> {
  const [person] = await tx.select({ name: member.displayName }).from(member).where(eq(member.id, memberId))
  const name = person?.name ?? ''
  const holder = await readHolder(tx)
  const { live } = await readDutyDay(tx, now, await readUnitProfile(tx))
  return [...(holder?.memberId === memberId ? [refuse('lockup_held', { name })] : []), ...(live?.memberId === memberId ? [refuse('member_is_dds', { name })] : [])]
}
