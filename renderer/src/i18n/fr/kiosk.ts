import type { Words } from '../words.ts'
import type { kiosk as english } from '../en/kiosk.ts'

export const kiosk: Words<typeof english> = {}
