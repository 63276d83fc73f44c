/**
 * What can be wrong with a nominal-roll file, in both languages (domain.md 4.7). The core sends code, field and value; a
 * window words them with `rollProblems:problem.<code>.message`, filled with `value` and `label` (= `rollProblems:field.<field>`).
 */
interface Words {
  readonly message: string
  readonly howToFix: string
}

/** What the roll tells of a member, in the order in which a person reads it. */
export const rollFields = [
  'serviceNumber',
  'employeeNumber',
  'rank',
  'lastName',
  'firstName',
  'initials',
  'division',
  'mess',
  'moc',
  'email',
  'homePhone',
  'mobilePhone',
  'details',
  'notes',
  'contractStart',
  'contractEnd',
  'memberType',
] as const
export type RollField = (typeof rollFields)[number]

const en = {
  field: {
    serviceNumber: 'SN',
    employeeNumber: 'EMPL #',
    rank: 'RANK',
    lastName: 'LAST NAME',
    firstName: 'FIRST NAME',
    initials: 'INITIALS',
    division: 'DEPT',
    mess: 'MESS',
    moc: 'MOC',
    email: 'EMAIL',
    homePhone: 'HOME PHONE',
    mobilePhone: 'MOBILE PHONE',
    details: 'DETAILS',
    notes: 'NOTES',
    contractStart: 'CONTRACT START',
    contractEnd: 'CONTRACT END',
    memberType: 'member type',
  },
  problem: {
    cell_missing: { message: 'The column {{label}} is empty.', howToFix: 'Fill it in, or leave the row out.' },
    cell_too_long: { message: 'The text in {{label}} is too long.', howToFix: 'Shorten it.' },
    character_lost: { message: 'A letter of “{{value}}” was lost when the file was saved.', howToFix: 'Correct it, and save the file as “CSV UTF-8”.' },
    row_too_wide: { message: 'The row has more cells than the heading.', howToFix: 'Put text with a comma in it between quotation marks, or name every column.' },
    service_number_form: { message: '“{{value}}” is not a service number.', howToFix: 'It has 6 to 20 letters and digits.' },
    service_number_twice: { message: '“{{value}}” stands in an earlier row of the file already.', howToFix: 'Correct one of the two, or leave one row out.' },
    service_number_civilian: { message: '“{{value}}” belongs to a civilian who was entered by hand.', howToFix: 'Leave the row out, or correct the service number. An import never changes civilians.' },
    rank_unknown: { message: '“{{value}}” is not a rank.', howToFix: 'Use the short form, such as S1, PO2 or Lt(N).' },
    email_form: { message: '“{{value}}” is not an e-mail address.', howToFix: 'Correct it, or empty the cell.' },
    date_form: { message: '“{{value}}” is not a date.', howToFix: 'Write it as 2026-11-23.' },
    dates_reversed: { message: 'The contract ends before it begins.', howToFix: 'Correct one of the two dates.' },
    division_form: { message: '“{{value}}” cannot be the code of a division.', howToFix: 'Use the short form, at most 20 characters, such as OPS.' },
  },
  notice: {
    rank_retired: 'The rank “{{value}}” is retired: its replacement is used.',
    date_ambiguous: 'The date “{{value}}” can be read in two ways.',
    formula_neutralised: '“{{value}}” begins like a formula: it is kept as text.',
    status_kept: 'The member is on the roll as “{{value}}” and stays so.',
    column_ignored: 'The column “{{value}}” is left out: another one stands for the same.',
  },
  file: {
    too_large: 'it is larger than 5 MB.',
    too_many_rows: 'it has more than 10,000 rows.',
    workbook: 'it is a workbook, not a CSV file.',
    not_text: 'it is not text.',
    damaged: 'its letters are damaged.',
    cut_off: 'it is cut off in the middle of a letter.',
    quote_open: 'a quotation mark in row {{row}} is never closed. The file may be cut off.',
    quote_misplaced: 'a quotation mark stands in the wrong place in row {{row}}.',
    malformed: 'row {{row}} is malformed.',
  },
} as const satisfies {
  field: Record<RollField, string>
  problem: Record<string, Words>
  notice: Record<string, string>
  file: Record<string, string>
}

export type RollProblem = keyof typeof en.problem
export type RollNotice = keyof typeof en.notice
export type RollFileProblem = keyof typeof en.file

const fr: {
  field: Record<RollField, string>
  problem: Record<RollProblem, Words>
  notice: Record<RollNotice, string>
  file: Record<RollFileProblem, string>
} = {
  field: {
    serviceNumber: 'SN (numéro matricule)',
    employeeNumber: 'EMPL # (numéro d’employé)',
    rank: 'RANK (grade)',
    lastName: 'LAST NAME (nom)',
    firstName: 'FIRST NAME (prénom)',
    initials: 'INITIALS (initiales)',
    division: 'DEPT (division)',
    mess: 'MESS',
    moc: 'MOC (métier)',
    email: 'EMAIL (courriel)',
    homePhone: 'HOME PHONE (domicile)',
    mobilePhone: 'MOBILE PHONE (cellulaire)',
    details: 'DETAILS',
    notes: 'NOTES',
    contractStart: 'CONTRACT START (début du contrat)',
    contractEnd: 'CONTRACT END (fin du contrat)',
    memberType: 'type de membre',
  },
  problem: {
    cell_missing: { message: 'La colonne {{label}} est vide.', howToFix: 'Remplissez-la, ou excluez la ligne.' },
    cell_too_long: { message: 'Le texte de {{label}} est trop long.', howToFix: 'Raccourcissez-le.' },
    character_lost: { message: 'Une lettre de « {{value}} » s’est perdue à l’enregistrement du fichier.', howToFix: 'Corrigez-la et enregistrez le fichier au format « CSV UTF-8 ».' },
    row_too_wide: { message: 'La ligne a plus de cellules que l’en-tête.', howToFix: 'Mettez entre guillemets le texte qui contient une virgule, ou nommez chaque colonne.' },
    service_number_form: { message: '« {{value}} » n’est pas un numéro matricule.', howToFix: 'Il compte de 6 à 20 lettres et chiffres.' },
    service_number_twice: { message: '« {{value}} » figure déjà dans une ligne précédente du fichier.', howToFix: 'Corrigez l’un des deux, ou excluez une ligne.' },
    service_number_civilian: { message: '« {{value}} » appartient à un civil inscrit à la main.', howToFix: 'Excluez la ligne, ou corrigez le numéro. Une importation ne modifie jamais les civils.' },
    rank_unknown: { message: '« {{value}} » n’est pas un grade.', howToFix: 'Employez la forme abrégée, comme S1, PO2 ou Lt(N).' },
    email_form: { message: '« {{value}} » n’est pas une adresse de courriel.', howToFix: 'Corrigez-la, ou videz la cellule.' },
    date_form: { message: '« {{value}} » n’est pas une date.', howToFix: 'Écrivez-la ainsi : 2026-11-23.' },
    dates_reversed: { message: 'Le contrat finit avant de commencer.', howToFix: 'Corrigez l’une des deux dates.' },
    division_form: { message: '« {{value}} » ne peut pas être le code d’une division.', howToFix: 'Employez la forme abrégée, 20 caractères au plus, comme OPS.' },
  },
  notice: {
    rank_retired: 'Le grade « {{value}} » n’existe plus : son remplaçant est employé.',
    date_ambiguous: 'La date « {{value}} » peut se lire de deux façons.',
    formula_neutralised: '« {{value}} » commence comme une formule : le texte est gardé tel quel.',
    status_kept: 'Le membre est au rôle avec l’état « {{value}} » et le garde.',
    column_ignored: 'La colonne « {{value}} » est laissée de côté : une autre en tient lieu.',
  },
  file: {
    too_large: 'il dépasse 5 Mo.',
    too_many_rows: 'il compte plus de 10 000 lignes.',
    workbook: 'c’est un classeur, pas un fichier CSV.',
    not_text: 'ce n’est pas du texte.',
    damaged: 'ses lettres sont endommagées.',
    cut_off: 'il est coupé au milieu d’une lettre.',
    quote_open: 'un guillemet de la ligne {{row}} n’est jamais fermé. Le fichier est peut-être coupé.',
    quote_misplaced: 'un guillemet est mal placé à la ligne {{row}}.',
    malformed: 'la ligne {{row}} est mal formée.',
  },
}

export const rollProblems = { en, fr }
