/**
 * What can be wrong with a nominal-roll file, in both languages (domain.md 4.7). The core sends code, field and value; a
 * window words them with `rollProblems:problem.<code>.message`, filled with `value` and `label` (the column’s heading, or `rollProblems:field.<field>`).
 */
import type { RollField } from '../domain/roll.ts'

interface Words {
  readonly message: string
  readonly howToFix: string
}
interface FileWords {
  /** Goes on from “The file could not be read:”. */
  readonly problem: string
  readonly howToFix: string
}

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
    division_form: { message: '“{{value}}” cannot be the code of a division.', howToFix: 'Say under “Divisions” which one is meant, or use the short form, at most 20 characters, such as OPS.' },
    division_unknown: { message: 'There is no division “{{value}}”, and none is to be created.', howToFix: 'Say under “Divisions” which one is meant, or leave the row out.' },
  },
  notice: {
    rank_retired: 'The rank “{{value}}” is retired: its replacement is used.',
    date_ambiguous: 'The date “{{value}}” can be read in two ways.',
    formula_neutralised: '“{{value}}” begins like a formula: it is kept as text.',
    status_kept: 'The member is on the roll as “{{value}}” and stays so.',
    column_ignored: 'The column “{{value}}” is left out: another one stands for the same.',
  },
  file: {
    empty: { problem: 'it is empty.', howToFix: 'Check that the export was copied to the end, and choose it again.' },
    too_large: { problem: 'it is larger than 5 MB.', howToFix: 'Choose the roll’s own export, without pictures and other sheets.' },
    too_many_rows: { problem: 'it has more than 10,000 rows.', howToFix: 'Copy the rows of the roll to a new sheet, and save that.' },
    too_many_columns: { problem: 'it has cells beyond column 256.', howToFix: 'Copy the columns of the roll to a new sheet, and save that.' },
    ending: { problem: 'it is neither a CSV file nor an Excel workbook.', howToFix: 'Choose a file that ends in .csv or .xlsx.' },
    workbook_as_text: { problem: 'it is a workbook under the name of a text file.', howToFix: 'Give it the ending .xlsx, or save it again as “CSV UTF-8”.' },
    not_workbook: { problem: 'it ends in .xlsx but is no Excel workbook.', howToFix: 'Open it in the spreadsheet, save it as “Excel Workbook (.xlsx)”, and choose that file.' },
    old_workbook: { problem: 'it is a workbook of an Excel before 2007.', howToFix: 'Open it in the spreadsheet, save it as “Excel Workbook (.xlsx)”, and choose that file.' },
    binary_workbook: { problem: 'it is a binary workbook.', howToFix: 'Open it in the spreadsheet, save it as “Excel Workbook (.xlsx)”, and choose that file.' },
    password: { problem: 'it is protected by a password.', howToFix: 'Open it, take the password off (File, Info, Protect Workbook), save it, and choose it again.' },
    unpacks_too_large: { problem: 'what is packed in it is far larger than a roll.', howToFix: 'Copy the rows of the roll to a new workbook, and save that.' },
    damaged_workbook: { problem: 'the workbook is damaged.', howToFix: 'Open it in the spreadsheet, save it as “Excel Workbook (.xlsx)”, and choose that file.' },
    cut_off_workbook: { problem: 'the workbook is cut off: the copy stopped too early.', howToFix: 'Copy it to the stick again, and choose it again.' },
    not_text: { problem: 'it is not text.', howToFix: 'Save it again from the spreadsheet as “CSV UTF-8”, and choose that file.' },
    damaged: { problem: 'its letters are damaged.', howToFix: 'Save it again from the spreadsheet as “CSV UTF-8”, and choose that file.' },
    cut_off: { problem: 'it is cut off in the middle of a letter.', howToFix: 'Copy it to the stick again, and choose it again.' },
    quote_open: { problem: 'a quotation mark in row {{row}} is never closed. The file may be cut off.', howToFix: 'Copy it to the stick again; if it is whole, correct that row and save it as “CSV UTF-8”.' },
    quote_misplaced: { problem: 'a quotation mark stands in the wrong place in row {{row}}.', howToFix: 'Open it in the spreadsheet, save it again as “CSV UTF-8”, and choose that file.' },
    malformed: { problem: 'row {{row}} is malformed.', howToFix: 'Save it again from the spreadsheet as “CSV UTF-8”, and choose that file.' },
  },
} as const satisfies {
  field: Record<RollField, string>
  problem: Record<string, Words>
  notice: Record<string, string>
  file: Record<string, FileWords>
}

export type RollProblem = keyof typeof en.problem
export type RollNotice = keyof typeof en.notice
export type RollFileProblem = keyof typeof en.file

const fr: {
  field: Record<RollField, string>
  problem: Record<RollProblem, Words>
  notice: Record<RollNotice, string>
  file: Record<RollFileProblem, FileWords>
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
    division_form: { message: '« {{value}} » ne peut pas être le code d’une division.', howToFix: 'Dites sous « Divisions » laquelle est visée, ou employez la forme abrégée, 20 caractères au plus, comme OPS.' },
    division_unknown: { message: 'La division « {{value}} » n’existe pas, et aucune ne doit être créée.', howToFix: 'Dites sous « Divisions » laquelle est visée, ou excluez la ligne.' },
  },
  notice: {
    rank_retired: 'Le grade « {{value}} » n’existe plus : son remplaçant est employé.',
    date_ambiguous: 'La date « {{value}} » peut se lire de deux façons.',
    formula_neutralised: '« {{value}} » commence comme une formule : le texte est gardé tel quel.',
    status_kept: 'Le membre est au rôle avec l’état « {{value}} » et le garde.',
    column_ignored: 'La colonne « {{value}} » est laissée de côté : une autre en tient lieu.',
  },
  file: {
    empty: { problem: 'il est vide.', howToFix: 'Vérifiez que l’exportation a été copiée jusqu’au bout et choisissez-la de nouveau.' },
    too_large: { problem: 'il dépasse 5 Mo.', howToFix: 'Choisissez l’exportation du rôle elle-même, sans images ni autres feuilles.' },
    too_many_rows: { problem: 'il compte plus de 10 000 lignes.', howToFix: 'Copiez les lignes du rôle dans une nouvelle feuille et enregistrez-la.' },
    too_many_columns: { problem: 'il a des cellules au-delà de la colonne 256.', howToFix: 'Copiez les colonnes du rôle dans une nouvelle feuille et enregistrez-la.' },
    ending: { problem: 'ce n’est ni un fichier CSV ni un classeur Excel.', howToFix: 'Choisissez un fichier dont le nom finit par .csv ou .xlsx.' },
    workbook_as_text: { problem: 'c’est un classeur sous le nom d’un fichier texte.', howToFix: 'Donnez-lui l’extension .xlsx, ou enregistrez-le de nouveau au format « CSV UTF-8 ».' },
    not_workbook: { problem: 'son nom finit par .xlsx, mais ce n’est pas un classeur Excel.', howToFix: 'Ouvrez-le dans le tableur, enregistrez-le au format « Classeur Excel (.xlsx) » et choisissez ce fichier.' },
    old_workbook: { problem: 'c’est un classeur d’une version d’Excel antérieure à 2007.', howToFix: 'Ouvrez-le dans le tableur, enregistrez-le au format « Classeur Excel (.xlsx) » et choisissez ce fichier.' },
    binary_workbook: { problem: 'c’est un classeur binaire.', howToFix: 'Ouvrez-le dans le tableur, enregistrez-le au format « Classeur Excel (.xlsx) » et choisissez ce fichier.' },
    password: { problem: 'il est protégé par un mot de passe.', howToFix: 'Ouvrez-le, retirez le mot de passe (Fichier, Informations, Protéger le classeur), enregistrez-le et choisissez-le de nouveau.' },
    unpacks_too_large: { problem: 'ce qu’il contient est bien plus gros qu’un rôle.', howToFix: 'Copiez les lignes du rôle dans un nouveau classeur et enregistrez-le.' },
    damaged_workbook: { problem: 'le classeur est endommagé.', howToFix: 'Ouvrez-le dans le tableur, enregistrez-le au format « Classeur Excel (.xlsx) » et choisissez ce fichier.' },
    cut_off_workbook: { problem: 'le classeur est tronqué : la copie s’est arrêtée trop tôt.', howToFix: 'Copiez-le de nouveau sur la clé et choisissez-le de nouveau.' },
    not_text: { problem: 'ce n’est pas du texte.', howToFix: 'Enregistrez-le de nouveau depuis le tableur au format « CSV UTF-8 » et choisissez ce fichier.' },
    damaged: { problem: 'ses lettres sont endommagées.', howToFix: 'Enregistrez-le de nouveau depuis le tableur au format « CSV UTF-8 » et choisissez ce fichier.' },
    cut_off: { problem: 'il est coupé au milieu d’une lettre.', howToFix: 'Copiez-le de nouveau sur la clé et choisissez-le de nouveau.' },
    quote_open: { problem: 'un guillemet de la ligne {{row}} n’est jamais fermé. Le fichier est peut-être coupé.', howToFix: 'Copiez-le de nouveau sur la clé ; s’il est entier, corrigez cette ligne et enregistrez-le au format « CSV UTF-8 ».' },
    quote_misplaced: { problem: 'un guillemet est mal placé à la ligne {{row}}.', howToFix: 'Ouvrez-le dans le tableur, enregistrez-le de nouveau au format « CSV UTF-8 » et choisissez ce fichier.' },
    malformed: { problem: 'la ligne {{row}} est mal formée.', howToFix: 'Enregistrez-le de nouveau depuis le tableur au format « CSV UTF-8 » et choisissez ce fichier.' },
  },
}

export const rollProblems = { en, fr }
