/** Invented people with accents and long names, for reports and their golden files. */
import { searchNameOf } from '../../../../../shared/domain/names.ts'
import type { Database } from '../../../db/database.ts'
import { insertMany } from '../../../db/insert-many.ts'
import { badge, division, member, rank } from '../../../db/schema/index.ts'
import { newId } from '../../../kit/id.ts'

export interface Invented {
  readonly serviceNumber: string
  readonly rank: string
  readonly lastName: string
  readonly firstName: string
  readonly division?: string
  readonly type?: string
  readonly status?: string
  readonly email?: string
  readonly phone?: string
  readonly serial?: string
}

export const inventedRoll: readonly Invented[] = [
  { serviceNumber: 'V10000001', rank: 'LCdr', lastName: 'L’Heureux-Œuvray', firstName: 'Béatrice', division: 'CMD', type: 'class_b', email: 'beatrice@example.org', phone: '204-555-0101', serial: 'em4100:0059C217' },
  { serviceNumber: 'V10000002', rank: 'PO2', lastName: 'Singh', firstName: 'Harjit', division: 'OPS', phone: '204-555-0102', serial: '04A1B2C3D4' },
  { serviceNumber: 'V10000003', rank: 'CPO2', lastName: 'Ångström', firstName: 'Zoë', division: 'OPS', status: 'suspended' },
  { serviceNumber: 'V10000004', rank: 'S3', lastName: 'Wolfeschlegelsteinhausenbergerdorff-Montgomery', firstName: 'Maximilian-Alexander', division: 'OPS', status: 'inactive', email: 'a.very.long.address.of.a.mailbox@correspondence.example.org' },
  { serviceNumber: 'V10000005', rank: 'S1', lastName: 'Étienne', firstName: 'Noël' },
  { serviceNumber: 'V10000006', rank: 'S1', lastName: 'Gone', firstName: 'Long', division: 'OPS', status: 'archived' },
]

/** Puts them on the roll, all in one act. */
export async function enlist(database: Database, people: readonly Invented[], at: Date): Promise<void> {
  await database.transaction(async (tx) => {
    const ranks = new Map((await tx.select().from(rank)).map(({ code, id }) => [code, id]))
    const divisions = new Map((await tx.select().from(division)).map(({ code, id }) => [code, id]))
    const rows = people.map(({ rank: rankCode, division: divisionCode, type = 'class_a', status = 'active', email = null, phone = null, serial, ...names }) => ({
      serial,
      columns: {
        id: newId(),
        ...names,
        displayName: `${rankCode} ${names.lastName}`,
        searchName: searchNameOf(names),
        email,
        mobilePhone: phone,
        rankId: ranks.get(rankCode) ?? '',
        divisionId: divisions.get(divisionCode ?? '') ?? null,
        memberType: type,
        status,
        source: 'nominal_roll' as const,
        createdAt: at,
        updatedAt: at,
      },
    }))
    await insertMany(tx, member, rows.map(({ columns }) => columns))
    await insertMany(tx, badge, rows.flatMap(({ serial, columns }) => (serial === undefined ? [] : [{ id: newId(), serial, status: 'active', memberId: columns.id, createdAt: at, updatedAt: at }])))
  })
}
