import type { Words } from '../words.ts'
import type { history as english } from '../en/history.ts'

export const history: Words<typeof english> = {
  title: 'Historique',
}
