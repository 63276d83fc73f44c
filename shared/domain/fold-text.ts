/** Text as a search compares it: lower case, without accents, ligatures and punctuation. Both sides use it. */

/** Letters that Unicode does not take apart into a base letter and a mark. */
const letters = new Map([
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['þ', 'th'],
  ['ı', 'i'],
])

/**
 * Folds text for an accent-insensitive search: “Béatrice L’Heureux-Œuvray” becomes “beatrice lheureux oeuvray”.
 * Apostrophes vanish, every other run of signs and spaces becomes one space. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      // Lower case can bring new combinations (İ), so the marks go last.
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[œæßøđðłþı]/g, (letter) => letters.get(letter) ?? letter)
      .replace(/['’‘ʼ`´]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  )
}

/** The words of a search, folded: each must be found somewhere. */
export const searchTerms = (text: string): string[] => foldText(text).split(' ').filter((term) => term !== '')
