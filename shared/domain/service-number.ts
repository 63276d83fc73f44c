/** Service numbers as the roll keeps them (domain.md 2.1, 4.7). */

/** Without spaces and in capitals: the same number in another spelling is the same person. */
export const foldServiceNumber = (text: string): string => text.replace(/\s+/gu, '').toUpperCase()

/** The number in its one spelling, 6 to 20 letters, digits and hyphens; undefined when it can be none. */
export function toServiceNumber(text: string): string | undefined {
  const number = foldServiceNumber(text)
  return /^[\p{L}\p{N}][\p{L}\p{N}-]{5,19}$/u.test(number) ? number : undefined
}
