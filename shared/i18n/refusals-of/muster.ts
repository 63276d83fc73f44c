/** Emergency muster (screens.md P0-7). */
import type { Words } from './words.ts'

export const en = {
  muster_open: { message: 'An emergency muster is open.', howToFix: 'Close it before you begin a drill.' },
  muster_unknown: { message: 'That muster does not exist.', howToFix: 'Look at the list of musters again.' },
  muster_closed: { message: 'This muster is closed already.', howToFix: 'Its report is in the list of musters; start another if you need one.' },
  muster_entry_unknown: { message: 'That person is not on this list.', howToFix: 'Look at the list again, or add them as unlisted.' },
  muster_people_missing: { message: 'Still missing: {{count}}.', howToFix: 'Find them, or say why you close it all the same.' },
  muster_no_printer: { message: 'Sentinel cannot print by itself here.', howToFix: 'Save the list as PDF and print that.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  muster_open: { message: 'Un rassemblement d’urgence est ouvert.', howToFix: 'Fermez-le avant de commencer un exercice.' },
  muster_unknown: { message: 'Ce rassemblement n’existe pas.', howToFix: 'Regardez la liste des rassemblements de nouveau.' },
  muster_closed: { message: 'Ce rassemblement est déjà clos.', howToFix: 'Son rapport est dans la liste des rassemblements ; commencez-en un autre au besoin.' },
  muster_entry_unknown: { message: 'Cette personne n’est pas sur cette liste.', howToFix: 'Regardez la liste de nouveau, ou ajoutez-la comme non inscrite.' },
  muster_people_missing: { message: 'Encore manquants : {{count}}.', howToFix: 'Trouvez-les, ou dites pourquoi vous le fermez quand même.' },
  muster_no_printer: { message: 'Sentinel ne peut pas imprimer lui-même ici.', howToFix: 'Enregistrez la liste en PDF et imprimez-la.' },
}
