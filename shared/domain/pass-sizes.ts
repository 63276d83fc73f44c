/** On what a visitor’s pass is printed (domain.md 4.8; screens.md 5.5): a label of a roll, a card, a small sheet, or a sheet to cut it from. */

interface PassSize {
  /** Of the page, in millimetres. */
  readonly page: readonly [width: number, height: number]
  /** Of the pass on it, where it is smaller than the page. */
  readonly pass?: readonly [width: number, height: number]
}

export const passSizes = ['62x100', 'cr80', 'a6', 'letter'] as const
export type PassSizeName = (typeof passSizes)[number]

export const passSizeOf: Readonly<Record<PassSizeName, PassSize>> = {
  '62x100': { page: [62, 100] },
  cr80: { page: [85.6, 54] },
  a6: { page: [105, 148] },
  letter: { page: [215.9, 279.4], pass: [105, 148] },
}
