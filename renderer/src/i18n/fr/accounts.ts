import type { Words } from '../words.ts'
import type { accounts as english } from '../en/accounts.ts'

export const accounts: Words<typeof english> = {
  title: 'Ouvrir une session',
}
