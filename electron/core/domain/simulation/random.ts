/** Chance that repeats: the same seed gives the same numbers on every machine (domain.md 4.24 ▶). Never for secrets. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean
  /** A whole number from `low` to `high`, both among them. */
  between(low: number, high: number): number
  /** A UUID, version 4 in form. */
  uuid(): string
}

/** Text and number to 32 bits (FNV-1a with a last stir), so that neighbouring days share nothing. */
function hash(seed: number, salt: string): number {
  let h = (2166136261 ^ seed) >>> 0
  for (let index = 0; index < salt.length; index += 1) h = Math.imul(h ^ salt.charCodeAt(index), 16777619)
  h = Math.imul(h ^ (h >>> 16), 2246822507)
  h = Math.imul(h ^ (h >>> 13), 3266489909)
  return (h ^ (h >>> 16)) >>> 0
}

/** @param salt what the numbers are for, such as a date: a day filled alone is the day filled among others */
export function createRandom(seed: number, salt: string): Random {
  // sfc32: small, fast, and good enough to look at.
  let [a, b, c, d] = [hash(seed, salt), hash(seed, `${salt}b`), hash(seed, `${salt}c`), 1]
  const bits = (): number => {
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return t >>> 0
  }
  for (let turn = 0; turn < 12; turn += 1) bits()
  const next = (): number => bits() / 4294967296
  const hex = (): string => bits().toString(16).padStart(8, '0')
  return {
    next,
    chance: (percent) => next() * 100 < percent,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    uuid() {
      const [first, second, third, fourth] = [hex(), hex(), hex(), hex()]
      const variant = '89ab'[Number.parseInt(third[0] ?? '0', 16) & 3] ?? '8'
      return `${first}-${second.slice(0, 4)}-4${second.slice(5)}-${variant}${third.slice(1, 4)}-${third.slice(4)}${fourth}`
    },
  }
}
