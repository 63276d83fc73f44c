/** What can be wrong with a row of a list of attendees, in both languages (domain.md 4.9). `{{label}}` is the column’s heading. */
interface Words {
  readonly message: string
  readonly howToFix: string
}

const en = {
  field: { name: 'NAME', rank: 'RANK', organization: 'ORGANIZATION', role: 'ROLE', accessStart: 'ACCESS START', accessEnd: 'ACCESS END' },
  problem: {
    cell_missing: { message: 'The column {{label}} is empty.', howToFix: 'Fill it in, or leave the row out.' },
    cell_too_long: { message: 'The text in {{label}} is too long.', howToFix: 'Shorten it.' },
    character_lost: { message: 'A letter of “{{value}}” was lost when the file was saved.', howToFix: 'Correct it, and save the file as “CSV UTF-8”.' },
    row_too_wide: { message: 'The row has more cells than the heading.', howToFix: 'Put text with a comma in it between quotation marks, or name every column.' },
    date_form: { message: '“{{value}}” is not a date.', howToFix: 'Write it as 2026-11-23.' },
    window_reversed: { message: 'Their days would end before they begin: {{value}}.', howToFix: 'Correct one of the two dates, or those of the event.' },
    name_twice: { message: '“{{value}}” stands in an earlier row of the file already.', howToFix: 'Leave one of the two out, or say that both are added.' },
    roles_too_many: { message: 'The event would have more than twenty roles of its own with “{{value}}”.', howToFix: 'Say under “Roles” which of its roles is meant.' },
  },
} as const

export type AttendeeProblem = keyof typeof en.problem

const fr: { field: Record<keyof typeof en.field, string>; problem: Record<AttendeeProblem, Words> } = {
  field: { name: 'NOM', rank: 'GRADE', organization: 'ORGANISATION', role: 'RÔLE', accessStart: 'DÉBUT D’ACCÈS', accessEnd: 'FIN D’ACCÈS' },
  problem: {
    cell_missing: { message: 'La colonne {{label}} est vide.', howToFix: 'Remplissez-la, ou omettez la ligne.' },
    cell_too_long: { message: 'Le texte de {{label}} est trop long.', howToFix: 'Raccourcissez-le.' },
    character_lost: { message: 'Une lettre de « {{value}} » s’est perdue à l’enregistrement du fichier.', howToFix: 'Corrigez-la et enregistrez le fichier au format « CSV UTF-8 ».' },
    row_too_wide: { message: 'La ligne a plus de cellules que l’en-tête.', howToFix: 'Mettez entre guillemets un texte qui contient une virgule, ou nommez chaque colonne.' },
    date_form: { message: '« {{value}} » n’est pas une date.', howToFix: 'Écrivez-la ainsi : 2026-11-23.' },
    window_reversed: { message: 'Ces jours finiraient avant de commencer : {{value}}.', howToFix: 'Corrigez une des deux dates, ou celles de l’activité.' },
    name_twice: { message: '« {{value}} » figure déjà plus haut dans le fichier.', howToFix: 'Omettez l’une des deux lignes, ou dites d’ajouter les deux.' },
    roles_too_many: { message: 'L’activité aurait plus de vingt rôles à elle avec « {{value}} ».', howToFix: 'Dites sous « Rôles » lequel de ses rôles est voulu.' },
  },
}

export const attendeeProblems = { en, fr }
