import type { Words } from './words.ts'

export const en = {
  movement_unknown: { message: 'That movement is not in the record.', howToFix: 'Look at the list again.' },
  movement_voided: { message: 'That movement was corrected already.', howToFix: 'Look at what stands in its place.' },
  movement_in_future: { message: 'That time has not come yet.', howToFix: 'Choose a time up to now.' },
  movement_same: { message: '{{name}} would be signed {{direction}} twice running: the record has one already ({{at}}).', howToFix: 'Choose another time, or enter both ends: “was here from–to” or “was away from–to”.' },
  movement_between: { message: '{{name}} has another movement at that very moment ({{at}}).', howToFix: 'Choose a time a moment earlier or later.' },
  reason_needed: { message: 'A check-out, or a time in the past, needs a reason.', howToFix: 'Say in a few words why.' },
  member_not_admitted: { message: '{{name}} may not be let in: their status is {{status}}.', howToFix: 'Ask the Ship’s Office before anybody lets them in.' },
  lockup_held: { message: '{{name}} holds lockup and cannot be signed out.', howToFix: 'Hand lockup over or secure the building first.' },
  nothing_changed: { message: 'That is what the record says already.', howToFix: 'Change the time, the direction or the door.' },
  undo_too_late: { message: 'It can be taken back for ten seconds only, and only the latest.', howToFix: 'Ask an administrator or the DDS to correct it in the history.' },
  undo_not_offered: { message: 'Only a scan or an entry by hand can be taken back like this.', howToFix: 'Correct it in the history, with a reason.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  movement_unknown: { message: 'Ce passage n’est pas inscrit.', howToFix: 'Regardez de nouveau la liste.' },
  movement_voided: { message: 'Ce passage a déjà été corrigé.', howToFix: 'Regardez ce qui est à sa place.' },
  movement_in_future: { message: 'Ce moment n’est pas encore venu.', howToFix: 'Choisissez une heure passée.' },
  movement_same: { message: '{{name}} aurait deux passages de suite dans le même sens ({{direction}}) : il y en a déjà un ({{at}}).', howToFix: 'Choisissez une autre heure, ou inscrivez les deux bouts : « présent de–à » ou « absent de–à ».' },
  movement_between: { message: '{{name}} a un autre passage à ce moment même ({{at}}).', howToFix: 'Choisissez un moment avant ou après.' },
  reason_needed: { message: 'Une sortie, ou une heure passée, demande une raison.', howToFix: 'Dites pourquoi en quelques mots.' },
  member_not_admitted: { message: '{{name}} ne peut pas entrer : son statut est {{status}}.', howToFix: 'Demandez au bureau du navire avant de laisser entrer cette personne.' },
  lockup_held: { message: '{{name}} a la responsabilité de la fermeture : sa sortie ne peut pas être inscrite.', howToFix: 'Faites d’abord remettre la fermeture, ou fermez l’édifice.' },
  nothing_changed: { message: 'C’est déjà ce qui est inscrit.', howToFix: 'Changez l’heure, le sens ou la porte.' },
  undo_too_late: { message: 'On ne peut l’annuler que pendant dix secondes, et seulement le dernier.', howToFix: 'Demandez à un administrateur ou au DDS de le corriger dans l’historique.' },
  undo_not_offered: { message: 'Seul un insigne présenté ou une inscription à la main s’annule ainsi.', howToFix: 'Corrigez-le dans l’historique, avec une raison.' },
}
