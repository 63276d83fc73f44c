/** What a scan's outcome and its notes say to the person at the reader, in both languages (domain.md 4.1, screens.md 1.6). */
import type { scanNotes, scanOutcomes } from '../contract/presence.ts'

interface Words {
  /** One or two words for the card's headline. */
  readonly title: string
  /** One plain sentence: what happened and what to do now. */
  readonly text: string
}
type Outcome = (typeof scanOutcomes)[number]
type Note = (typeof scanNotes)[number]

const en: { outcome: Record<Outcome, Words>; note: Record<Note, string> } = {
  outcome: {
    member_in: { title: 'In', text: 'Welcome aboard.' },
    member_out: { title: 'Out', text: 'Fair winds.' },
    visitor_out: { title: 'Out', text: 'Thank you for your visit. Please hand the pass back.' },
    attendee_in: { title: 'In', text: 'Welcome aboard.' },
    attendee_out: { title: 'Out', text: 'Fair winds.' },
    duplicate: { title: 'Already done', text: 'Your badge was read a moment ago. Nothing more to do.' },
    unknown_badge: { title: 'Badge not known', text: 'Please see the duty desk: this badge is not on file.' },
    shared_number: { title: 'Whose badge is it?', text: 'Please see the duty desk: this reader cannot tell your badge from another one.' },
    unassigned_badge: { title: 'Badge not assigned', text: 'Please see the duty desk: this badge belongs to nobody yet.' },
    inactive_badge: { title: 'Badge not valid', text: 'Please see the duty desk and hand this badge in.' },
    member_not_allowed: { title: 'Please see the duty desk', text: 'You were not signed in. The duty desk will help you.' },
    attendee_outside_window: { title: 'Not open to you now', text: 'Please see the duty desk: your access is for other days.' },
    event_closed: { title: 'Event closed', text: 'Please hand this badge in at the duty desk.' },
    lockup_held: { title: 'You hold lockup', text: 'Hand lockup over or secure the building before you leave.' },
    reader_test: { title: 'Reader test', text: 'Nobody was signed in or out by this.' },
    sign_in_badge: { title: 'Read for the desk', text: 'Nobody was signed in or out by this. To come or go, scan again.' },
    badge_proof: { title: 'Confirmed', text: 'Your badge was read as your agreement. Nobody was signed in or out by it.' },
    badge_enrolled: { title: 'Badge enrolled', text: 'This badge is yours now. Scan it again to sign in.' },
    muster_safe: { title: 'Safe', text: 'You are accounted for. Stay at the muster point. Nobody was signed in or out by this.' },
    drill_safe: { title: 'DRILL: safe', text: 'You are accounted for in this drill. Nobody was signed in or out by this.' },
    kept_in: { title: 'In', text: 'Welcome aboard. Entered once the server is back.' },
    kept_out: { title: 'Out', text: 'Fair winds. Entered once the server is back.' },
    kept_unknown: { title: 'Kept', text: 'This door does not know the badge. Your scan is kept; please tell the duty desk.' },
    kept_refused: { title: 'Kept: badge not valid', text: 'Please see the duty desk: this badge was not valid. Your scan is kept.' },
    not_recorded: { title: 'Not recorded', text: 'Tell the duty desk to write you down: Sentinel could not record this scan.' },
  },
  note: {
    member_inactive: 'Your record is inactive: see the Ship’s Office',
    member_deployed: 'You are listed as deployed: see the Ship’s Office',
    member_status: 'Please see the Ship’s Office about your status',
    contract_ended: 'Your contract has ended: see the Ship’s Office',
    clock_set_back: 'The clock was set back: the time was adjusted',
  },
}

const fr: typeof en = {
  outcome: {
    member_in: { title: 'Entrée', text: 'Bienvenue à bord.' },
    member_out: { title: 'Sortie', text: 'Bon vent.' },
    visitor_out: { title: 'Sortie', text: 'Merci de votre visite. Veuillez remettre le laissez-passer.' },
    attendee_in: { title: 'Entrée', text: 'Bienvenue à bord.' },
    attendee_out: { title: 'Sortie', text: 'Bon vent.' },
    duplicate: { title: 'Déjà fait', text: 'Votre insigne vient d’être lu. Rien d’autre à faire.' },
    unknown_badge: { title: 'Insigne inconnu', text: 'Présentez-vous au poste de service : cet insigne n’est pas au dossier.' },
    shared_number: { title: 'À qui est cet insigne ?', text: 'Présentez-vous au poste de service : ce lecteur confond votre insigne avec un autre.' },
    unassigned_badge: { title: 'Insigne non attribué', text: 'Présentez-vous au poste de service : cet insigne n’est à personne.' },
    inactive_badge: { title: 'Insigne non valide', text: 'Présentez-vous au poste de service et remettez-y cet insigne.' },
    member_not_allowed: { title: 'Présentez-vous au poste', text: 'Votre entrée n’a pas été inscrite. Le poste de service vous aidera.' },
    attendee_outside_window: { title: 'Accès fermé', text: 'Présentez-vous au poste de service : votre accès vaut pour d’autres jours.' },
    event_closed: { title: 'Activité terminée', text: 'Remettez cet insigne au poste de service.' },
    lockup_held: { title: 'Vous avez la fermeture', text: 'Remettez la fermeture ou fermez l’édifice avant de partir.' },
    reader_test: { title: 'Essai du lecteur', text: 'Ni entrée ni sortie n’a été inscrite.' },
    sign_in_badge: { title: 'Lu pour le poste', text: 'Ni entrée ni sortie n’a été inscrite. Pour entrer ou sortir, présentez-le de nouveau.' },
    badge_proof: { title: 'Confirmé', text: 'Votre insigne a été lu comme votre accord. Ni entrée ni sortie n’a été inscrite.' },
    badge_enrolled: { title: 'Insigne attribué', text: 'Cet insigne est à vous. Présentez-le de nouveau pour entrer.' },
    muster_safe: { title: 'En sécurité', text: 'Vous êtes compté. Restez au point de rassemblement. Ni entrée ni sortie n’a été inscrite.' },
    drill_safe: { title: 'EXERCICE : en sécurité', text: 'Vous êtes compté dans cet exercice. Ni entrée ni sortie n’a été inscrite.' },
    kept_in: { title: 'Entrée', text: 'Bienvenue à bord. Sera inscrite au retour du serveur.' },
    kept_out: { title: 'Sortie', text: 'Bon vent. Sera inscrite au retour du serveur.' },
    kept_unknown: { title: 'Gardé', text: 'Cette porte ne connaît pas l’insigne. Votre passage est gardé ; avisez le poste de service.' },
    kept_refused: { title: 'Gardé : insigne non valide', text: 'Présentez-vous au poste de service : cet insigne n’était pas valide. Votre passage est gardé.' },
    not_recorded: { title: 'Non inscrit', text: 'Dites au poste de service de vous noter : Sentinel n’a pas pu inscrire ce passage.' },
  },
  note: {
    member_inactive: 'Votre dossier est inactif : voyez le bureau du navire',
    member_deployed: 'Vous êtes inscrit en déploiement : voyez le bureau du navire',
    member_status: 'Voyez le bureau du navire au sujet de votre situation',
    contract_ended: 'Votre contrat est terminé : voyez le bureau du navire',
    clock_set_back: 'L’horloge a été reculée : l’heure a été rajustée',
  },
}

export const outcomes = { en, fr }
