/** The words of a plot: how wide they are, about, and how they are made to fit where nothing measures them. */

/** About the width of a letter of Roboto and of Inter, in sizes of the type; on the wide side, so that nothing is clipped. */
const letterWidth = 0.58

export const widthOf = (text: string, size: number): number => [...text].length * letterWidth * size

/** What fits, with an ellipsis where something is left out. */
export function cut(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text
  const most = Math.floor(width / (letterWidth * size))
  const letters = [...text]
  return `${letters.slice(0, Math.max(1, most - 1)).join('').trimEnd()}…`
}

/** A figure with its unit as the language writes it: `1,234`, `1 234`, `87%`, `87 %`. One decimal at most. */
export function figureWords(value: number, unit: string, locale: string): string {
  const isFrench = locale.startsWith('fr')
  // The narrow space is in few fonts of a printer.
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value).replaceAll('\u202f', '\u00a0')
  if (unit === '') return figure
  return unit === '%' && !isFrench ? `${figure}%` : `${figure}\u00a0${unit}`
}
