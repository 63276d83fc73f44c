import { and, gte, isNull, lt, or, eq } from 'drizzle-orm'
import type { Holiday } from '../../../../shared/domain/operational-week.ts'
import type { Tx } from '../../db/database.ts'
import { statHoliday } from '../../db/schema/index.ts'

/** Statutory holidays from `from` to before `to`: federal ones and the province's own, switched-off ones too (domain.md 4.18 ▶). */
export const readHolidays = (tx: Tx, from: string, to: string, province: string | null): Promise<Holiday[]> =>
  tx
    .select({ date: statHoliday.date, isActive: statHoliday.isActive })
    .from(statHoliday)
    .where(and(gte(statHoliday.date, from), lt(statHoliday.date, to), province === null ? isNull(statHoliday.province) : or(isNull(statHoliday.province), eq(statHoliday.province, province))))
