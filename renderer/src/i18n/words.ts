/** The same keys as the English catalogue, any words: a missing or an extra key in French does not compile. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }
