import type { Words } from '../words.ts'
import type { admin as english } from '../en/admin.ts'

export const admin: Words<typeof english> = {
  title: 'Administration',
  sections: 'Parties de l’administration',
  section: { accounts: 'Comptes', lists: 'Listes' },
}
