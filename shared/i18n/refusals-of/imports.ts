import type { Words } from './words.ts'

export const en = {
  roll_unreadable: { message: 'The file could not be read: {{problem}}', howToFix: '{{advice}}' },
  roll_sheet_unknown: { message: 'The workbook has no sheet “{{sheet}}”.', howToFix: 'Choose the file again, and then the sheet.' },
  roll_columns_missing: { message: 'No column of the file stands for: {{columns}}.', howToFix: 'Say which columns they are, or choose a file whose heading names SN, RANK, LAST NAME, FIRST NAME and DEPT.' },
  roll_mapping_invalid: { message: 'What the columns are read as does not fit the file.', howToFix: 'Choose the file again: each of its columns may stand for one thing, and each thing for one column.' },
  attendee_columns_missing: { message: 'No column of the file stands for: {{columns}}.', howToFix: 'Say which columns they are, or choose a file whose heading names NAME, ORGANIZATION and ROLE.' },
  roll_empty: { message: 'The file has a heading but no people.', howToFix: 'Check that it is the whole export, and choose it again.' },
  roll_changed: { message: 'The file, the choices or the list changed after the preview. Nothing was imported.', howToFix: 'Look at the new preview, then import again.' },
  roll_has_errors: { message: 'There are errors in the file (rows {{rows}}). Nothing was imported.', howToFix: 'Correct those rows in the file, or leave them out, and look at the preview again.' },
  roll_not_latest: { message: 'That import is not the latest one any more, or was undone already. Nothing was changed.', howToFix: 'Look at what the latest import is.' },
  roll_undo_changed: { message: 'Changed since the import: {{names}}. Nothing was undone.', howToFix: 'Undoing would take those changes away. Correct the roll by hand, or import the roll that held before.' },
  roll_undo_in_use: { message: 'Added by the import, and in use since (badge, movements, duties, tags): {{names}}. Nothing was undone.', howToFix: 'Archive those who should not be on the roll, or import the roll that held before.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  roll_unreadable: { message: 'Le fichier n’a pas pu être lu : {{problem}}', howToFix: '{{advice}}' },
  roll_sheet_unknown: { message: 'Le classeur n’a pas de feuille « {{sheet}} ».', howToFix: 'Choisissez de nouveau le fichier, puis la feuille.' },
  roll_columns_missing: { message: 'Aucune colonne du fichier ne correspond à : {{columns}}.', howToFix: 'Dites de quelles colonnes il s’agit, ou choisissez un fichier dont l’en-tête nomme SN, RANK, LAST NAME, FIRST NAME et DEPT.' },
  roll_mapping_invalid: { message: 'La lecture des colonnes ne convient pas au fichier.', howToFix: 'Choisissez de nouveau le fichier : chaque colonne a un seul sens, et chaque sens une seule colonne.' },
  attendee_columns_missing: { message: 'Aucune colonne du fichier ne correspond à : {{columns}}.', howToFix: 'Dites de quelles colonnes il s’agit, ou choisissez un fichier dont l’en-tête nomme NOM, ORGANISATION et RÔLE.' },
  roll_empty: { message: 'Le fichier a un en-tête mais personne.', howToFix: 'Vérifiez que l’exportation est complète et choisissez-la de nouveau.' },
  roll_changed: { message: 'Le fichier, les choix ou la liste ont changé depuis l’aperçu. Rien n’a été importé.', howToFix: 'Regardez le nouvel aperçu, puis importez.' },
  roll_has_errors: { message: 'Le fichier contient des erreurs (lignes {{rows}}). Rien n’a été importé.', howToFix: 'Corrigez ces lignes dans le fichier, ou excluez-les, et regardez l’aperçu de nouveau.' },
  roll_not_latest: { message: 'Cette importation n’est plus la dernière, ou a déjà été annulée. Rien n’a été changé.', howToFix: 'Regardez quelle est la dernière importation.' },
  roll_undo_changed: { message: 'Modifiés depuis l’importation : {{names}}. Rien n’a été annulé.', howToFix: 'L’annulation effacerait ces modifications. Corrigez le rôle à la main, ou importez le rôle d’avant.' },
  roll_undo_in_use: { message: 'Ajoutés par l’importation et utilisés depuis (insigne, passages, service, étiquettes) : {{names}}. Rien n’a été annulé.', howToFix: 'Archivez ceux qui ne devraient pas être au rôle, ou importez le rôle d’avant.' },
}
