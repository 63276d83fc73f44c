import type { Words } from './words.ts'

export const en = {
} as const satisfies Record<string, Words>

export const fr: Record<keyof typeof en, Words> = {
}
