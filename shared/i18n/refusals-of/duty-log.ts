import type { Words } from './words.ts'

export const en = {
  page_changed: { message: 'Somebody else changed the daily page meanwhile. Yours was not saved.', howToFix: 'Copy what you wrote, open the page again and put it in.' },
  page_key_twice: { message: 'Two items of the checklist have the same key, “{{key}}”.', howToFix: 'Delete one of the two and add it anew.' },
  checklist_item_unknown: { message: 'That item is not on today’s checklist.', howToFix: 'Look at the checklist again: it may have changed.' },
  checklist_item_ticked: { message: 'Somebody has ticked that already.', howToFix: 'Nothing more to do: look who it was.' },
  checklist_item_not_ticked: { message: 'That item is not ticked today.', howToFix: 'Nothing more to do.' },
  temperature_needed: { message: 'A temperature is missing.', howToFix: 'Write down what the thermometer shows, in °C.' },
  caller_needed: { message: 'Who called is missing.', howToFix: 'Write down a name, or “did not say”.' },
  log_time_out_of_reach: { message: 'The log takes entries for today and yesterday, and nothing that has not happened yet.', howToFix: 'Choose another time, or write a note for now that tells of the earlier event.' },
  log_entry_unknown: { message: 'That entry is not in the log.', howToFix: 'Look at the day again.' },
  log_entry_replaced: { message: 'That entry was corrected already.', howToFix: 'Look at what stands in its place.' },
  log_entry_not_yours: { message: 'Somebody else wrote that entry.', howToFix: 'Ask them, the DDS or an administrator to correct it, or add a note.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  page_changed: { message: 'Quelqu’un d’autre a modifié la page du jour entre-temps. La vôtre n’a pas été enregistrée.', howToFix: 'Copiez votre texte, rouvrez la page et remettez-le.' },
  page_key_twice: { message: 'Deux éléments de la liste ont la même clé, « {{key}} ».', howToFix: 'Supprimez l’un des deux et ajoutez-le de nouveau.' },
  checklist_item_unknown: { message: 'Cet élément n’est pas sur la liste d’aujourd’hui.', howToFix: 'Regardez de nouveau la liste : elle a peut-être changé.' },
  checklist_item_ticked: { message: 'Quelqu’un l’a déjà coché.', howToFix: 'Il n’y a rien d’autre à faire : voyez qui.' },
  checklist_item_not_ticked: { message: 'Cet élément n’est pas coché aujourd’hui.', howToFix: 'Il n’y a rien d’autre à faire.' },
  temperature_needed: { message: 'Il manque une température.', howToFix: 'Inscrivez ce qu’indique le thermomètre, en °C.' },
  caller_needed: { message: 'Il manque le nom de la personne qui a appelé.', howToFix: 'Inscrivez un nom, ou « non précisé ».' },
  log_time_out_of_reach: { message: 'Le journal accepte aujourd’hui et hier, et rien qui n’ait pas encore eu lieu.', howToFix: 'Choisissez une autre heure, ou écrivez maintenant une note qui raconte l’événement.' },
  log_entry_unknown: { message: 'Cette entrée n’est pas dans le journal.', howToFix: 'Regardez de nouveau la journée.' },
  log_entry_replaced: { message: 'Cette entrée a déjà été corrigée.', howToFix: 'Regardez ce qui est à sa place.' },
  log_entry_not_yours: { message: 'Quelqu’un d’autre a écrit cette entrée.', howToFix: 'Demandez-lui, au DDS ou à un administrateur de la corriger, ou ajoutez une note.' },
}
