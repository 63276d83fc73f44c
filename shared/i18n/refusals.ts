/**
 * Every refusal a person can meet: what happened, and how to fix it, in both languages. A refusal without words does
 * not compile. `{{name}}` is filled from the refusal's details.
 */
import * as accounts from './refusals-of/accounts.ts'
import * as admin from './refusals-of/admin.ts'
import * as alerts from './refusals-of/alerts.ts'
import * as backups from './refusals-of/backups.ts'
import * as badges from './refusals-of/badges.ts'
import * as definitions from './refusals-of/definitions.ts'
import * as dutyLog from './refusals-of/duty-log.ts'
import * as events from './refusals-of/events.ts'
import * as duty from './refusals-of/duty.ts'
import * as gateway from './refusals-of/gateway.ts'
import * as history from './refusals-of/history.ts'
import * as imports from './refusals-of/imports.ts'
import * as members from './refusals-of/members.ts'
import * as muster from './refusals-of/muster.ts'
import * as offline from './refusals-of/offline.ts'
import * as reports from './refusals-of/reports.ts'
import * as responsibility from './refusals-of/responsibility.ts'
import * as server from './refusals-of/server.ts'
import * as training from './refusals-of/training.ts'
import * as visitors from './refusals-of/visitors.ts'
import type { Words } from './refusals-of/words.ts'

const en = {
  ...accounts.en,
  ...definitions.en,
  ...members.en,
  ...badges.en,
  ...duty.en,
  ...history.en,
  ...imports.en,
  ...admin.en,
  ...alerts.en,
  ...responsibility.en,
  ...dutyLog.en,
  ...visitors.en,
  ...events.en,
  ...training.en,
  ...muster.en,
  ...offline.en,
  ...backups.en,
  ...reports.en,
  ...gateway.en,
  ...server.en,
  call_unknown: { message: 'This version of Sentinel does not know “{{name}}”.', howToFix: 'Use the same version of Sentinel on every station.' },
  forbidden: { message: 'You may not do that here.', howToFix: 'Ask someone with the right to do it, or do it at the duty desk.' },
  invalid_input: { message: 'The value of “{{field}}” cannot be used: {{problem}}.', howToFix: 'Correct it and try again.' },
  internal: { message: 'Something went wrong inside Sentinel. Nothing was changed.', howToFix: 'Try again. If it happens again, note the number {{correlationId}} and report it.' },
  database_stalled: { message: 'The database does not answer. The last act was not confirmed.', howToFix: 'Close Sentinel and start it again; then check whether the last act is there. Use paper until then.' },
  database_damaged: { message: 'A part of the record on this PC’s disk is damaged and was not read.', howToFix: 'Restore a backup: Admin → Backups, or follow the printed page “restore”. Have the disk looked at, and use paper until then.' },
  database_away: { message: 'The server does not answer. This was not confirmed.', howToFix: 'Badges are kept at the door and entered later. Once the server is back, look whether the rest was done, and do again what was not. Use paper until then.' },
  database_full: { message: 'The disk is full. Nothing was recorded.', howToFix: 'Free some space on the disk and try again. Use paper until then.' },
  database_busy: { message: 'The database server takes too long. Nothing was recorded.', howToFix: 'Wait a moment and try again. If it happens often, tell whoever looks after the server.' },
  closing: { message: 'Sentinel is closing.', howToFix: 'Start it again and repeat what you did.' },
  unreachable: { message: 'This window has lost its connection to Sentinel.', howToFix: 'It reconnects by itself. If it does not, check that Sentinel is running.' },
  serial_invalid: { message: 'That is not a badge number.', howToFix: 'Hold the badge to the reader again, flat and still.' },
  member_unknown: { message: 'That member is not on the roll.', howToFix: 'Search again: the roll may have changed.' },
  member_archived: { message: '{{name}} is archived.', howToFix: 'Restore the member first.' },
  member_present: { message: '{{name}} is in the building.', howToFix: 'Check them out first.' },
  member_has_badge: { message: '{{name}} already has a badge.', howToFix: 'Take the old badge back first, or mark it lost.' },
  badge_taken: { message: 'That badge belongs to {{name}}.', howToFix: 'Use another badge, or take this one back first.' },
  badge_not_usable: { message: 'That badge is marked {{status}}.', howToFix: 'Use another badge.' },
  date_in_future: { message: '{{date}} has not begun yet.', howToFix: 'Choose today or an earlier day.' },
  reader_exists: { message: 'There is already a reader on {{path}}.', howToFix: 'Remove that one first, or choose another port.' },
  reader_unknown: { message: 'That reader is not configured.', howToFix: 'It may have been removed already: look at the list.' },
  exit_code_weak: { message: 'That exit code is too easy to guess.', howToFix: 'Choose digits that are not all alike and not in a row.' },
  reader_test_over: { message: 'The readers are not being tested any more.', howToFix: 'Badges count again. Begin the test again if you need it.' },
  exit_code_wrong: { message: 'That is not the exit code.', howToFix: 'Ask the one who opened the kiosk, or close it from the desk.' },
  exit_code_locked: { message: 'Too many wrong exit codes.', howToFix: 'Wait {{seconds}} seconds. Badges work all the while.' },
  kiosk_not_open: { message: 'The kiosk window is not open.', howToFix: 'Nothing to do.' },
  dev_only: { message: 'That works only where Sentinel was started for development.', howToFix: 'Use a real badge reader.' },
  simulation_range: { message: 'These days cannot be simulated.', howToFix: 'Choose 1 to 365 days, all of them over.' },
  simulation_running: { message: 'A simulation is running already.', howToFix: 'Wait until it has ended.' },
} as const satisfies Record<string, Words>

export type RefusalCode = keyof typeof en

const fr: Record<RefusalCode, Words> = {
  ...accounts.fr,
  ...definitions.fr,
  ...members.fr,
  ...badges.fr,
  ...duty.fr,
  ...history.fr,
  ...imports.fr,
  ...admin.fr,
  ...alerts.fr,
  ...responsibility.fr,
  ...dutyLog.fr,
  ...visitors.fr,
  ...events.fr,
  ...training.fr,
  ...muster.fr,
  ...offline.fr,
  ...backups.fr,
  ...reports.fr,
  ...gateway.fr,
  ...server.fr,
  call_unknown: { message: 'Cette version de Sentinel ne connaît pas « {{name}} ».', howToFix: 'Utilisez la même version de Sentinel à chaque poste.' },
  forbidden: { message: 'Vous ne pouvez pas faire cela ici.', howToFix: 'Demandez à une personne autorisée, ou faites-le au poste de service.' },
  invalid_input: { message: 'La valeur de « {{field}} » est inutilisable : {{problem}}.', howToFix: 'Corrigez-la et réessayez.' },
  internal: { message: 'Une erreur s’est produite dans Sentinel. Rien n’a été changé.', howToFix: 'Réessayez. Si cela se reproduit, notez le numéro {{correlationId}} et signalez-le.' },
  database_stalled: { message: 'La base de données ne répond pas. Le dernier acte n’est pas confirmé.', howToFix: 'Fermez Sentinel et redémarrez-le, puis vérifiez si le dernier acte y est. D’ici là, utilisez le papier.' },
  database_damaged: { message: 'Une partie du registre sur le disque de ce PC est endommagée et n’a pas été lue.', howToFix: 'Restaurez une sauvegarde : Admin → Sauvegardes, ou suivez la page imprimée « restore ». Faites vérifier le disque et, d’ici là, utilisez le papier.' },
  database_away: { message: 'Le serveur ne répond pas. Rien n’a été confirmé.', howToFix: 'Les passages d’insigne sont gardés à la porte et inscrits plus tard. Au retour du serveur, vérifiez si le reste a été fait et refaites ce qui ne l’a pas été. D’ici là, utilisez le papier.' },
  database_full: { message: 'Le disque est plein. Rien n’a été enregistré.', howToFix: 'Libérez de l’espace sur le disque et réessayez. D’ici là, utilisez le papier.' },
  database_busy: { message: 'Le serveur de la base de données est trop lent. Rien n’a été enregistré.', howToFix: 'Attendez un instant et réessayez. Si cela se répète, avertissez la personne responsable du serveur.' },
  closing: { message: 'Sentinel se ferme.', howToFix: 'Redémarrez-le et refaites ce que vous faisiez.' },
  unreachable: { message: 'Cette fenêtre a perdu la connexion avec Sentinel.', howToFix: 'Elle se reconnecte d’elle-même. Sinon, vérifiez que Sentinel fonctionne.' },
  serial_invalid: { message: 'Ce n’est pas un numéro d’insigne.', howToFix: 'Présentez l’insigne de nouveau, à plat et sans bouger.' },
  member_unknown: { message: 'Ce membre n’est pas au rôle.', howToFix: 'Cherchez de nouveau : le rôle a peut-être changé.' },
  member_archived: { message: '{{name}} est archivé.', howToFix: 'Rétablissez d’abord le membre.' },
  member_present: { message: '{{name}} est dans l’édifice.', howToFix: 'Inscrivez d’abord sa sortie.' },
  member_has_badge: { message: '{{name}} a déjà un insigne.', howToFix: 'Reprenez d’abord l’ancien insigne, ou déclarez-le perdu.' },
  badge_taken: { message: 'Cet insigne appartient à {{name}}.', howToFix: 'Prenez un autre insigne, ou reprenez d’abord celui-ci.' },
  badge_not_usable: { message: 'Cet insigne est marqué « {{status}} ».', howToFix: 'Prenez un autre insigne.' },
  date_in_future: { message: 'Le {{date}} n’a pas encore commencé.', howToFix: 'Choisissez aujourd’hui ou un jour passé.' },
  reader_exists: { message: 'Il y a déjà un lecteur sur {{path}}.', howToFix: 'Retirez-le d’abord, ou choisissez un autre port.' },
  reader_unknown: { message: 'Ce lecteur n’est pas configuré.', howToFix: 'Il a peut-être déjà été retiré : regardez la liste.' },
  exit_code_weak: { message: 'Ce code de sortie est trop facile à deviner.', howToFix: 'Choisissez des chiffres qui ne sont ni tous pareils ni à la suite.' },
  reader_test_over: { message: 'L’essai des lecteurs est terminé.', howToFix: 'Les insignes comptent de nouveau. Recommencez l’essai au besoin.' },
  exit_code_wrong: { message: 'Ce n’est pas le code de sortie.', howToFix: 'Demandez à la personne qui a ouvert le kiosque, ou fermez-le depuis le poste.' },
  exit_code_locked: { message: 'Trop de codes erronés.', howToFix: 'Attendez {{seconds}} secondes. Les insignes fonctionnent toujours.' },
  kiosk_not_open: { message: 'La fenêtre du kiosque n’est pas ouverte.', howToFix: 'Rien à faire.' },
  dev_only: { message: 'Cela ne fonctionne que si Sentinel a été démarré pour le développement.', howToFix: 'Utilisez un vrai lecteur d’insignes.' },
  simulation_range: { message: 'Ces jours ne peuvent pas être simulés.', howToFix: 'Choisissez de 1 à 365 jours, tous révolus.' },
  simulation_running: { message: 'Une simulation est déjà en cours.', howToFix: 'Attendez qu’elle soit terminée.' },
}

export const refusals = { en, fr }
