import { create } from 'zustand'

interface Person {
  readonly id: string
  readonly displayName: string
}

/** Whose notes are open: they are reached from the person at the desk and from the profile. */
export const useNotes = create<{ person: Person | null }>(() => ({ person: null }))
export const openNotes = ({ id, displayName }: Person): void => useNotes.setState({ person: { id, displayName } })
