import type { Words } from '../words.ts'
import type { members as english } from '../en/members.ts'

export const members: Words<typeof english> = {}
