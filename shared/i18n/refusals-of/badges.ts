import type { Words } from './words.ts'

export const en = {
  badge_unknown: { message: 'That badge is not in the inventory.', howToFix: 'Look at the list again.' },
  badge_unassigned: { message: 'Nobody holds that badge.', howToFix: 'Nothing to take back.' },
  number_shared: { message: 'The reader shortens card numbers, and several badges have this one.', howToFix: 'Read the card at a reader that gives whole numbers.' },
  badge_of_pool: { message: 'That badge is one of the pool that is lent out.', howToFix: 'Use a badge that is for members.' },
  badge_status_unknown: { message: 'There is no badge status “{{status}}”.', howToFix: 'Choose one from the list.' },
  badge_not_outstanding: { message: 'That badge is not outstanding.', howToFix: 'Nothing to do.' },
  badge_has_history: { message: 'That badge was held or scanned before, so that it stays in the record.', howToFix: 'Mark it decommissioned instead.' },
  member_without_badge: { message: '{{name}} has no badge to replace.', howToFix: 'Enrol one instead.' },
  serial_exists: { message: 'The badge …{{tail}} is in the inventory already.', howToFix: 'Leave it out, or change the one that is there.' },
  label_taken: { message: 'There is already a badge labelled {{label}}.', howToFix: 'Choose another label.' },
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
  badge_unknown: { message: 'Cet insigne n’est pas à l’inventaire.', howToFix: 'Regardez de nouveau la liste.' },
  badge_unassigned: { message: 'Personne n’a cet insigne.', howToFix: 'Rien à reprendre.' },
  number_shared: { message: 'Le lecteur abrège les numéros, et plusieurs insignes ont celui-ci.', howToFix: 'Lisez la carte à un lecteur qui donne le numéro entier.' },
  badge_of_pool: { message: 'Cet insigne fait partie de ceux qu’on prête.', howToFix: 'Prenez un insigne destiné aux membres.' },
  badge_status_unknown: { message: 'Le statut d’insigne « {{status}} » n’existe pas.', howToFix: 'Choisissez-en un dans la liste.' },
  badge_not_outstanding: { message: 'Cet insigne n’est pas attendu.', howToFix: 'Rien à faire.' },
  badge_has_history: { message: 'Cet insigne a déjà été détenu ou présenté : il reste inscrit.', howToFix: 'Retirez-le plutôt du service.' },
  member_without_badge: { message: '{{name}} n’a pas d’insigne à remplacer.', howToFix: 'Attribuez-en plutôt un.' },
  serial_exists: { message: 'L’insigne …{{tail}} est déjà à l’inventaire.', howToFix: 'Omettez-le, ou modifiez celui qui y est.' },
  label_taken: { message: 'Un insigne porte déjà l’étiquette {{label}}.', howToFix: 'Choisissez-en une autre.' },
}
