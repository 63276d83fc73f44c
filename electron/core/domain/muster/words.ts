/** What a muster’s paper says, in both languages. */
import type { Language } from '../../../../shared/i18n/index.ts'
import type { MusterBadgeWarning, MusterState } from '../../../../shared/domain/muster.ts'

interface PaperWords {
  readonly title: { readonly live: string; readonly drill: string }
  readonly report: string
  readonly begun: string
  readonly ended: string
  readonly by: string
  readonly listOf: string
  readonly counts: (accounted: number, total: number) => string
  readonly missing: string
  readonly nobodyMissing: string
  readonly allSafe: string
  readonly reason: string
  readonly remarks: string
  readonly points: string
  readonly disposed: string
  readonly parts: { readonly noDivision: string; readonly visitors: string; readonly attendees: string; readonly unlisted: string; readonly due: string }
  readonly late: string
  readonly columns: { readonly name: string; readonly since: string; readonly door: string; readonly contact: string; readonly state: string }
  readonly host: string
  readonly pass: string
  readonly states: Readonly<Record<MusterState, string>>
  readonly ways: { readonly tap: string; readonly scan: string; readonly left: string }
  readonly changes: string
  readonly wentOut: string
  readonly cameIn: string
  readonly marks: string
  readonly warnings: Readonly<Record<MusterBadgeWarning, string>>
  readonly due: { readonly dds: string; readonly duty_watch: string; readonly event: string }
  readonly page: (page: number, of: number) => string
}

const en: PaperWords = {
  title: { live: 'EMERGENCY MUSTER', drill: 'DRILL – MUSTER' },
  report: 'Report',
  begun: 'Begun',
  ended: 'Ended',
  by: 'by',
  listOf: 'List of',
  counts: (accounted, total) => `${accounted} of ${total} accounted for`,
  missing: 'Not accounted for',
  nobodyMissing: 'Nobody was missing at the end.',
  allSafe: 'Everybody accounted for at',
  reason: 'Why it was closed',
  remarks: 'Remarks',
  points: 'Muster points',
  disposed: '(name no longer kept)',
  parts: { noDivision: 'No division', visitors: 'Visitors', attendees: 'Attendees of events', unlisted: 'Added by hand', due: 'Due, never in (not counted)' },
  late: 'came after the list was frozen',
  columns: { name: 'Name', since: 'Since', door: 'Door', contact: 'Phone, host, pass', state: 'State' },
  host: 'host',
  pass: 'pass',
  states: { missing: '', safe: 'Safe', needs_assistance: 'Needs help', essential: 'On duty' },
  ways: { tap: 'by hand', scan: 'by badge', left: 'left by a door' },
  changes: 'Changes at the doors since the list was frozen',
  wentOut: 'out',
  cameIn: 'in',
  marks: 'What was said, in order',
  warnings: { inactive_badge: 'badge not valid', member_not_allowed: 'not allowed in', attendee_outside_window: 'outside their days', event_closed: 'event closed' },
  due: { dds: 'DDS', duty_watch: 'Duty Watch', event: 'event' },
  page: (page, of) => `Page ${page} of ${of}`,
}

const fr: PaperWords = {
  title: { live: 'RASSEMBLEMENT D’URGENCE', drill: 'EXERCICE – RASSEMBLEMENT' },
  report: 'Rapport',
  begun: 'Commencé',
  ended: 'Terminé',
  by: 'par',
  listOf: 'Liste de',
  counts: (accounted, total) => `${accounted} sur ${total} comptés`,
  missing: 'Non comptés',
  nobodyMissing: 'Personne ne manquait à la fin.',
  allSafe: 'Tous comptés à',
  reason: 'Pourquoi il a été clos',
  remarks: 'Remarques',
  points: 'Points de rassemblement',
  disposed: '(nom qui n’est plus conservé)',
  parts: { noDivision: 'Sans division', visitors: 'Visiteurs', attendees: 'Participants à des activités', unlisted: 'Ajoutés à la main', due: 'Attendus, jamais entrés (non comptés)' },
  late: 'arrivé après que la liste a été figée',
  columns: { name: 'Nom', since: 'Depuis', door: 'Porte', contact: 'Téléphone, hôte, laissez-passer', state: 'État' },
  host: 'hôte',
  pass: 'laissez-passer',
  states: { missing: '', safe: 'En sécurité', needs_assistance: 'A besoin d’aide', essential: 'De service' },
  ways: { tap: 'à la main', scan: 'par insigne', left: 'sorti par une porte' },
  changes: 'Changements aux portes depuis que la liste a été figée',
  wentOut: 'sortie',
  cameIn: 'entrée',
  marks: 'Ce qui a été dit, dans l’ordre',
  warnings: { inactive_badge: 'insigne non valide', member_not_allowed: 'entrée refusée', attendee_outside_window: 'hors de ses jours', event_closed: 'activité terminée' },
  due: { dds: 'DDS', duty_watch: 'quart', event: 'activité' },
  page: (page, of) => `Page ${page} de ${of}`,
}

export const paperWords: Readonly<Record<Language, PaperWords>> = { en, fr }
