/** From what a person filled in to the columns of a member's row, or to the refusal that says what is wrong with it. */
import { eq } from 'drizzle-orm'
import type * as v from 'valibot'
import type { MemberFields } from '../../../../shared/contract/members.ts'
import { toServiceNumber } from '../../../../shared/domain/service-number.ts'
import type { Tx } from '../../db/database.ts'
import { division, member, memberStatus, memberType, rank } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'

export type Fields = Partial<v.InferOutput<typeof MemberFields>>
export type Columns = Partial<Omit<typeof member.$inferInsert, 'id' | 'createdAt' | 'updatedAt'>>

const emailForm = /^[\p{L}\p{N}][^\s@]*@[^\s@]+\.[^\s@]+$/u

/** Inner spaces go, letters are upper case. Refuses `service_number_invalid`. */
export function canonicalNumber(typed: string): string {
  const serviceNumber = toServiceNumber(typed)
  if (serviceNumber === undefined) throw refuse('service_number_invalid', { serviceNumber: typed })
  return serviceNumber
}

const blankToNull = (text: string | null | undefined): string | null | undefined => (text === '' ? null : text)

/**
 * Only what was given. Refuses `service_number_invalid`, `email_invalid`, `rank_unknown`, `division_unknown`,
 * `member_type_unknown`, `member_status_unknown`, `member_archive_instead`.
 */
export async function toColumns(tx: Tx, fields: Fields): Promise<Columns> {
  const { serviceNumber, rank: rankCode, division: divisionCode, memberType: typeCode, status, firstName, lastName, contractStart, contractEnd, ...texts } = fields
  const columns: Columns = Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (text === undefined ? [] : [[key, blankToNull(text)]])))
  if (serviceNumber !== undefined) columns.serviceNumber = canonicalNumber(serviceNumber)
  if (firstName !== undefined) columns.firstName = firstName
  if (lastName !== undefined) columns.lastName = lastName
  if (contractStart !== undefined) columns.contractStart = contractStart
  if (contractEnd !== undefined) columns.contractEnd = contractEnd
  if (columns.email != null && !emailForm.test(columns.email)) throw refuse('email_invalid', { email: columns.email })
  if (rankCode !== undefined) {
    const [row] = await tx.select({ id: rank.id }).from(rank).where(eq(rank.code, rankCode))
    if (row === undefined) throw refuse('rank_unknown', { rank: rankCode })
    columns.rankId = row.id
  }
  if (divisionCode !== undefined) {
    const [row] = divisionCode === null ? [{ id: null }] : await tx.select({ id: division.id }).from(division).where(eq(division.code, divisionCode)).for('share')
    if (row === undefined) throw refuse('division_unknown', { division: divisionCode ?? '' })
    columns.divisionId = row.id
  }
  if (typeCode !== undefined) {
    const [row] = await tx.select({ code: memberType.code }).from(memberType).where(eq(memberType.code, typeCode)).for('share')
    if (row === undefined) throw refuse('member_type_unknown', { memberType: typeCode })
    columns.memberType = typeCode
  }
  if (status !== undefined) {
    if (status === 'archived') throw refuse('member_archive_instead')
    const [row] = await tx.select({ code: memberStatus.code }).from(memberStatus).where(eq(memberStatus.code, status)).for('share')
    if (row === undefined) throw refuse('member_status_unknown', { status })
    columns.status = status
  }
  return columns
}
