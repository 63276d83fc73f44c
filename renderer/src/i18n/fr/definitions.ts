import type { Words } from '../words.ts'
import type { definitions as english } from '../en/definitions.ts'

export const definitions: Words<typeof english> = {
  title: 'Listes',
}
