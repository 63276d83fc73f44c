/** The list as a table for a spreadsheet (domain.md 4.2, screens.md W-17). Pure. */
import { lateFlags } from '../../../../shared/i18n/late-flags.ts'
import { localTime, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import type { Item } from './item.ts'

const words = {
  en: {
    headers: ['Time', 'Direction', 'Service number', 'Rank', 'Last name', 'First name', 'Division', 'Door', 'Reader', 'Method', 'Recorded', 'Flag', 'State', 'By', 'Reason', 'Original'],
    direction: { in: 'In', out: 'Out' },
    method: { badge: 'Badge', manual: 'By hand', override: 'Corrected', login: 'Sign-in', system: 'Sentinel' },
    flag: { clock_set_back: 'The clock was set back', undone: 'Taken back within ten seconds', ...lateFlags.en },
    state: { add: 'Added by hand', edit: 'Corrected', delete: 'Deleted', undo: 'Taken back', edited: 'Replaced' },
  },
  fr: {
    headers: ['Heure', 'Sens', 'Matricule', 'Grade', 'Nom', 'Prénom', 'Division', 'Porte', 'Lecteur', 'Façon', 'Inscrit', 'Signalement', 'État', 'Par', 'Raison', 'Original'],
    direction: { in: 'Entrée', out: 'Sortie' },
    method: { badge: 'Insigne', manual: 'À la main', override: 'Corrigé', login: 'Session', system: 'Sentinel' },
    flag: { clock_set_back: 'L’horloge a été reculée', undone: 'Annulé dans les dix secondes', ...lateFlags.fr },
    state: { add: 'Ajouté à la main', edit: 'Corrigé', delete: 'Supprimé', undo: 'Annulé', edited: 'Remplacé' },
  },
} as const

/** The heading first. Times are the unit's own; what a correction replaced stands in the last column. */
export function historyTable(items: readonly Item[], unit: UnitTime, language: Language): string[][] {
  const { headers, direction, method, flag, state } = words[language]
  const flags: Readonly<Record<string, string>> = flag
  const line = (item: Item): string[] => {
    const { person, entered, ended } = item
    const said = ended ?? entered
    return [
      localTime(new Date(item.at), unit),
      direction[item.direction],
      person.serviceNumber,
      person.rank,
      person.lastName,
      person.firstName,
      person.division?.code ?? '',
      item.stationName,
      item.reader ?? '',
      method[item.method],
      localTime(new Date(item.recordedAt), unit),
      item.flagReason === null ? (item.flagged ? '✓' : '') : (flags[item.flagReason] ?? item.flagReason),
      ended === null ? (entered === null ? '' : state[entered.kind]) : ended.kind === 'edit' ? state.edited : state[ended.kind],
      said?.actorName ?? '',
      said?.reason ?? '',
      entered?.original == null ? '' : `${direction[entered.original.direction]} ${localTime(new Date(entered.original.at), unit)} ${entered.original.stationName}`,
    ]
  }
  return [[...headers], ...items.map(line)]
}
