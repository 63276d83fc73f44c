import { randomInt } from 'node:crypto'

/** Without letters that are mistaken for digits or for each other. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 10

/** How long a set-up code may be used, in ms. */
export const codeLifeMs = 24 * 60 * 60_000

/** Some 49 random bits in two groups that can be read out: `K7MPQ-3XW9D`. */
export function newSetupCode(): string {
  const code = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** As it is hashed: however it was typed. */
export const normalCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
