import type { Words } from './words.ts'

export const en = {
  visit_unknown: { message: 'There is no such visit.', howToFix: 'Look at the list again.' },
  visit_ended: { message: '{{name}} has signed out already.', howToFix: 'Sign the visitor in again if they came back.' },
  visit_changed: { message: 'Somebody else has changed this visit meanwhile.', howToFix: 'Look at what stands there now, and change that.' },
  visit_type_unknown: { message: 'There is no such kind of visit.', howToFix: 'Choose one from the list.' },
  visit_host_unknown: { message: 'Nobody on the roll can be that host.', howToFix: 'Choose an active member.' },
  visit_event_unknown: { message: 'That event is not on.', howToFix: 'Choose another, or say what the visit is about.' },
  visit_expected_unknown: { message: 'That visitor is not expected any more.', howToFix: 'Look at the list again; they may have come already.' },
  visit_expected_past: { message: 'That day is over.', howToFix: 'Give today or a day to come.' },
  visitor_unit_needed: { message: 'A military visitor needs a rank and a unit.', howToFix: 'Fill in both.' },
  visitor_company_needed: { message: 'A contractor needs a company.', howToFix: 'Fill in who sends them.' },
  visitor_step_needed: { message: 'A recruit needs a step of the recruitment.', howToFix: 'Choose what they have come for.' },
  visitor_purpose_needed: { message: 'It does not say whom or what the visit is for.', howToFix: 'Choose the host, or say what it is about.' },
  kiosk_too_often: { message: 'This kiosk has been asked too often within a minute.', howToFix: 'Try again in {{seconds}} seconds, or go to the duty desk.' },
  pass_printed: { message: 'The pass of {{name}} was printed before.', howToFix: 'Print it again where it was lost or spoiled; the paper says that it is copy {{copy}}.' },
  badge_not_of_visitors: { message: 'That badge is not one that visitors are lent.', howToFix: 'Take one of the visitors’ passes.' },
  badge_lent: { message: 'The pass {{label}} is with {{name}}.', howToFix: 'Take another, or note that it came back.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  visit_unknown: { message: 'Cette visite n’existe pas.', howToFix: 'Regardez de nouveau la liste.' },
  visit_ended: { message: '{{name}} est déjà sorti.', howToFix: 'Inscrivez de nouveau son arrivée si la personne est revenue.' },
  visit_changed: { message: 'Quelqu’un d’autre a modifié cette visite entre-temps.', howToFix: 'Regardez ce qui est inscrit maintenant et modifiez cela.' },
  visit_type_unknown: { message: 'Ce type de visite n’existe pas.', howToFix: 'Choisissez-en un dans la liste.' },
  visit_host_unknown: { message: 'Personne du rôle ne peut être cet hôte.', howToFix: 'Choisissez un membre actif.' },
  visit_event_unknown: { message: 'Cette activité n’a pas lieu.', howToFix: 'Choisissez-en une autre, ou dites de quoi il s’agit.' },
  visit_expected_unknown: { message: 'Ce visiteur n’est plus attendu.', howToFix: 'Regardez de nouveau la liste ; il est peut-être arrivé.' },
  visit_expected_past: { message: 'Cette journée est terminée.', howToFix: 'Donnez aujourd’hui ou une date à venir.' },
  visitor_unit_needed: { message: 'Il faut le grade et l’unité d’un visiteur militaire.', howToFix: 'Remplissez les deux.' },
  visitor_company_needed: { message: 'Il faut l’entreprise d’un entrepreneur.', howToFix: 'Inscrivez qui l’envoie.' },
  visitor_step_needed: { message: 'Il faut l’étape du recrutement.', howToFix: 'Choisissez ce pour quoi la personne vient.' },
  visitor_purpose_needed: { message: 'On ne sait pas qui ou quoi la visite concerne.', howToFix: 'Choisissez l’hôte, ou dites de quoi il s’agit.' },
  kiosk_too_often: { message: 'On a trop souvent interrogé ce kiosque en une minute.', howToFix: 'Réessayez dans {{seconds}} secondes, ou allez au poste de service.' },
  pass_printed: { message: 'Le laissez-passer de {{name}} a déjà été imprimé.', howToFix: 'Imprimez-le de nouveau s’il est perdu ou abîmé ; le papier porte la mention « copie {{copy}} ».' },
  badge_not_of_visitors: { message: 'Cet insigne n’est pas de ceux qu’on prête aux visiteurs.', howToFix: 'Prenez un laissez-passer de visiteur.' },
  badge_lent: { message: 'Le laissez-passer {{label}} est chez {{name}}.', howToFix: 'Prenez-en un autre, ou notez qu’il est rentré.' },
}
