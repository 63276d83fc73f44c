import type { Words } from '../words.ts'
import type { reports as english } from '../en/reports.ts'

export const reports: Words<typeof english> = {}
