/** Everything that is kept of one visitor, as a file for whoever asks for their own (trust.md 4.4: access request). */
import { and, asc, eq } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { visitors } from '../../../../shared/contract/visitors.ts'
import { localTime, operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import { badgeName } from '../../../../shared/domain/badge-serial.ts'
import { expectedVisit, visit } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { toTableFile } from '../tables/table-file.ts'
import type { Dependencies } from './acts.ts'
import { fileWords } from './file-words.ts'
import { readVisit, readVisits, type VisitRow } from './queries.ts'

/** One row a visit, oldest first, then those who were only expected; every field that is stored of a person. */
function tableOf(rows: readonly VisitRow[], expected: readonly (typeof expectedVisit.$inferSelect)[], unit: UnitTime, language: Language): string[][] {
  const { header, expected: expectedWord } = fileWords[language]
  const text = (value: string | null): string => value ?? ''
  const time = (at: Date | null): string => (at === null ? '' : localTime(at, unit))
  const told = ({ rank, lastName, firstName, organization, details, phone, licensePlate }: Pick<VisitRow['visit'], 'rank' | 'lastName' | 'firstName' | 'organization' | 'details' | 'phone' | 'licensePlate'>): string[] => [text(rank), lastName, text(firstName), text(organization), text(details), text(phone), text(licensePlate)]
  return [
    Object.values(header),
    ...rows.map(({ visit: row, typeName, typeNameFr, hostName, stationName, passLabel, passSerial, eventName }) => [
      language === 'fr' ? (typeNameFr ?? typeName) : typeName,
      time(row.since),
      time(row.until),
      ...told({ ...row, details: [row.details, eventName].filter(Boolean).join(' · ') }),
      text(hostName),
      passSerial === null ? '' : badgeName({ label: passLabel, serial: passSerial }),
      text(row.notes),
      stationName,
      row.actorName,
    ]),
    ...expected.map((row) => [expectedWord, [row.date, row.time].filter(Boolean).join(' '), '', ...told(row), '', '', '', '', row.createdBy]),
  ]
}

export function createPersonFile({ database, clock, unitTime }: Dependencies & { readonly unitTime: () => UnitTime }) {
  return {
    /** Of the same name and organization as they are found again by. Refuses `visit_unknown`, also of a visit that was disposed of. */
    async personFile({ visitId, format, language }: InputOf<typeof visitors.personFile>, actor: Actor): Promise<OutputOf<typeof visitors.personFile>> {
      const { name, rows, expected } = await database.transaction(async (tx) => {
        const row = await readVisit(tx, visitId)
        if (row === undefined || row.visit.disposedAt !== null) throw refuse('visit_unknown')
        const { searchName, displayName } = row.visit
        const found = await readVisits(tx, and(eq(visit.searchName, searchName), eq(visit.voided, false)))
        const due = await tx.select().from(expectedVisit).where(eq(expectedVisit.searchName, searchName)).orderBy(asc(expectedVisit.date), asc(expectedVisit.id))
        await writeAudit(tx, { at: clock.now(), actor, action: 'visitor_file', entityType: 'visit', entityId: visitId, details: { name: displayName, format, rows: found.length } })
        return { name: searchName, rows: found, expected: due }
      })
      const file = await toTableFile(`sentinel-visitor-${name.replace(/[^a-z0-9]+/g, '-').slice(0, 60)}-${operationalDate(clock.now(), unitTime())}`, tableOf(rows, expected, unitTime(), language), format)
      return { ...file, rows: rows.length + expected.length }
    },
  }
}
