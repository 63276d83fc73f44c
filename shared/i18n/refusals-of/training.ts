/** Training years, recruit courses, absences and attendance (domain.md 4.18, 4.19). */
import type { Words } from './words.ts'

export const en = {
  training_year_unknown: { message: 'That training year does not exist any more.', howToFix: 'Look at the list again.' },
  training_year_taken: { message: 'There is already a training year “{{name}}”.', howToFix: 'Choose another name, or change that one.' },
  training_year_current: { message: '“{{name}}” is the current training year.', howToFix: 'Make another year the current one first.' },
  training_changed: { message: 'Somebody else has just changed “{{name}}”.', howToFix: 'Look at it again, then make your change.' },
  training_dates_invalid: { message: 'The last day must come after the first.', howToFix: 'Correct the dates of the year and of its holidays.' },
  training_day_outside: { message: 'A holiday or an exception lies outside the training year.', howToFix: 'Correct its date, or make the year longer.' },
  training_exception_twice: { message: 'The same exception stands twice on one day.', howToFix: 'Keep one of them.' },
  period_invalid: { message: 'That period cannot be used.', howToFix: 'Give a first and a last day, the last not earlier, at most {{days}} days.' },
  course_unknown: { message: 'That course does not exist any more.', howToFix: 'Look at the list again.' },
  course_dates_invalid: { message: 'A course must end after it begins, and so must each of its sessions.', howToFix: 'Correct its dates and hours.' },
  course_has_history: { message: '“{{name}}” has begun, and {{count}} are or were on it.', howToFix: 'Mark it as not in use instead: the record of who was on it stays.' },
  enrolment_unknown: { message: 'That person is not on the course any more.', howToFix: 'Look at the course again.' },
  enrolment_exists: { message: '{{name}} is on “{{course}}” already.', howToFix: 'Change how they stand on it instead.' },
  enrolment_end_needed: { message: 'Who completed a course or withdrew has a last day on it.', howToFix: 'Give the last day.' },
  enrolment_dates_invalid: { message: 'These days do not fit the course.', howToFix: 'Give a first day before the course ends, and a last day that is not earlier.' },
  absence_unknown: { message: 'That excused absence does not exist any more.', howToFix: 'Look at the list again.' },
  absence_dates_invalid: { message: 'The last day of the absence comes before the first.', howToFix: 'Correct the dates.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  training_year_unknown: { message: 'Cette année d’instruction n’existe plus.', howToFix: 'Regardez la liste de nouveau.' },
  training_year_taken: { message: 'Il y a déjà une année d’instruction « {{name}} ».', howToFix: 'Choisissez un autre nom, ou modifiez celle-là.' },
  training_year_current: { message: '« {{name}} » est l’année d’instruction en cours.', howToFix: 'Désignez d’abord une autre année en cours.' },
  training_changed: { message: 'Quelqu’un d’autre vient de modifier « {{name}} ».', howToFix: 'Regardez-la de nouveau, puis faites votre changement.' },
  training_dates_invalid: { message: 'Le dernier jour doit suivre le premier.', howToFix: 'Corrigez les dates de l’année et de ses congés.' },
  training_day_outside: { message: 'Un congé ou une exception tombe hors de l’année d’instruction.', howToFix: 'Corrigez sa date, ou prolongez l’année.' },
  training_exception_twice: { message: 'La même exception figure deux fois le même jour.', howToFix: 'Gardez-en une seule.' },
  period_invalid: { message: 'Cette période est inutilisable.', howToFix: 'Donnez un premier et un dernier jour, dans cet ordre, {{days}} jours au plus.' },
  course_unknown: { message: 'Ce cours n’existe plus.', howToFix: 'Regardez la liste de nouveau.' },
  course_dates_invalid: { message: 'Un cours doit finir après avoir commencé, et chacune de ses séances aussi.', howToFix: 'Corrigez ses dates et ses heures.' },
  course_has_history: { message: '« {{name}} » a commencé ; participants inscrits : {{count}}.', howToFix: 'Mettez-le plutôt hors service : la liste de ceux qui l’ont suivi demeure.' },
  enrolment_unknown: { message: 'Cette personne n’est plus inscrite au cours.', howToFix: 'Regardez le cours de nouveau.' },
  enrolment_exists: { message: '{{name}} est déjà au cours « {{course}} ».', howToFix: 'Modifiez plutôt son inscription.' },
  enrolment_end_needed: { message: 'Un cours réussi ou abandonné a un dernier jour.', howToFix: 'Donnez le dernier jour.' },
  enrolment_dates_invalid: { message: 'Ces jours ne conviennent pas au cours.', howToFix: 'Donnez un premier jour avant la fin du cours, et un dernier jour qui ne le précède pas.' },
  absence_unknown: { message: 'Cette absence motivée n’existe plus.', howToFix: 'Regardez la liste de nouveau.' },
  absence_dates_invalid: { message: 'Le dernier jour de l’absence précède le premier.', howToFix: 'Corrigez les dates.' },
}
