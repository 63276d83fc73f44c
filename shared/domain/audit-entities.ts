/** What the trail’s lines are about, in words (domain.md 4.23). Whoever writes of something new adds a line here; a thing that has none does not compile. */
import type { AuditWords } from './audit-actions.ts'

/** What a line is about: the thing that `entityId` names. */
export const auditEntities = {
  movement: { en: 'Movement', fr: 'Mouvement' },
  missed_checkout: { en: 'Forgotten check-out', fr: 'Sortie oubliée' },
  refused_scan: { en: 'Refused scan', fr: 'Passage refusé' },
  visit: { en: 'Visit', fr: 'Visite' },
  expected_visit: { en: 'Expected visitor', fr: 'Visiteur attendu' },
  access_event: { en: 'Event', fr: 'Activité' },
  attendee: { en: 'Attendee', fr: 'Participant' },
  member: { en: 'Member', fr: 'Membre' },
  qualification: { en: 'Qualifications', fr: 'Qualifications' },
  roll: { en: 'Nominal roll', fr: 'Rôle nominatif' },
  personal_note: { en: 'Note about a member', fr: 'Note sur un membre' },
  duty_log_entry: { en: 'Duty log entry', fr: 'Inscription au journal de service' },
  checklist_item: { en: 'Checklist item', fr: 'Élément de liste de contrôle' },
  alert: { en: 'Alert', fr: 'Alerte' },
  dds: { en: 'DDS', fr: 'DDS' },
  lockup: { en: 'Lockup', fr: 'Fermeture' },
  muster: { en: 'Muster', fr: 'Rassemblement' },
  live_duty: { en: 'Duty watch position', fr: 'Poste de quart' },
  schedule: { en: 'Roster', fr: 'Tableau de service' },
  duty_role: { en: 'Duty', fr: 'Service' },
  duty_position: { en: 'Seat of a duty', fr: 'Poste d’un service' },
  unit_event: { en: 'Event', fr: 'Activité' },
  unit_event_type: { en: 'Kind of event', fr: 'Genre d’activité' },
  stat_holiday: { en: 'Holiday', fr: 'Jour férié' },
  training_year: { en: 'Training year', fr: 'Année d’instruction' },
  bmq_course: { en: 'Recruit course', fr: 'Cours de recrues' },
  bmq_enrolment: { en: 'Place on a recruit course', fr: 'Inscription à un cours de recrues' },
  excused_absence: { en: 'Excused absence', fr: 'Absence motivée' },
  operational_day: { en: 'Operational day', fr: 'Journée opérationnelle' },
  clock: { en: 'Clock', fr: 'Horloge' },
  badge: { en: 'Badge', fr: 'Insigne' },
  account: { en: 'Account', fr: 'Compte' },
  session: { en: 'Session', fr: 'Session' },
  kiosk: { en: 'Kiosk', fr: 'Kiosque' },
  station: { en: 'Station', fr: 'Poste' },
  reader: { en: 'Reader', fr: 'Lecteur' },
  setting: { en: 'Setting', fr: 'Réglage' },
  report: { en: 'Report', fr: 'Rapport' },
  report_preset: { en: 'Saved report', fr: 'Rapport enregistré' },
  audit: { en: 'Audit log', fr: 'Journal de vérification' },
  member_status: { en: 'Member status', fr: 'État de membre' },
  member_type: { en: 'Member type', fr: 'Type de membre' },
  visit_type: { en: 'Visit type', fr: 'Type de visite' },
  badge_status: { en: 'Badge status', fr: 'État d’insigne' },
  qualification_type: { en: 'Qualification', fr: 'Qualification' },
  tag: { en: 'Tag', fr: 'Étiquette' },
  division: { en: 'Division', fr: 'Division' },
  list_item: { en: 'List item', fr: 'Élément de liste' },
} as const satisfies Record<string, AuditWords>

export type AuditEntity = keyof typeof auditEntities

/** The words of what a line is about; its code where there are none. */
export const wordsOfEntity = (entity: string): AuditWords => (Object.hasOwn(auditEntities, entity) ? auditEntities[entity as AuditEntity] : { en: entity, fr: entity })
