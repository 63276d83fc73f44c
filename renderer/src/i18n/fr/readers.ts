import type { Words } from '../words.ts'
import type { readers as english } from '../en/readers.ts'

export const readers: Words<typeof english> = {}
