import type { Words } from './words.ts'

export const en = {
  station_unknown: { message: 'There is no station “{{id}}”.', howToFix: 'Look at the list again: somebody may have deleted it.' },
  station_code_taken: { message: 'The code “{{id}}” is taken.', howToFix: 'Choose another code, or rename the station that has it.' },
  station_name_taken: { message: 'Another station is called “{{name}}”.', howToFix: 'Choose another name: the two could not be told apart in the record.' },
  station_list_changed: { message: 'The stations changed while you were putting them in order. Nothing was changed.', howToFix: 'Look at them again and repeat your change.' },
  station_is_this_desk: { message: '“{{name}}” is the station of this desk.', howToFix: 'Start Sentinel here as another station first.' },
  station_has_readers: { message: '“{{name}}” still has readers: {{readers}}.', howToFix: 'Remove them in the Readers room first.' },
  station_has_history: { message: '“{{name}}” stands in the record: it cannot be deleted.', howToFix: 'Switch it off: then it is not offered any more.' },
  station_off: { message: '“{{name}}” is switched off.', howToFix: 'Switch it on in Admin, Stations and readers, or choose another station.' },
  setting_changed: { message: 'Somebody else saved these settings meanwhile. Yours were not saved.', howToFix: 'Look at what they are now, and make your change again.' },
  crest_too_large: { message: 'That image is too large.', howToFix: 'Choose one of {{kilobytes}} KB at most, or make it smaller first.' },
  crest_unreadable: { message: 'That is not an image that can be printed.', howToFix: 'Choose a whole PNG or JPEG file. An SVG must be saved as PNG first.' },
  crest_sides: { message: 'That image has {{width}} × {{height}} pixels.', howToFix: 'Choose one with {{min}} to {{max}} pixels on each side.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  station_unknown: { message: 'Il n’y a pas de poste « {{id}} ».', howToFix: 'Regardez la liste de nouveau : quelqu’un l’a peut-être supprimé.' },
  station_code_taken: { message: 'Le code « {{id}} » est pris.', howToFix: 'Choisissez un autre code, ou renommez le poste qui le porte.' },
  station_name_taken: { message: 'Un autre poste s’appelle « {{name}} ».', howToFix: 'Choisissez un autre nom : on ne pourrait pas les distinguer dans l’historique.' },
  station_list_changed: { message: 'Les postes ont changé pendant que vous les ordonniez. Rien n’a été changé.', howToFix: 'Regardez-les de nouveau et refaites votre changement.' },
  station_is_this_desk: { message: '« {{name}} » est le poste de cet ordinateur.', howToFix: 'Démarrez d’abord Sentinel ici sous un autre poste.' },
  station_has_readers: { message: '« {{name}} » a encore des lecteurs : {{readers}}.', howToFix: 'Retirez-les d’abord dans Lecteurs.' },
  station_has_history: { message: '« {{name}} » figure dans l’historique : il ne peut pas être supprimé.', howToFix: 'Mettez-le hors service : il ne sera plus proposé.' },
  station_off: { message: '« {{name}} » est hors service.', howToFix: 'Remettez-le en service sous Gestion, Postes et lecteurs, ou choisissez un autre poste.' },
  setting_changed: { message: 'Quelqu’un d’autre a enregistré ces réglages entre-temps. Les vôtres n’ont pas été enregistrés.', howToFix: 'Regardez ce qu’ils sont maintenant et refaites votre changement.' },
  crest_too_large: { message: 'Cette image est trop lourde.', howToFix: 'Choisissez-en une de {{kilobytes}} Ko au plus, ou réduisez-la d’abord.' },
  crest_unreadable: { message: 'Ce n’est pas une image imprimable.', howToFix: 'Choisissez un fichier PNG ou JPEG complet. Enregistrez d’abord un SVG en PNG.' },
  crest_sides: { message: 'Cette image compte {{width}} × {{height}} pixels.', howToFix: 'Choisissez-en une de {{min}} à {{max}} pixels de chaque côté.' },
}
