import { create } from 'zustand'

/** The last characters of the badge that the core has read for signing in; the number itself stays in the core. */
export const useSignInBadge = create<{ tail: string | null }>(() => ({ tail: null }))

/** Counts how often an account changed: who shows them fetches again. */
export const useAccountChanges = create<{ changes: number }>(() => ({ changes: 0 }))
export const accountsChanged = (): void => useAccountChanges.setState(({ changes }) => ({ changes: changes + 1 }))
