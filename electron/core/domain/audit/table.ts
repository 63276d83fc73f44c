/** The trail as a table for a spreadsheet (domain.md 4.23, screens.md 5.4). Pure. */
import { auditAreas, wordsOfAction } from '../../../../shared/domain/audit-actions.ts'
import { wordsOfEntity } from '../../../../shared/domain/audit-entities.ts'
import { changesOf, colon, factsOf, sayValue, wordsOfField, type Saying } from '../../../../shared/domain/audit-words.ts'
import { localTime, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { outcomes } from '../../../../shared/i18n/outcomes.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import type { Line } from './line.ts'

const words = {
  en: { headers: ['Number', 'Time', 'Area', 'Action', 'Actor', 'Acting as', 'About', 'Subject', 'Station', 'Changes', 'Details', 'Key'], kind: { member: 'Member', admin: 'Administrator', device: 'Station', system: 'Sentinel' } },
  fr: { headers: ['Numéro', 'Heure', 'Domaine', 'Action', 'Auteur', 'À titre de', 'Porte sur', 'Objet', 'Poste', 'Changements', 'Détails', 'Clé'], kind: { member: 'Membre', admin: 'Administrateur', device: 'Poste', system: 'Sentinel' } },
} as const

const isInstant = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T/.test(text)

/** The heading first; times are the unit's own. Codes of the unit's lists stand as they are kept: a file is read without Sentinel. */
export function auditTable(lines: readonly Line[], unit: UnitTime, language: Language): string[][] {
  const { headers, kind } = words[language]
  const outcomeWords: Readonly<Record<string, { readonly title: string }>> = outcomes[language].outcome
  const saying: Saying = { language, say: (of, value) => (of === 'instant' && isInstant(value) ? localTime(new Date(value), unit) : of === 'outcome' ? (outcomeWords[value]?.title ?? value) : value) }
  const named = (field: string, text: string): string => `${wordsOfField(field)[language]}${colon[language]}${text}`
  const rowOf = ({ seq, at, area, action, actor, entityType, entityId, subject, stationId, stationName, details }: Line): string[] => {
    const said = (field: string, value: unknown): string => sayValue(field, value, entityType, saying)
    return [
      String(seq),
      localTime(new Date(at), unit),
      auditAreas[area][language],
      wordsOfAction(action)[language],
      actor.name,
      kind[actor.kind],
      wordsOfEntity(entityType)[language],
      subject ?? '',
      stationName ?? stationId ?? '',
      changesOf(details).map(({ field, before, after }) => named(field, before === undefined ? said(field, after) : after === undefined ? `${said(field, before)} →` : `${said(field, before)} → ${said(field, after)}`)).join('; '),
      factsOf(details, stationId).map(({ field, value }) => named(field, said(field, value))).join('; '),
      entityId ?? '',
    ]
  }
  return [[...headers], ...lines.map(rowOf)]
}
