import { create } from 'zustand'

/** The last characters of the badge that the core has read for signing in; the number itself stays in the core. */
export const useSignInBadge = create<{ tail: string | null }>(() => ({ tail: null }))
