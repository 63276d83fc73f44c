/** Reports and their presets (domain.md 4.20). */
import type { Words } from './words.ts'

export const en = {
  report_too_long: { message: 'This report would have {{rows}} rows.', howToFix: 'Choose a shorter period or a division: at most {{most}} rows fit.' },
  diagnostics_not_written: { message: 'The diagnostics file could not be written.', howToFix: 'Choose another place, or free some space there, and save it again.' },
  report_not_written: { message: 'The report could not be written: {{problem}}.', howToFix: 'Choose another place, or free some space there, and export it again.' },
  report_not_drawn: { message: 'The report could not be made: {{problem}}.', howToFix: 'Nothing was written, and the desk goes on. Choose a shorter period or a division, and export it again.' },
  report_runs_already: { message: 'This export is under way already.', howToFix: 'Wait for it, or cancel it first.' },
  preset_unknown: { message: 'That saved report does not exist any more.', howToFix: 'Look at the list again.' },
  preset_taken: { message: 'There is already a saved report “{{name}}”.', howToFix: 'Choose another name, or change that one.' },
  preset_changed: { message: 'Somebody else has just changed “{{name}}”.', howToFix: 'Look at it again, then save yours.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  report_too_long: { message: 'Ce rapport aurait {{rows}} lignes.', howToFix: 'Choisissez une période plus courte ou une division : {{most}} lignes au plus.' },
  diagnostics_not_written: { message: 'Le fichier de diagnostic n’a pas pu être écrit.', howToFix: 'Choisissez un autre endroit, ou libérez-y de l’espace, et enregistrez-le de nouveau.' },
  report_not_written: { message: 'Le rapport n’a pas pu être écrit : {{problem}}.', howToFix: 'Choisissez un autre endroit, ou libérez-y de l’espace, et exportez-le de nouveau.' },
  report_not_drawn: { message: 'Le rapport n’a pas pu être produit : {{problem}}.', howToFix: 'Rien n’a été écrit, et le poste continue. Choisissez une période plus courte ou une division, et exportez-le de nouveau.' },
  report_runs_already: { message: 'Cette exportation est déjà en cours.', howToFix: 'Attendez-la, ou annulez-la d’abord.' },
  preset_unknown: { message: 'Ce rapport enregistré n’existe plus.', howToFix: 'Regardez la liste de nouveau.' },
  preset_taken: { message: 'Il y a déjà un rapport enregistré « {{name}} ».', howToFix: 'Choisissez un autre nom, ou modifiez celui-là.' },
  preset_changed: { message: 'Quelqu’un d’autre vient de modifier « {{name}} ».', howToFix: 'Regardez-le de nouveau, puis enregistrez le vôtre.' },
}
