/** Wiegand frames as bits, with their parity (hardware.md 3 and 4). Parity is weak: two flips in one half pass. */

/** A parity bit and the bits that it is over, as positions from the first bit; the bits with their parity have an odd or an even number of ones. */
interface Parity {
  readonly at: number
  readonly over: readonly number[]
  readonly odd: boolean
}

interface Format {
  readonly parity: readonly Parity[]
  /** The bits of the card itself: from, to (exclusive). */
  readonly data: readonly [number, number]
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index)

/** Even over the first half, odd over the second; where the number of bits is odd, the halves share the middle. */
function halves(bits: number): Format {
  const half = Math.ceil((bits - 2) / 2)
  return {
    parity: [
      { at: 0, over: range(1, 1 + half), odd: false },
      { at: bits - 1, over: range(bits - 1 - half, bits - 1), odd: true },
    ],
    data: [1, bits - 1],
  }
}

/** Corporate 1000: an even parity over two of each three bits, an odd one over others, and one over all. */
const corporate1000: Format = {
  parity: [
    { at: 1, over: range(2, 34).filter((at) => (at - 2) % 3 !== 2), odd: false },
    { at: 34, over: range(1, 34).filter((at) => (at - 1) % 3 !== 2), odd: true },
    { at: 0, over: range(1, 35), odd: true },
  ],
  data: [2, 34],
}

const formats = new Map<number, Format>([
  [26, halves(26)],
  [34, halves(34)],
  [35, corporate1000],
  [37, halves(37)],
])

/** Numbers of bits that are understood: H10301, H10306, Corporate 1000, H10304/H10302. */
export const wiegandFormats = [26, 34, 35, 37] as const

/** The bits of the card in hex, upper case, fixed width, from a frame of `0` and `1`; undefined when a parity or the number of bits is wrong. */
export function readWiegand(bits: string): string | undefined {
  const format = formats.get(bits.length)
  if (format === undefined) return undefined
  const isRight = ({ at, over, odd }: Parity): boolean => [at, ...over].filter((position) => bits[position] === '1').length % 2 === (odd ? 1 : 0)
  if (!format.parity.every(isRight)) return undefined
  const data = bits.slice(...format.data)
  return BigInt(`0b${data}`).toString(16).toUpperCase().padStart(Math.ceil(data.length / 4), '0')
}
