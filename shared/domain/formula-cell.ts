/** Spreadsheets run what begins with = + - @: such a cell is kept as text (domain.md 4.7, 4.20 ▶). */

/** Also the signs that a spreadsheet reads as these: full width, the real minus, and what it drops in front of them. */
const formula = /^[\s\p{Cc}]*[=+\-@−＝＋－﹣＠\t\r\n]/u

/** True when a spreadsheet could take `cell` for a formula. */
export const isFormula = (cell: string): boolean => formula.test(cell)

/** The cell with an apostrophe before it when it could be taken for a formula. Doing it twice changes nothing. */
export const neutraliseFormula = (cell: string): string => (isFormula(cell) ? `'${cell}` : cell)
