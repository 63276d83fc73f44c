/** A call, what it is given, and what it must at least answer. */
export type Case = readonly [name: string, input: unknown, answer: object]

/** The id of nothing and nobody. */
export const nobody = '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01'
