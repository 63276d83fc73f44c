import type { Words } from '../words.ts'
import type { badges as english } from '../en/badges.ts'

export const badges: Words<typeof english> = {
  title: 'Insignes',
}
