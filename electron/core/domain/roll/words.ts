/** The fixed words of the roll's files, in both languages. */
import type { Language } from '../../../../shared/i18n/index.ts'

interface Words {
  readonly errorFile: string
  readonly diffFile: string
  readonly row: string
  readonly problem: string
  readonly diff: readonly string[]
  readonly kind: Readonly<Record<'add' | 'update' | 'deactivate' | 'missing' | 'division', string>>
  /** What an emptied field becomes. */
  readonly emptied: string
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    errorFile: 'roll-errors',
    diffFile: 'roll-changes',
    row: 'Row in the file',
    problem: 'What is wrong',
    diff: ['What', 'Row', 'Service number', 'Name', 'Field', 'Now', 'After the import'],
    kind: { add: 'New', update: 'Changed', deactivate: 'Set inactive', missing: 'Not in the file, stays', division: 'New division' },
    emptied: '(empty)',
  },
  fr: {
    errorFile: 'role-erreurs',
    diffFile: 'role-changements',
    row: 'Ligne du fichier',
    problem: 'Ce qui ne va pas',
    diff: ['Quoi', 'Ligne', 'Numéro matricule', 'Nom', 'Champ', 'Actuellement', 'Après l’importation'],
    kind: { add: 'Nouveau', update: 'Modifié', deactivate: 'Rendu inactif', missing: 'Absent du fichier, reste', division: 'Nouvelle division' },
    emptied: '(vide)',
  },
}
