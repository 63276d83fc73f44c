import { localTime, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import type { BadgeListRow } from './inventory-queries.ts'

const words = {
  en: { headers: ['Serial', 'Label', 'For', 'Status', 'Held by', 'Service number', 'Last used', 'Outstanding from', 'Since', 'Note'], kind: { member: 'Member', visitor: 'Visitor', event: 'Event' } },
  fr: { headers: ['Numéro', 'Étiquette', 'Pour', 'Statut', 'Détenu par', 'Matricule', 'Dernier usage', 'Attendu de', 'Depuis', 'Note'], kind: { member: 'Membre', visitor: 'Visiteur', event: 'Événement' } },
} as const

/** The inventory as a table, heading first; times are the unit's own. Pure. */
export function inventoryTable(rows: readonly BadgeListRow[], unit: UnitTime, language: Language): string[][] {
  const { headers, kind } = words[language]
  const time = (at: Date | null): string => (at === null ? '' : localTime(at, unit))
  return [[...headers], ...rows.map((row) => [row.serial, row.label ?? '', kind[row.kind], row.status, row.holderName ?? (row.isLent ? (row.lentName ?? '') : ''), row.holderNumber ?? '', time(row.lastUsedAt), row.isOut ? (row.outstandingName ?? '') : '', row.isOut ? time(row.outstandingSince) : '', row.note ?? ''])]
}
