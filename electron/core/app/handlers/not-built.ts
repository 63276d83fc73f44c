/** Stands in while a feature is being built on a branch; nothing that lands uses it. */
export const notBuilt = (): Promise<never> => Promise.reject(new Error('not built yet'))
