/** The fixed words of the reports, in both languages. */
import { lateFlags } from '../../../../shared/i18n/late-flags.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import type { AttendeeRow } from './attendee-rows.ts'
import type { VisitorRow } from './visitor-rows.ts'

interface Words {
  readonly headers: readonly string[]
  readonly movement: string
  readonly inside: string
  readonly visitor: string
  readonly visitorInside: string
  readonly attendee: string
  readonly attendeeInside: string
  readonly direction: Readonly<Record<'in' | 'out', string>>
  readonly method: Readonly<Record<'badge' | 'manual' | 'override' | 'login' | 'system', string>>
  readonly visitorMethod: Readonly<Record<VisitorRow['method'], string>>
  readonly attendeeMethod: Readonly<Record<AttendeeRow['method'], string>>
  /** By the code that is stored; an unknown one is printed as it is. */
  readonly flagReason: Readonly<Record<string, string>>
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    headers: ['List', 'Service number', 'Rank', 'Last name', 'First name', 'Division', 'Direction', 'Local time', 'Station', 'Reader', 'Method', 'Flag'],
    movement: 'Movement',
    inside: 'Inside',
    visitor: 'Visitor',
    visitorInside: 'Visitor inside',
    attendee: 'Attendee',
    attendeeInside: 'Attendee inside',
    direction: { in: 'In', out: 'Out' },
    method: { badge: 'Badge', manual: 'Manual', override: 'Override', login: 'Login', system: 'System' },
    visitorMethod: { badge: 'Pass', desk: 'Desk', kiosk: 'Kiosk', lockup_sequence: 'Lockup', daily_reset: 'Daily reset' },
    attendeeMethod: { badge: 'Badge', desk: 'Desk', lockup_sequence: 'Lockup', daily_reset: 'Daily reset' },
    flagReason: { clock_set_back: 'The clock was set back', ...lateFlags.en },
  },
  fr: {
    headers: ['Liste', 'Numéro matricule', 'Grade', 'Nom', 'Prénom', 'Division', 'Sens', 'Heure locale', 'Poste', 'Lecteur', 'Mode', 'À revoir'],
    movement: 'Mouvement',
    inside: 'À l’intérieur',
    visitor: 'Visiteur',
    visitorInside: 'Visiteur à l’intérieur',
    attendee: 'Participant',
    attendeeInside: 'Participant à l’intérieur',
    direction: { in: 'Entrée', out: 'Sortie' },
    method: { badge: 'Insigne', manual: 'Manuel', override: 'Dérogation', login: 'Connexion', system: 'Système' },
    visitorMethod: { badge: 'Laissez-passer', desk: 'Poste', kiosk: 'Kiosque', lockup_sequence: 'Fermeture', daily_reset: 'Remise à zéro' },
    attendeeMethod: { badge: 'Insigne', desk: 'Poste', lockup_sequence: 'Fermeture', daily_reset: 'Remise à zéro' },
    flagReason: { clock_set_back: 'L’horloge a été reculée', ...lateFlags.fr },
  },
}
